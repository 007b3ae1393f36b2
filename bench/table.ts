import { type Contender, type Run, runOnce } from "./contender.ts";
import type { Case, Job } from "./jobs.ts";

/** A row of the table. */
export interface Line {
  readonly job: string;
  readonly size: string;
  readonly who: string;
  readonly seconds: string;
  /** How many times as long as ours: median, and the least and most over the rounds. */
  readonly ratio: string;
  /** Seconds of processor time, the median over the rounds, where a program tells them. */
  readonly processor: string;
  readonly peak: string;
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
};

/** Throws where a contender found something else: then its time says nothing. */
function requireSame({ name: job, tolerance }: Job, who: string, found: Run, ours: Run): void {
  const [a, b] = [found.result, ours.result];
  const same = a.length === b.length && a.every((value, i) => {
    if (value === null) return true;
    const expected = Number(b[i]);
    const apart = Math.abs(value - expected);
    if (typeof tolerance === "number") return apart <= tolerance * Math.max(1, Math.abs(expected));
    // Two shares of draws: five standard errors of their difference.
    const variance = Math.max(expected * (1 - expected), 1 / found.draws!) / found.draws!;
    return apart <= 5 * Math.sqrt(2 * variance);
  });
  if (same) return;
  const show = (result: Run["result"]) => result.slice(0, 4).join(", ");
  throw new Error(`Cannot compare "${job}": ${who} found ${show(a)}, expected ${show(b)} as ours`);
}

/** Runs all contenders by turns, compares what came out, and gives a line for each. */
export function contest(
  job: Job,
  { size, contenders, draws }: Case,
  rounds: number,
): Line[] {
  const [first] = contenders;
  const runs = new Map<Contender, Run[]>();
  const failed = new Map<Contender, string>();
  for (const contender of contenders) {
    if ("missing" in contender.command) {
      failed.set(contender, `missing: ${contender.command.missing}`);
    } else runs.set(contender, []);
  }
  for (let round = 0; round < rounds; round++) {
    for (const [contender, its] of runs) {
      try {
        its.push({ ...runOnce(contender), ...(draws === undefined ? {} : { draws }) });
      } catch (error) {
        // What a peer can't do is said in the table; what we can't is a fault.
        if (contender === first) throw error;
        failed.set(contender, (error as Error).message);
        runs.delete(contender);
      }
    }
  }
  const own = runs.get(first!)!;
  const lines = contenders.map((contender): Line => {
    const { name } = contender;
    const line = { job: job.name, size, who: name };
    const its = runs.get(contender);
    if (its === undefined) {
      return { ...line, seconds: failed.get(contender)!, ratio: "", processor: "", peak: "" };
    }
    for (const run of its) requireSame(job, name, run, own[0]!);
    const ratios = its.map(({ seconds }, i) => seconds / own[i]!.seconds);
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    return {
      ...line,
      seconds: median(its.map(({ seconds }) => seconds)).toFixed(3),
      ratio: contender === first
        ? "1"
        : `${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`,
      processor: its.every(({ processor }) => processor !== undefined)
        ? median(its.map(({ processor }) => processor!)).toFixed(3)
        : "",
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
    processor: "processor s",
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
