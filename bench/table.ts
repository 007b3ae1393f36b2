import { type Contender, type Run, runOnce } from "./contender.ts";
import type { Job } from "./jobs.ts";

/** A row of the table. */
export interface Line {
  readonly job: string;
  readonly size: string;
  readonly who: string;
  readonly seconds: string;
  /** How many times as long as ours: median, and the least and most over the rounds. */
  readonly ratio: string;
  readonly peak: string;
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
};

/** How far two results of random draws may lie apart: shares, each from at least so many draws. */
const BY_CHANCE = 0.15;

/** Throws where a contender found something else: then its time says nothing. */
function requireSame(job: Job, name: string, found: Run, expected: Run): void {
  const [a, b] = [found.result, expected.result];
  const same = a.length === b.length && a.every((value, i) => {
    const apart = Math.abs(value - b[i]!);
    return job.tolerance === "by chance"
      ? apart <= BY_CHANCE
      : apart <= job.tolerance * Math.max(1, Math.abs(b[i]!));
  });
  if (same) return;
  const show = (result: readonly number[]) => result.slice(0, 4).join(", ");
  throw new Error(
    `Cannot compare "${job.name}": ${name} found ${show(a)}, expected ${show(b)} as ours`,
  );
}

/** Runs all contenders by turns, compares what came out, and gives a line for each. */
export function contest(
  job: Job,
  size: string,
  contenders: readonly Contender[],
  rounds: number,
): Line[] {
  const present = contenders.filter(({ command }) => !("missing" in command));
  const runs = new Map<Contender, Run[]>(present.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of present) runs.get(contender)!.push(runOnce(contender));
  }
  const [first] = contenders;
  const own = runs.get(first!)!;
  const lines = contenders.map((contender): Line => {
    const { name, command } = contender;
    const line = { job: job.name, size, who: name };
    if ("missing" in command) {
      return { ...line, seconds: `missing: ${command.missing}`, ratio: "", peak: "" };
    }
    const its = runs.get(contender)!;
    for (const run of its) requireSame(job, name, run, own[0]!);
    const ratios = its.map(({ seconds }, i) => seconds / own[i]!.seconds);
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    return {
      ...line,
      seconds: median(its.map(({ seconds }) => seconds)).toFixed(3),
      ratio: contender === first
        ? "1"
        : `${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`,
      peak: Math.max(...its.map(({ peak }) => peak)).toFixed(0),
    };
  });
  if (contenders.length > 1 || job.alone === undefined) return lines;
  return [{ ...lines[0]!, who: `tallybook (${job.alone})` }];
}

/** The table as text. */
export function tableText(lines: readonly Line[]): string {
  const header: Line = {
    job: "job",
    size: "size",
    who: "who",
    seconds: "seconds",
    ratio: "times ours",
    peak: "peak MiB",
  };
  const columns = Object.keys(header) as (keyof Line)[];
  const widths = columns.map((column) =>
    Math.max(...[header, ...lines].map((line) => line[column].length))
  );
  const row = (line: Line) =>
    `| ${columns.map((c, i) => line[c].padEnd(widths[i]!)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [row(header), rule, ...lines.map(row)].join("\n");
}
