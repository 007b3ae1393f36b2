import { checkSums, type ReturnsCheck } from "./check_sums.ts";
import { knownTotals } from "./known_totals.ts";
import type { CountySum } from "./sums.ts";
import type { DataFrame } from "nodejs-polars";
import {
  refusal,
  requireList,
  requireNumber,
  requireRecord,
  requireText,
  unknownName,
} from "../../check/mod.ts";
import { isTotalMode } from "./place_words.ts";

export type { ReturnsCheck } from "./check_sums.ts";

/** One row of returns: what is counted where, in which election. */
export interface SummedRow {
  readonly year: number | null;
  readonly state_po: string | null;
  readonly fips?: string | null;
  readonly county?: string | null;
  readonly precinct?: string | null;
  readonly candidate: string;
  readonly mode?: string | null;
  readonly votes: number | null;
}

/**
 * Holds returns against the project's own tables of counties and states, and says of each county
 * whether it agrees and to within how many votes, is doubled, about half missing, has one mode of
 * voting only, or is another contest. This catches what no file shows of itself.
 *
 * Counties are found by code, else by name. Of 2020 and 2024 two percent of a county's votes may
 * differ, because the known counts were compiled before some canvasses; of other years half a
 * percent.
 *
 * @param returns What {@linkcode readReturns} gave, or a frame or a list of rows with year,
 * state_po, fips or county, candidate and votes.
 * @returns One check a county, and one a state where all its counties have rows; none where no
 * table knows the year.
 * @throws {TypeError} for what is none of these.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkReturns, loadCountyReturns } from "tallybook/data";
 *
 * const wisconsin = loadCountyReturns({ year: 2016, states: ["WI"] });
 * const doubled = wisconsin.map((row) => ({ ...row, votes: 2 * row.votes }));
 * assertEquals(checkReturns(wisconsin)[0]?.verdict, "agrees");
 * assertEquals(checkReturns(doubled)[0]?.verdict, "doubled");
 * ```
 */
export function checkReturns(
  returns: { readonly checks: readonly ReturnsCheck[] } | DataFrame | readonly SummedRow[],
): readonly ReturnsCheck[] {
  if (Array.isArray(returns)) {
    return checkSums(rowSums(returns as readonly SummedRow[]), knownTotals);
  }
  if (typeof returns === "object" && returns !== null) {
    if ("checks" in returns && Array.isArray(returns.checks)) return returns.checks;
    if ("getColumn" in returns) return checkSums(rowSums(frameRows(returns)), knownTotals);
  }
  throw new TypeError(refusal({
    task: "check returns",
    where: "returns",
    found: returns,
    expected: "what readReturns() gave, a data frame or a list of rows",
  }));
}

/** The rows of a data frame, column by column. */
function frameRows(frame: DataFrame): SummedRow[] {
  const has = (name: string) => frame.columns.includes(name);
  for (const name of ["year", "state_po", "candidate", "votes"]) {
    if (has(name)) continue;
    throw new RangeError(unknownName("check returns", "column", name, frame.columns));
  }
  const names = ["year", "state_po", "fips", "county", "precinct", "candidate", "mode", "votes"];
  const columns = names.filter(has).map((name) => [name, frame.getColumn(name).toArray()] as const);
  return Array.from({ length: frame.height }, (_, row) =>
    Object.fromEntries(
      columns.map(([name, cells]) => [name, cells[row]]),
    ) as unknown as SummedRow);
}

/** County sums of rows. */
function rowSums(rows: readonly SummedRow[]): CountySum[] {
  const sums = new Map<string, CountySum>();
  const task = "check returns";
  requireList(task, "returns", rows);
  for (const [at, row] of rows.entries()) {
    requireRecord(task, `returns[${at}]`, row);
    requireText(task, `candidate of returns[${at}]`, row.candidate);
    // A frame may hold whole numbers of 64 bits.
    if (row.votes !== null && typeof row.votes !== "bigint") {
      requireNumber(task, `votes of returns[${at}]`, row.votes);
    }
    const { year, state_po, fips = null, county = null, candidate, mode, votes } = row;
    const places = typeof row.precinct === "string";
    const key = `${year}\t${state_po}\t${fips}\t${county}`;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { year, state: state_po, fips, county, votes: new Map(), modes: new Set(), places };
      sums.set(key, sum);
    }
    sum.votes.set(candidate, (sum.votes.get(candidate) ?? 0) + Number(votes ?? 0));
    if (typeof mode === "string" && !isTotalMode(mode)) sum.modes.add(mode.toLowerCase());
  }
  return [...sums.values()];
}
