/**
 * Reading and grouping the 1.29 million precinct rows of 2016, at 1, 4 and 16 times the size, beside
 * Python's pandas and polars and R's data.table where they are installed: times, peak memory and
 * ratios to ours, all in one run. Every program starts anew for each file, and reads the same CSV.
 */
import { loadFrame } from "tallybook/data";
import pl from "nodejs-polars";
import { measure } from "./measure.ts";
import { writePrecinctFile } from "./precinct_file.ts";

const TIMES = (Deno.env.get("TALLYBOOK_BENCH_TIMES") ?? "1,4,16").split(",").map(Number);
const PYTHON = Deno.env.get("TALLYBOOK_PYTHON") ?? "python3";
const peer = (name: string): string => new URL(`peers/${name}`, import.meta.url).pathname;
const CONFIG = new URL("../../deno.json", import.meta.url).pathname;

const programs: readonly (readonly [name: string, command: string, args: string[]])[] = [
  ["tallybook (nodejs-polars)", Deno.execPath(), [
    "run",
    "-A",
    "--no-check",
    `--config=${CONFIG}`,
    peer("load_group.ts"),
  ]],
  ["polars (Python)", PYTHON, [peer("load_group_polars.py")]],
  ["pandas (Python)", PYTHON, [peer("load_group_pandas.py")]],
  ["data.table (R)", "Rscript", [peer("load_group.R")]],
];

function say(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
}

function compare(): void {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  try {
    for (const times of TIMES) {
      writePrecinctFile(path, times);
      const size = (Deno.statSync(path).size / 2 ** 20).toFixed(0);
      say(`\nread and group ${(1_290_386 * times).toLocaleString("en")} rows (${size} MiB of CSV)`);
      say("program                        seconds   ratio   peak MiB   ratio");
      const results = programs.map(([name, command, args]) =>
        [name, measure(command, [...args, path], times > 4 ? 1 : 3)] as const
      );
      const ours = results[0]?.[1];
      for (const [name, result] of results) {
        if (result === undefined || ours === undefined) {
          say(`${name.padEnd(28)}   not installed`);
          continue;
        }
        if (result.total !== ours.total) throw new Error(`${name} found ${result.total} votes`);
        say(
          name.padEnd(28) + result.seconds.toFixed(2).padStart(10) +
            (result.seconds / ours.seconds).toFixed(2).padStart(8) +
            result.peak.toFixed(0).padStart(11) + (result.peak / ours.peak).toFixed(2).padStart(8),
        );
      }
    }
  } finally {
    Deno.removeSync(path);
  }
}

compare();

Deno.bench("loadFrame() and group, read before", { n: 5, warmup: 1 }, () => {
  loadFrame("precinct_returns").groupBy("state_po", "candidate").agg(pl.col("votes").sum());
});
