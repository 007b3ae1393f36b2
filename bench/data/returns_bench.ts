/**
 * Reading a file of returns with every check, at a quarter, one, four and ten million rows, beside
 * Python's pandas and polars making the same checks: times, peak memory and ratios to theirs, all in
 * one run. Every program starts anew for each file. Sizes in TALLYBOOK_BENCH_ROWS, in millions.
 */
import { measure } from "./measure.ts";
import { writeReturnsFile } from "./returns_file.ts";

const MILLIONS = (Deno.env.get("TALLYBOOK_BENCH_ROWS") ?? "0.25,1,4,10").split(",").map(Number);
const PYTHON = Deno.env.get("TALLYBOOK_PYTHON") ?? "python3";
const peer = (name: string): string => new URL(`peers/${name}`, import.meta.url).pathname;
const CONFIG = new URL("../../deno.json", import.meta.url).pathname;

const programs: readonly (readonly [name: string, command: string, args: string[]])[] = [
  ["readReturns()", Deno.execPath(), [
    "run",
    "-A",
    "--no-check",
    `--config=${CONFIG}`,
    peer("read_returns.ts"),
  ]],
  ["polars (Python)", PYTHON, [peer("read_returns_polars.py")]],
  ["pandas (Python)", PYTHON, [peer("read_returns_pandas.py")]],
];

function say(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
}

function compare(): void {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  try {
    for (const million of MILLIONS) {
      const votes = writeReturnsFile(path, million * 1e6);
      const size = (Deno.statSync(path).size / 2 ** 20).toFixed(0);
      say(`\nread and check ${(million * 1e6).toLocaleString("en")} rows (${size} MiB of CSV)`);
      say("program                        seconds   ours/it   peak MiB   ours/it");
      const results = programs.map(([name, command, args]) =>
        [name, measure(command, [...args, path], million > 1 ? 1 : 3)] as const
      );
      const ours = results[0]?.[1];
      for (const [name, result] of results) {
        if (result === undefined || ours === undefined) {
          say(`${name.padEnd(28)}   not installed, or it failed`);
          continue;
        }
        if (result.total !== votes) throw new Error(`${name} found ${result.total} votes`);
        say(
          name.padEnd(28) + result.seconds.toFixed(2).padStart(10) +
            (ours.seconds / result.seconds).toFixed(2).padStart(10) +
            result.peak.toFixed(0).padStart(11) + (ours.peak / result.peak).toFixed(2).padStart(10),
        );
      }
    }
  } finally {
    Deno.removeSync(path);
  }
}

compare();
