/**
 * Grouping all precinct rows of 2024, at 1, 4 and 16 times the size: the embedded engine, Python's
 * polars, and ClickHouse with one and two shards on loopback where they are installed; times, peak
 * memory of the program that asks, and ratios to the embedded engine, all in one run. Every program
 * starts anew.
 *
 * Run it by `deno run -A bench/data/query_bench.ts`; TALLYBOOK_BENCH_TIMES=1,4 has smaller sizes.
 */
import { loadFrame, scan } from "tallybook/data";
import pl from "nodejs-polars";
import { EngineConnection } from "../../lib/data/query/clickhouse.ts";
import { parseEngineAddress } from "../../lib/data/query/engine_address.ts";
import { loadIntoEngine } from "../../lib/data/query/engine_load.ts";
import { noServer, PASSWORD, startTwoShards } from "../../tests/data/query/two_shards.ts";
import { measure } from "./measure.ts";

const TIMES = (Deno.env.get("TALLYBOOK_BENCH_TIMES") ?? "1,4,16").split(",").map(Number);
const PYTHON = Deno.env.get("TALLYBOOK_PYTHON") ?? "python3";
const CONFIG = new URL("../../deno.json", import.meta.url).pathname;
const peer = (name: string): string => new URL(`peers/${name}`, import.meta.url).pathname;
const ours = ["run", "-A", "--no-check", `--config=${CONFIG}`, peer("query_group.ts")];

function say(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
}

/** Writes all rows several times over. */
function writeTimes(path: string, times: number): void {
  const frame = loadFrame("precinct_votes_2024");
  pl.concat(Array<typeof frame>(times).fill(frame)).writeParquet(path);
}

async function load(address: string, file: string): Promise<number> {
  const { table } = scan("precinct_votes_2024").plan;
  const connection = new EngineConnection(parseEngineAddress(address));
  const start = performance.now();
  try {
    await loadIntoEngine(connection, { ...table, file });
  } finally {
    await connection.close();
  }
  return (performance.now() - start) / 1000;
}

const servers = noServer() === null ? await startTwoShards() : undefined;
const folder = await Deno.makeTempDir();
Deno.env.set("TALLYBOOK_ENGINE_PASSWORD", PASSWORD);
try {
  for (const times of TIMES) {
    const file = `${folder}/times_${times}.parquet`;
    writeTimes(file, times);
    const engines: (readonly [name: string, address: string, loaded: number])[] = [];
    if (servers !== undefined) {
      const one = servers.address.replace(/\?.*/, "");
      engines.push(["ClickHouse, one shard", one, await load(one, file)]);
      // A database of its own keeps the rows of one server apart from those of two.
      engines.push(["ClickHouse, two shards", servers.second, await load(servers.second, file)]);
    }
    const rows = loadFrame("precinct_votes_2024").height * times;
    say(`\n${rows.toLocaleString("en")} rows: two sums and a median by state and county`);
    say("program                        seconds   ratio   peak MiB   rows a second loaded");
    const results = [
      ["embedded (nodejs-polars)", measure(Deno.execPath(), [...ours, file], 3), 0] as const,
      ["polars (Python)", measure(PYTHON, [peer("query_group_polars.py"), file], 3), 0] as const,
      ...engines.map(([name, address, loaded]) =>
        [name, measure(Deno.execPath(), [...ours, file, address], 3), loaded] as const
      ),
    ];
    const base = results[0]?.[1];
    for (const [name, result, loaded] of results) {
      if (result === undefined || base === undefined) {
        say(`${name.padEnd(28)}   not installed`);
        continue;
      }
      if (result.total !== base.total) throw new Error(`${name} found ${result.total}`);
      say(
        name.padEnd(28) + result.seconds.toFixed(2).padStart(10) +
          (result.seconds / base.seconds).toFixed(2).padStart(8) +
          result.peak.toFixed(0).padStart(11) +
          (loaded === 0 ? "" : Math.round(rows / loaded).toLocaleString("en").padStart(23)),
      );
    }
  }
} finally {
  await servers?.stop();
  await Deno.remove(folder, { recursive: true });
}
