import {
  requireCount,
  requireDistinct,
  requireInteger,
  requireList,
  requireName,
  requireRecord,
} from "../check/mod.ts";
import { DataError, type DataProblem } from "./data_error.ts";

/** A sum of votes, and what it is a sum of. */
export interface CountedSum {
  /** The table, or the file, that the votes were added up in. */
  readonly table: string;
  /** The year of the election. */
  readonly year: number;
  /** Postal code, or "US" for the nation. */
  readonly state_po: string;
  /** The candidate, or "All candidates". */
  readonly candidate: string;
  /** Votes by the control. */
  readonly votes: number;
}

/** An official figure, or another one that a sum must meet. */
export interface ControlTotal extends CountedSum {
  /** Who says so. */
  readonly control: string;
}

/** Why some sums differ from their control totals. */
export interface DifferenceCause {
  /** A short name of the cause, for grouping: "fusion lines missing". */
  readonly cause: string;
  /** What happened, in a sentence or two. */
  readonly explanation: string;
  /** The table's name. */
  readonly table: string;
  /** The years that are compared. */
  readonly years: readonly number[];
  /** Postal codes; left out for any. */
  readonly states?: readonly string[];
  /** Candidates; left out for any. */
  readonly candidates?: readonly string[];
  /** The exact difference, where the cause explains just that. */
  readonly difference?: number;
}

/** A sum beside its control total. */
export interface Reconciliation {
  /** The table's name. */
  readonly table: string;
  /** The year of the election. */
  readonly year: number;
  /** The state's two letters. */
  readonly state_po: string;
  /** The candidate's name. */
  readonly candidate: string;
  /** The sum of the table. */
  readonly ours: number;
  /** The control's total. */
  readonly official: number;
  /** Ours less the official figure. */
  readonly difference: number;
  /** The cause's name; null where there is no difference, or no cause is known. */
  readonly cause: string | null;
  /** The cause of a difference; null where there is none. */
  readonly explanation: string | null;
  /** Which control it is. */
  readonly control: string;
}

type Subject = Pick<CountedSum, "table" | "year" | "state_po" | "candidate">;

const TASK = "reconcile";

function requireRecords(name: string, list: readonly object[]): void {
  requireList(TASK, name, list);
  for (const [at, row] of list.entries()) requireRecord(TASK, `${name}[${at}]`, row);
}

function requireSums(name: string, sums: readonly CountedSum[]): void {
  requireRecords(name, sums);
  for (const [at, sum] of sums.entries()) {
    requireName(TASK, `table of ${name}[${at}]`, sum.table);
    requireInteger(TASK, `year of ${name}[${at}]`, sum.year);
    requireName(TASK, `state of ${name}[${at}]`, sum.state_po);
    requireName(TASK, `candidate of ${name}[${at}]`, sum.candidate);
    requireCount(TASK, `votes of ${name}[${at}]`, sum.votes);
  }
}

function keyOf({ table, year, state_po, candidate }: Subject): string {
  return [table, year, state_po, candidate].join("\t");
}

function explains(cause: DifferenceCause, subject: Subject, difference: number): boolean {
  return cause.table === subject.table && cause.years.includes(subject.year) &&
    (cause.states?.includes(subject.state_po) ?? true) &&
    (cause.candidates?.includes(subject.candidate) ?? true) &&
    (cause.difference === undefined || cause.difference === difference);
}

/**
 * Compares sums with control totals: every control total gives a row, and a difference gets the
 * first cause that fits it. Takes time in proportion to controls times causes.
 *
 * @param sums Sums of votes, each subject once; where one is missing, it is 0.
 * @param controls The figures that they must meet.
 * @param causes Known causes of differences.
 *
 * @throws {TypeError} if what should be a list, a row, a name or a number is none.
 * @throws {RangeError} if a count is no count, or a subject has two sums.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { reconcile } from "tallybook/data";
 *
 * const about = { table: "mine", year: 2000, state_po: "FL", candidate: "Al Gore" };
 * const [row] = reconcile(
 *   [{ ...about, votes: 2_911_417 }],
 *   [{ ...about, votes: 2_912_253, control: "certified" }],
 *   [{
 *     cause: "late ballots from abroad",
 *     explanation: "Certified for the state, not by county",
 *     table: "mine",
 *     years: [2000],
 *     difference: -836,
 *   }],
 * );
 * assertEquals([row?.difference, row?.cause], [-836, "late ballots from abroad"]);
 * ```
 */
export function reconcile(
  sums: readonly CountedSum[],
  controls: readonly ControlTotal[],
  causes: readonly DifferenceCause[] = [],
): Reconciliation[] {
  requireSums("sums", sums);
  requireSums("controls", controls);
  requireRecords("causes", causes);
  requireDistinct(TASK, "sums", sums.map((sum) => keyOf(sum).replaceAll("\t", ", ")));
  const ours = new Map(sums.map((sum) => [keyOf(sum), sum.votes]));
  return controls.map(({ votes, control, ...subject }) => {
    const sum = ours.get(keyOf(subject)) ?? 0;
    const difference = sum - votes;
    const cause = difference === 0
      ? undefined
      : causes.find((candidate) => explains(candidate, subject, difference));
    return {
      table: subject.table,
      year: subject.year,
      state_po: subject.state_po,
      candidate: subject.candidate,
      ours: sum,
      official: votes,
      difference,
      cause: cause?.cause ?? null,
      explanation: cause?.explanation ?? null,
      control,
    };
  });
}

/**
 * Insists that every difference has a cause, and that every cause explains a difference.
 *
 * @throws {DataError} listing each difference without a cause, and each cause that explains none.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { assertReconciled, DataError, reconcile } from "tallybook/data";
 *
 * const about = { table: "mine", year: 2016, state_po: "MI", candidate: "Jill Stein" };
 * const rows = reconcile(
 *   [{ ...about, votes: 51_462 }],
 *   [{ ...about, votes: 51_463, control: "FEC" }],
 * );
 * assertThrows(() => assertReconciled(rows), DataError, "1 too few");
 * ```
 */
export function assertReconciled(
  rows: readonly Reconciliation[],
  causes: readonly DifferenceCause[] = [],
): void {
  requireRecords("rows", rows);
  requireRecords("causes", causes);
  const problems: DataProblem[] = rows
    .filter(({ difference, cause }) => difference !== 0 && cause === null)
    .map((row) => ({
      file: row.table,
      expected:
        `${row.official} votes for ${row.candidate}, ${row.state_po} ${row.year} (${row.control})`,
      found: `${row.ours}, which is ${Math.abs(row.difference)} too ${
        row.difference > 0 ? "many" : "few"
      }, without a named cause`,
    }));
  const used = new Set(rows.map(({ explanation }) => explanation));
  for (const { table, cause, explanation } of causes) {
    if (!used.has(explanation)) {
      problems.push({
        file: table,
        expected: `a difference that the cause "${cause}" explains`,
        found: "none",
      });
    }
  }
  if (problems.length > 0) throw new DataError("Cannot reconcile", problems);
}
