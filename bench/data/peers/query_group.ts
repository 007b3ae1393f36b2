/** Sums and a median by state and county of a Parquet file of precinct votes, by a lazy query. */
import { scan } from "tallybook/data";

const [file = "", engine = "embedded"] = Deno.args;
const { table } = scan("precinct_votes_2024").plan;
const query = scan({ ...table, file }).group("state_po", "fips").sum("harris").sum("trump")
  .quantile("trump", 0.5, "median");
const start = performance.now();
const rows = await query.collect({ engine });
const seconds = (performance.now() - start) / 1000;
const total = rows.reduce((sum, row) => sum + Number(row["harris"]) + Number(row["median"]), 0);
const peak = Number(/VmHWM:\s+(\d+)/.exec(Deno.readTextFileSync("/proc/self/status"))?.[1]) / 1024;
Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify({ seconds, peak, total })));
