import { type ComparedCandidate, compareTotals, type TotalsVerdict } from "./compare_totals.ts";
import { countyKey } from "./county_key.ts";
import { type KnownCounty, knownTotals } from "./known_totals.ts";
import type { CountySum } from "./sums.ts";
import type { DataFrame } from "nodejs-polars";
import { refusal, unknownName } from "../../check/mod.ts";
import { isTotalMode } from "./place_words.ts";
import { findState } from "../states.ts";

/** How one county's or one state's sums stand to the totals that the project knows. */
export interface ReturnsCheck {
  /** Whether it is a county or a state. */
  readonly level: "county" | "state";
  /** The year of the election. */
  readonly year: number;
  /** The state's two letters. */
  readonly state_po: string;
  /** The county's five digits (FIPS); null for a state. */
  readonly fips: string | null;
  /** The county's name; null for a state. */
  readonly county: string | null;
  /** "not checked" where what the project knows of the counties is itself incomplete. */
  readonly verdict: TotalsVerdict | "not checked";
  /** The candidates with both sums. */
  readonly candidates: readonly ComparedCandidate[];
  /** The largest difference of a leading candidate, in votes. */
  readonly difference: number;
  /** The finding in a sentence. */
  readonly message: string;
}

/** Counts may differ so much and agree: 2020 and 2024 were compiled before some canvasses. */
const CERTIFIED = 0.005;
const COMPILED = 0.02;
const COMPILED_YEARS: readonly number[] = [2020, 2024];
/** States whose known counties are incomplete, with what they lack. */
const LACKING: Readonly<Record<string, string>> = {
  "NY 2004": "lack the lines of smaller parties: 133,525 votes for Kerry and 155,574 for Bush",
  "NY 2008": "are from before the canvass was amended: 35,245 votes for Obama and 10,473 for " +
    "McCain are missing",
  "NY 2012": "lack the lines of smaller parties: 161,513 votes for Obama and 267,034 for Romney",
};
const BY_NAME: readonly string[] = ["AK", "DC"];
/** So many counties that no table knows are the state's, under other names. */
const LEAST_UNPLACED = 5;
/** A state is judged as a whole where so many of its counties have rows. */
const WHOLE = 0.98;

/** Holds county sums against the tables of this project. */
export function checkSums(sums: readonly CountySum[]): ReturnsCheck[] {
  const checks: ReturnsCheck[] = [];
  const states = new Map<string, CountySum[]>();
  for (const sum of sums) {
    if (sum.year === null || sum.state === null) continue;
    const key = `${sum.year} ${sum.state}`;
    states.set(key, [...states.get(key) ?? [], sum]);
  }
  for (const [key, counties] of states) {
    const [year, state] = [Number(key.slice(0, -3)), key.slice(-2)];
    checks.push(...checkState(year, state, counties));
  }
  return checks;
}

function checkState(year: number, state: string, sums: readonly CountySum[]): ReturnsCheck[] {
  const known = knownTotals(year, state);
  const tolerance = COMPILED_YEARS.includes(year) ? COMPILED : CERTIFIED;
  const checks: ReturnsCheck[] = [];
  const merged = new Map<KnownCounty, { votes: Map<string, number>; modes: Set<string> }>();
  const whole = { votes: new Map<string, number>(), modes: new Set<string>() };
  let unplaced = 0;
  for (const sum of sums) {
    add(whole, sum);
    // Alaska's districts and the District's wards have codes that elsewhere are boroughs and the whole.
    const coded = sum.fips === null || BY_NAME.includes(state) ? undefined : sum.fips;
    const county = (coded === undefined ? undefined : known.byFips.get(coded)) ??
      (sum.county === null ? undefined : known.byName.get(countyKey(sum.county)));
    if (county === undefined) {
      unplaced++;
      continue;
    }
    const into = merged.get(county) ?? { votes: new Map(), modes: new Set() };
    merged.set(county, into);
    add(into, sum);
  }
  const placed = merged.size;
  const lacking = LACKING[`${state} ${year}`];
  if (lacking !== undefined && merged.size > 0) {
    checks.push({
      level: "state",
      year,
      state_po: state,
      fips: null,
      county: null,
      verdict: "not checked",
      candidates: [],
      difference: 0,
      message: `The counties of ${findState(state)!.name} ${year} were not checked: ` +
        `those of county_returns ${lacking}`,
    });
    merged.clear();
  }
  for (const [county, { votes, modes }] of merged) {
    const compared = compareTotals(votes, county.votes, { tolerance, oneMode: oneMode(modes) });
    if (compared === undefined) continue;
    const place = `${county.county}, ${state} ${year}`;
    checks.push({
      level: "county",
      year,
      state_po: state,
      fips: county.fips,
      county: county.county,
      ...compared,
      message: inWords(place, compared.verdict, compared.candidates, compared.difference),
    });
  }
  if (known.state !== undefined && isWhole(state, sums, placed, unplaced, known.byFips.size)) {
    const compared = compareTotals(whole.votes, known.state, {
      tolerance: CERTIFIED,
      oneMode: oneMode(whole.modes),
    });
    if (compared !== undefined) {
      const place = `${findState(state)!.name} ${year}`;
      checks.push({
        level: "state",
        year,
        state_po: state,
        fips: null,
        county: null,
        ...compared,
        message: inWords(place, compared.verdict, compared.candidates, compared.difference),
      });
    }
  }
  return checks;
}

/** Whether rows cover a whole state: nearly all its counties, or rows without a known county. */
function isWhole(
  state: string,
  sums: readonly CountySum[],
  placed: number,
  unplaced: number,
  counties: number,
): boolean {
  if (placed > 0) return placed >= WHOLE * counties;
  return state === "DC" || unplaced >= LEAST_UNPLACED ||
    // Precincts without a county may be any part of the state.
    sums.every(({ county, fips, places }) => county === null && fips === null && !places);
}

function add(
  into: { votes: Map<string, number>; modes: Set<string> },
  from: { votes: ReadonlyMap<string, number>; modes: ReadonlySet<string> },
): void {
  for (const [candidate, votes] of from.votes) {
    into.votes.set(candidate, (into.votes.get(candidate) ?? 0) + votes);
  }
  for (const mode of from.modes) into.modes.add(mode);
}

function oneMode(modes: ReadonlySet<string>): boolean {
  return modes.size === 1 && !modes.has("");
}

const PHRASES: Readonly<Record<TotalsVerdict, string>> = {
  "agrees": "agrees with the known totals",
  "doubled": "has about twice the known votes: a total stands among its parts",
  "tripled": "has about three times the known votes: a total is repeated",
  "about half missing": "has about half of the known votes",
  "most missing":
    "has less than two fifths of the known votes, as where one mode of voting was taken for all",
  "one mode only": "has one mode of voting only, and fewer votes than are known",
  "another contest": "has votes, but none for the candidates for president",
  "a candidate missing": "has no votes for one of the leading candidates",
  "fewer votes": "has fewer votes than are known",
  "more votes": "has more votes than are known",
  "candidates differ": "has more votes than are known for one candidate and fewer for another",
};

function inWords(
  place: string,
  verdict: TotalsVerdict,
  candidates: readonly ComparedCandidate[],
  difference: number,
): string {
  const grouped = (value: number) => value.toLocaleString("en");
  if (verdict === "agrees") {
    return `${place} agrees with the known totals` +
      (difference === 0 ? " exactly" : ` to within ${grouped(difference)} votes`);
  }
  const beside = candidates.slice(0, 2).map(({ candidate, votes, known }) =>
    `${candidate} ${grouped(votes)} where ${grouped(known)} are known`
  );
  return `${place} ${PHRASES[verdict]}: ${beside.join(", ")}`;
}

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
 * voting only, or is another contest. This catches what no file shows of itself. Counties of New York
 * in 2004, 2008 and 2012 are not held against ours, which lack votes: one check says so.
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
  if (Array.isArray(returns)) return checkSums(rowSums(returns as readonly SummedRow[]));
  if (typeof returns === "object" && returns !== null) {
    if ("checks" in returns && Array.isArray(returns.checks)) return returns.checks;
    if ("getColumn" in returns) return checkSums(rowSums(frameRows(returns)));
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
  for (const row of rows) {
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
