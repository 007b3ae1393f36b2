import { findAnomalies } from "../../find_anomalies.ts";
import { DataError } from "../../data_error.ts";
import type { Mend, ReturnsProblem } from "../problem.ts";
import { readReturns, type ReadReturnsOptions } from "../read_returns.ts";
import type { ReadReturns } from "../read_result.ts";
import type { CorpusFile } from "./corpus_files.ts";

/** What became of one file of a corpus. */
export interface CorpusResult {
  readonly name: string;
  /** "right": read, and every sum agrees; "differs": read, and a check names how sums differ;
   * "unchecked": read, and no known total to compare with; "refused": not read. */
  readonly outcome: "right" | "differs" | "unchecked" | "refused";
  /** Options that the refusal named and that were then given. */
  readonly mends: readonly Mend[];
  readonly rows: number;
  readonly votes: number;
  /** How many checks agree, of how many, and the largest difference of those that agree. */
  readonly agree: number;
  readonly checks: number;
  readonly difference: number;
  /** The first check that does not agree, or why the file was refused. */
  readonly finding: string;
  readonly anomalies: number;
  readonly anomalyKinds: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Files of ballots say neither state nor year; the corpus's folders do. */
const PLACES: readonly (readonly [pattern: RegExp, options: ReadReturnsOptions])[] = [
  [/yuma-2020|pima-2020/, { state: "AZ", year: 2020 }],
  [/dillon-2016/, { state: "SC", year: 2016 }],
  [/san-francisco-2024/, { state: "CA", year: 2024 }],
  [/wyoming-2020/, { state: "WY", year: 2020 }],
];

/** Reads one file as a user would: as it stands, then with the options that the refusal names. */
export function corpusResult(file: CorpusFile): CorpusResult {
  const start = performance.now();
  const folder = file.bytes === undefined ? undefined : Deno.makeTempDirSync();
  const path = folder === undefined ? file.path : `${folder}/${file.path.replace(/^.*\//, "")}`;
  if (folder !== undefined) Deno.writeFileSync(path, file.bytes!);
  const options = PLACES.find(([pattern]) => pattern.test(file.name))?.[1] ?? {};
  const mends: Mend[] = [];
  let read: ReadReturns | undefined;
  let finding = "";
  try {
    // What one mend lets through may show what another is needed for.
    for (let turn = 0; turn < 4 && read === undefined; turn++) {
      try {
        read = readReturns(path, { ...options, mend: mends });
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        finding = error.message.replaceAll(path, file.name.replace(/^.*\//, "")).split("\n")
          .slice(0, 2).join(" ");
        const named = (error.problems as ReturnsProblem[]).flatMap(({ option }) =>
          option === undefined || mends.includes(option) ? [] : [option]
        );
        if (named.length === 0) break;
        mends.push(...new Set(named));
      }
    }
  } finally {
    if (folder !== undefined) Deno.removeSync(folder, { recursive: true });
  }
  const seconds = (performance.now() - start) / 1000;
  if (read === undefined) {
    return {
      name: file.name,
      outcome: "refused",
      mends,
      rows: 0,
      votes: 0,
      agree: 0,
      checks: 0,
      difference: 0,
      finding,
      anomalies: 0,
      anomalyKinds: {},
      seconds,
    };
  }
  const { checks } = read;
  const agree = checks.filter(({ verdict }) => verdict === "agrees");
  const other = checks.find(({ verdict }) => verdict !== "agrees");
  const anomalies = findAnomalies(read).filter(({ kind }) => kind !== "no votes named");
  const kinds: Record<string, number> = {};
  for (const { kind } of anomalies) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    name: file.name,
    outcome: checks.length === 0 ? "unchecked" : other === undefined ? "right" : "differs",
    mends,
    rows: read.returns.height,
    votes: Number(read.returns.getColumn("votes").sum() ?? 0),
    agree: agree.length,
    checks: checks.length,
    difference: Math.max(0, ...agree.map(({ difference }) => difference)),
    finding: other?.message ?? "",
    anomalies: anomalies.length,
    anomalyKinds: kinds,
    seconds,
  };
}
