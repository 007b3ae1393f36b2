import {
  requireList,
  requireName,
  requireNumber,
  requireOneOf,
  requireRecord,
  requireShare,
} from "../../check/mod.ts";
import { type Contest, stateOf } from "../contest.ts";
import type { DistrictShare } from "../district_rounding.ts";
import { requireContests } from "../require_contests.ts";
import { compactRule, nationalPopularVote } from "./national.ts";
import { proportionalRule } from "./proportional.ts";
import type { RuleResult } from "./settle.ts";
import { districtRule, winnerTakeAll, withoutSenators } from "./single_member.ts";

/** What {@linkcode compareRules} is given. */
export interface ElectionUnderRules {
  /** Whole states with all their electors. */
  readonly states: readonly Contest[];
  /** Every congressional district, or none where their votes are not known. */
  readonly districts: readonly Contest[];
  /** The two candidates between whom proportional rules divide, and who may win a unit. */
  readonly candidates: readonly string[];
  /** States that choose electors by district in fact: Maine and Nebraska. */
  readonly byDistrict: readonly string[];
  /** Members of the interstate compact on the day of the election. */
  readonly compact: readonly string[];
}

/** A rule's result with the name that tables show. */
export interface NamedRule {
  /** The rule's name. */
  readonly name: string;
  /** What it gives. */
  readonly result: RuleResult;
}

/**
 * The same votes under every rule that is commonly proposed, in a fixed order. The
 * district rule is left out where districts' votes are not known, and the
 * fractional rule divides among all who have votes.
 *
 * The votes were cast under the rule in force: candidates and voters would have
 * acted otherwise under another, so these are results of arithmetic, not of history.
 *
 * @throws {RangeError} as the single rules do.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareRules } from "tallybook/election";
 *
 * const states = [
 *   { unit: "A", electors: 3, votes: { x: 60, y: 10 } },
 *   { unit: "B", electors: 5, votes: { x: 40, y: 50 } },
 * ];
 * const rules = compareRules({
 *   states,
 *   districts: [],
 *   candidates: ["x", "y"],
 *   byDistrict: [],
 *   compact: [],
 * });
 * const winners = rules.map(({ name, result }) => [name, result.winner]);
 * assertEquals(winners[0], ["In force", "y"]); // 5 of 8 electors, with 60 of 160 votes
 * assertEquals(winners.at(-1), ["National popular vote", "x"]);
 * ```
 */
export function compareRules(election: ElectionUnderRules): NamedRule[] {
  const task = "compare rules";
  requireRecord(task, "election", election);
  const { states, districts, candidates, byDistrict, compact } = election;
  requireContests(task, states);
  requireContests(task, districts, { least: 0 });
  requireList(task, "states that choose by district", byDistrict);
  const names = states.map(({ unit }) => unit);
  for (const state of byDistrict) {
    requireOneOf(task, "state that chooses by district", state, names);
  }
  const own = districts.filter((district) => byDistrict.includes(stateOf(district.unit)));
  const divided = new Map<string, number>();
  for (const { unit } of own) divided.set(stateOf(unit), (divided.get(stateOf(unit)) ?? 0) + 1);
  const units = [
    ...states.map((state) => ({
      ...state,
      electors: state.electors - (divided.get(state.unit) ?? 0),
    })),
    ...own.map((district) => ({ ...district, electors: 1 })),
  ];
  const rules: NamedRule[] = [
    { name: "In force", result: winnerTakeAll(units, { candidates }) },
    { name: "Winner take all, every state", result: winnerTakeAll(states, { candidates }) },
    {
      name: "Without the senators' electors",
      result: withoutSenators(units, { candidates }),
    },
  ];
  if (districts.length > 0) {
    rules.push({
      name: "District winners and two for the state",
      result: districtRule(states, districts, { candidates }),
    });
  }
  return [
    ...rules,
    {
      name: "Proportional, largest remainder",
      result: proportionalRule(states, { candidates }),
    },
    {
      name: "Proportional, D'Hondt",
      result: proportionalRule(states, { candidates, method: "dhondt" }),
    },
    {
      name: "Fractions of electors, of all votes",
      result: proportionalRule(states, { method: "fractional" }),
    },
    {
      name: "Compact, with its members of the day",
      result: compactRule(units, { members: compact, candidates }),
    },
    { name: "National popular vote", result: nationalPopularVote(states, { candidates }) },
  ];
}

/**
 * One contest a district from rows of two-party shares. Votes are rounded to whole
 * ones; a share of exactly one half stays an exact tie, of one vote fewer if their number is odd.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { districtContests } from "tallybook/election";
 *
 * const row = { district: "ME-02", democrat: "a", republican: "b", republican_share: 0.55,
 *   two_party_votes: 200 };
 * assertEquals(districtContests([row]), [
 *   { unit: "ME-02", electors: 1, votes: { a: 90, b: 110 } },
 * ]);
 * ```
 */
export function districtContests(rows: readonly DistrictShare[]): Contest[] {
  const task = "make contests of districts";
  requireList(task, "rows", rows);
  return rows.map((row, i) => {
    requireRecord(task, `rows[${i}]`, row);
    requireName(task, `district of rows[${i}]`, row.district);
    requireName(task, `Democrat of ${row.district}`, row.democrat);
    requireName(task, `Republican of ${row.district}`, row.republican);
    if (row.two_party_votes === null) return { unit: row.district, electors: 1, votes: {} };
    requireShare(task, `Republican share in ${row.district}`, row.republican_share);
    requireNumber(task, `two-party votes of ${row.district}`, row.two_party_votes, {
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
    });
    const even = row.republican_share === 0.5;
    const counted = Math.round(row.two_party_votes);
    const all = even ? counted - counted % 2 : counted;
    const republican = Math.round(all * row.republican_share);
    return {
      unit: row.district,
      electors: 1,
      votes: { [row.democrat]: all - republican, [row.republican]: republican },
    };
  });
}
