import { DataError } from "../../data_error.ts";
import { findAnomalies } from "../../find_anomalies.ts";
import type { Mend, ReturnsProblem } from "../problem.ts";
import { readReturns } from "../read_returns.ts";

/** How one corrected file was seen before and after somebody corrected it. */
export interface CorrectionResult {
  readonly pair: string;
  /** Lines for president that the correction changed. */
  readonly changed: number;
  /** Of these, lines that a refusal, a mend or an anomaly of the file before names. */
  readonly named: number;
  /** Anomalies of the file after, on any line. */
  readonly after: number;
  readonly how: string;
}

/** Each line of a file with how often it was met before, so that moved lines are no changes. */
function lineCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.split(/\r?\n/)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Reads the pairs of a folder: a folder a pair, in it files before__NAME and after__NAME. */
export function* correctionRecall(folder: string): Generator<CorrectionResult> {
  const pairs = [...Deno.readDirSync(folder)].filter(({ isDirectory }) => isDirectory)
    .map(({ name }) => name).sort();
  for (const pair of pairs) {
    const names = [...Deno.readDirSync(`${folder}/${pair}`)].map(({ name }) => name);
    const before = names.find((name) => name.startsWith("before__"));
    const after = names.find((name) => name.startsWith("after__"));
    if (before === undefined || after === undefined) continue;
    const [from, to] = [before, after].map((name) =>
      Deno.readTextFileSync(`${folder}/${pair}/${name}`)
    );
    const later = lineCounts(to!);
    const changed: number[] = [];
    from!.split(/\r?\n/).forEach((line, at) => {
      const left = later.get(line) ?? 0;
      if (left > 0) later.set(line, left - 1);
      else if (/president/i.test(line)) changed.push(at + 1);
    });
    const first = named(`${folder}/${pair}/${before}`);
    const second = named(`${folder}/${pair}/${after}`);
    const hits = changed.filter((line) => first.lines.has(line));
    yield {
      pair,
      changed: changed.length,
      named: hits.length,
      after: second.count,
      how: hits.length === 0 ? "" : first.lines.get(hits[0]!)!,
    };
  }
}

/** Lines that a reading names, with what it says of them. */
function named(path: string): { lines: Map<number, string>; count: number } {
  const lines = new Map<number, string>();
  const note = (row: number | undefined, rows: readonly number[] | undefined, what: string) => {
    for (const line of rows ?? (row === undefined ? [] : [row])) lines.set(line, what);
  };
  let mend: Mend[] = [];
  let count = 0;
  for (let turn = 0; turn < 4; turn++) {
    try {
      const read = readReturns(path, { mend });
      for (const anomaly of findAnomalies(read)) {
        if (anomaly.kind === "no votes named") continue;
        count++;
        note(undefined, anomaly.rows, anomaly.message);
      }
      break;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const problems = error.problems as ReturnsProblem[];
      for (const { row, rows, found } of problems) note(row, rows, `refused: ${found}`);
      count += problems.length;
      const options = problems.flatMap(({ option }) => option === undefined ? [] : [option]);
      const next = [...new Set([...mend, ...options])];
      if (next.length === mend.length || options.length < problems.length) break;
      mend = next;
    }
  }
  return { lines, count };
}
