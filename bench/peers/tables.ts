/** Jobs of the tables: `tables.ts JOB FILE [ENGINE]`; prints how it went. */
import { findAnomalies, readReturns, scan } from "tallybook/data";
import { peakMemory, print, processorTime } from "./report_run.ts";

const [job = "", file = "", engine = "embedded"] = Deno.args;

const jobs: Readonly<Record<string, () => number[] | Promise<number[]>>> = {
  // Every check and the sum of all votes.
  "read-returns": () => {
    const { returns, checks } = readReturns(file, { year: 2016 });
    if (checks.length === 0) throw new Error("Expected checks against known totals, found none");
    return [Number(returns.getColumn("votes").sum())];
  },
  "group-by": async () => {
    const { table } = scan("precinct_votes_2024").plan;
    const rows = await scan({ ...table, file }).group("state_po", "fips").sum("harris")
      .sum("trump").quantile("trump", 0.5, "median").collect({ engine });
    return [rows.reduce((sum, row) => sum + Number(row["harris"]) + Number(row["median"]), 0)];
  },
};

let run = jobs[job];
if (job === "anomalies") {
  const returns = readReturns(file, { year: 2016 });
  run = () => [findAnomalies(returns).length];
}
if (run === undefined) throw new RangeError(`Cannot run the job "${job}"`);
const start = performance.now();
const busy = processorTime();
const result = await run();
print((performance.now() - start) / 1000, peakMemory(), result, processorTime() - busy);
