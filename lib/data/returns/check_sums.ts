import { nearest } from "../../check/mod.ts";
import {
  type ComparedCandidate,
  compareTotals,
  type TotalsComparison,
  type TotalsVerdict,
  type Votes,
} from "./compare_totals.ts";
import { countyKey } from "./county_key.ts";
import type { CountySum } from "./sums.ts";
import type { KnownCounty, KnownTotals } from "./totals_index.ts";
import { findState } from "../states.ts";
import { inVotes } from "../in_votes.ts";

/** What is known of a state in an election. */
export type TotalsOf = (year: number, state: string) => KnownTotals;

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
  /** How the sums stand to the known ones; "county not known" where none has this name. */
  readonly verdict: TotalsVerdict | "county not known";
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
const BY_NAME: readonly string[] = ["AK", "DC"];
/** Shorter names are near to too many others. */
const LEAST_LETTERS = 5;
/** So many counties that no table knows are the state's, under other names. */
const LEAST_UNPLACED = 5;
/** Places of no known county are a state's, and no part of it, where they have so much of its votes. */
const LEAST_OF_STATE = 0.5;
/** A state is judged as a whole where so many of its counties have rows. */
const WHOLE = 0.98;

/** Holds county sums against known totals. */
export function checkSums(sums: readonly CountySum[], totalsOf: TotalsOf): ReturnsCheck[] {
  const checks: ReturnsCheck[] = [];
  const states = new Map<string, CountySum[]>();
  for (const sum of sums) {
    if (sum.year === null || sum.state === null) continue;
    const key = `${sum.year} ${sum.state}`;
    states.set(key, [...states.get(key) ?? [], sum]);
  }
  for (const [key, counties] of states) {
    const [year, state] = [Number(key.slice(0, -3)), key.slice(-2)];
    checks.push(...checkState(year, state, counties, totalsOf(year, state)));
  }
  return checks;
}

/** Votes and modes of voting, of a county or of a state. */
type Sum = Pick<CountySum, "votes" | "modes">;

function checkState(
  year: number,
  state: string,
  sums: readonly CountySum[],
  known: KnownTotals,
): ReturnsCheck[] {
  const tolerance = COMPILED_YEARS.includes(year) ? COMPILED : CERTIFIED;
  const checks: ReturnsCheck[] = [];
  const merged = new Map<KnownCounty, Sum>();
  const whole: Sum = { votes: new Map(), modes: new Set() };
  const strange = new Set<string>();
  let unplaced = 0;
  for (const sum of sums) {
    add(whole, sum);
    // Alaska's districts and the District's wards have codes that elsewhere are boroughs and the whole.
    const coded = sum.fips === null || BY_NAME.includes(state) ? undefined : sum.fips;
    const county = (coded === undefined ? undefined : known.byFips.get(coded)) ??
      (sum.county === null ? undefined : countyOf(sum.county, state, known));
    if (county === undefined) {
      unplaced++;
      if (sum.county !== null && !BY_NAME.includes(state)) strange.add(sum.county);
      continue;
    }
    const into = merged.get(county) ?? { votes: new Map(), modes: new Set() };
    merged.set(county, into);
    add(into, sum);
  }
  const placed = merged.size;
  const missing = [...new Set(known.byName.values())].filter((county) => !merged.has(county));
  for (const name of strange) {
    // So many are towns, or districts; and of early elections no county is known.
    if (strange.size >= LEAST_UNPLACED || known.byFips.size === 0) break;
    const meant = misspelled(name, missing);
    // A place that is no county, such as votes from overseas, is passed over beside known ones.
    if (meant === undefined && merged.size > 0) continue;
    checks.push({
      level: "county",
      year,
      state_po: state,
      fips: null,
      county: name,
      verdict: "county not known",
      candidates: [],
      difference: 0,
      message:
        `${findState(state)!.name} has no county "${name}" in the known totals of ${year}: ` +
        (meant === undefined ? "" : `nearest "${meant}"; `) + "its votes were not held against any",
    });
  }
  const compare = (
    level: ReturnsCheck["level"],
    sum: Sum,
    votes: Votes,
    within: number,
    { fips, county }: Pick<ReturnsCheck, "fips" | "county">,
  ) => {
    const compared = compareTotals(sum.votes, votes, { tolerance: within, oneMode: oneMode(sum) });
    if (compared === undefined) return;
    const place = county === null ? findState(state)!.name : `${county}, ${state}`;
    const early = compared.verdict !== "agrees" && level === "county" && within === COMPILED
      ? "; the known counts are from before some canvasses were closed"
      : "";
    const message = inWords(`${place} ${year}`, compared) + early;
    checks.push({ level, year, state_po: state, fips, county, ...compared, message });
  };
  for (const [county, sum] of merged) compare("county", sum, county.votes, tolerance, county);
  const most = known.state !== undefined && placed === 0 &&
    votesOf(whole.votes) >= LEAST_OF_STATE * votesOf(known.state);
  if (
    known.state !== undefined &&
    (most || isWhole(state, sums, placed, unplaced, known.byFips.size))
  ) {
    compare("state", whole, known.state, CERTIFIED, { fips: null, county: null });
  }
  return checks;
}

function votesOf(votes: Votes): number {
  let all = 0;
  for (const count of votes.values()) all += count;
  return all;
}

/**
 * A county's name as the known totals have it. Missouri counts Kansas City's part of Jackson County
 * apart; where the known totals do not, it is the county's.
 */
function knownKey(name: string, state: string, known: KnownTotals): string {
  const key = countyKey(name);
  return state === "MO" && key === "kansascity" && !known.byName.has(key) ? "jackson" : key;
}

/** The county of a name, or of the three digits of its code. */
function countyOf(name: string, state: string, known: KnownTotals): KnownCounty | undefined {
  if (/^\d{3}$/.test(name)) return known.byFips.get(findState(state)!.fips + name);
  return known.byName.get(knownKey(name, state, known));
}

/** The county that the file lacks and whose name is nearly this one. */
function misspelled(name: string, missing: readonly KnownCounty[]): string | undefined {
  const key = countyKey(name);
  if (key.length < LEAST_LETTERS) return undefined;
  const meant = nearest(key, missing.map(({ county }) => countyKey(county)));
  const found = missing.find(({ county }) => countyKey(county) === meant);
  return found?.county;
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

function add(into: Sum, from: Sum): void {
  for (const [candidate, votes] of from.votes) {
    into.votes.set(candidate, (into.votes.get(candidate) ?? 0) + votes);
  }
  for (const mode of from.modes) into.modes.add(mode);
}

function oneMode({ modes }: Sum): boolean {
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
  { verdict, candidates, difference }: TotalsComparison,
): string {
  const grouped = (value: number) => value.toLocaleString("en");
  if (verdict === "agrees") {
    return `${place} agrees with the known totals` +
      (difference === 0 ? " exactly" : ` to within ${inVotes(difference)}`);
  }
  const beside = candidates.slice(0, 2).map(({ candidate, votes, known }) =>
    `${candidate} ${grouped(votes)} where ${grouped(known)} are known`
  );
  return `${place} ${PHRASES[verdict]}: ${beside.join(", ")}`;
}
