import { requireInteger, requireOptions } from "../check/mod.ts";
import { type Contest, contests, isDistrict, type VoteRow } from "../election/mod.ts";
import { loadDistrictReturns } from "./tables/district_returns.ts";
import { loadElectoralVotes } from "./tables/electoral_votes.ts";
import { loadStateReturns } from "./tables/state_returns.ts";

/** The first election whose results by district the tables hold. */
const FIRST_WITH_DISTRICTS = 2008;

/**
 * Joins the tables into the contests of one presidential election: each unit with its electors
 * and its votes by candidate.
 *
 * A unit is a state; from 2008 on, Maine and Nebraska are the state (its two electors at large)
 * and each district. Before 2008 no results by district are in the tables, and those two states
 * stand whole: until then both always gave all electors to one candidate. District votes are
 * derived from published shares, some of them rounded to a tenth of a percent or less, so that a
 * district's margin can be off by some hundred votes; votes of the state are counts.
 *
 * A state whose legislature chose the electors is a contest without votes. A state whose electors
 * Congress did not count (Arkansas and Louisiana in 1872) has its votes and 0 electors.
 *
 * Until 1960 some states divided their electors, because voters chose them one by one, by
 * district or by unpledged slates. Here each state is one contest: for what was won, see
 * {@linkcode loadElectoralVotes} with status "won".
 *
 * @param options.year The election, 1824 to 2024.
 * @throws {RangeError} for a year that the tables do not hold.
 * @throws {DataError} when a file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadContests } from "tallybook/data";
 *
 * const florida = loadContests({ year: 2000 }).find(({ unit }) => unit === "FL")!;
 * assertEquals(florida.electors, 25);
 * assertEquals(florida.votes["George W. Bush"]! - florida.votes["Al Gore"]!, 537);
 * ```
 */
export function loadContests(options: { year: number }): Contest[] {
  requireOptions("load contests", options, ["year"]);
  const { year } = options;
  requireInteger("load contests", 'option "year"', year);
  const returns = loadStateReturns({ year }).toRecords();
  const byDistrict = year >= FIRST_WITH_DISTRICTS;
  const electors: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year, status: "won" }).toRecords()) {
    const unit = byDistrict ? row.unit : row.state_po;
    electors[unit] = (electors[unit] ?? 0) + row.electors;
  }
  for (const { state_po } of returns) electors[state_po] ??= 0;
  const units = Object.keys(electors).sort();
  return contests(
    [...returns, ...districtRows(year, units.filter(isDistrict))],
    Object.fromEntries(units.map((unit) => [unit, electors[unit]!])),
  );
}

/** The votes of districts that choose electors, from the Republican share of the two-party vote. */
function districtRows(year: number, units: readonly string[]): VoteRow[] {
  if (units.length === 0) return [];
  return loadDistrictReturns({ year }).toRecords()
    .filter((row) => units.includes(row.district))
    .flatMap((row) => {
      const two = row.two_party_votes!;
      const republican = Math.round(row.republican_share * two);
      return [
        { unit: row.district, candidate: row.republican, votes: republican },
        { unit: row.district, candidate: row.democrat, votes: two - republican },
        { unit: row.district, candidate: "All others", votes: row.total_votes! - two },
      ];
    });
}
