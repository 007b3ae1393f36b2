import { requireCount, requireName, requireOptions } from "../check/mod.ts";
import type { Contest } from "./contest.ts";
import { plurality } from "./plurality.ts";
import { requireContests, requireRows, requireUnits } from "./require_contests.ts";

/** Which electors are counted: those of called contests, of all contests, or the votes electors gave. */
export type TallyStatus = "projected" | "won" | "cast";

/** Who has the Electoral College at some status of the count. */
export type TallyOutcome =
  | { readonly kind: "majority"; readonly winner: string }
  /** Nobody has a majority and no elector is left to decide: the House chooses. */
  | { readonly kind: "no majority" }
  /** Electors still open, tied or missing could give or deny somebody a majority. */
  | { readonly kind: "undecided" };

/** Electors by candidate at one status, with those that nobody has listed by unit and cause. */
export interface ElectoralTally {
  /** Which electors are counted. */
  readonly status: TallyStatus;
  /** Electors by candidate, most first. */
  readonly electors: Readonly<Record<string, number>>;
  /** Units not yet called, with their electors. Empty unless projected. */
  readonly open: readonly UnitElectors[];
  /** Units where the leaders have the same count; their electors are nobody's. */
  readonly tied: readonly (UnitElectors & { readonly candidates: readonly string[] })[];
  /** Units without returns; their electors are nobody's. */
  readonly missing: readonly UnitElectors[];
  /** Electors appointed who gave no vote (one of the District of Columbia's in 2000). Only when cast. */
  readonly abstained: number;
  /** All electors appointed. */
  readonly total: number;
  /** Electors needed: more than half of those appointed. */
  readonly majority: number;
  /** Who has a majority, if anybody. */
  readonly outcome: TallyOutcome;
}

/** A unit and its electors. */
export interface UnitElectors {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
}

/**
 * Count electors by the plurality of each contest.
 *
 * Maine and Nebraska are right when their districts are contests of their own. Electors of tied
 * and missing contests are listed and given to nobody.
 *
 * @param contests All contests of the election.
 * @param options `open`: units not called yet, whatever their counts so far say; their presence
 * makes the status "projected". A projection is somebody's judgment: the units are the caller's.
 * @throws {RangeError} If an open unit is not among the contests.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { tally } from "tallybook/election";
 *
 * const three = [
 *   { unit: "FL", electors: 25, votes: { Bush: 2_912_790, Gore: 2_912_253 } },
 *   { unit: "CA", electors: 54, votes: { Bush: 4_567_429, Gore: 5_861_203 } },
 *   { unit: "GA", electors: 13, votes: { Bush: 1_419_720, Gore: 1_116_230 } },
 * ];
 * assertEquals(tally(three).electors, { Gore: 54, Bush: 38 });
 * assertEquals(tally(three, { open: ["FL"] }).status, "projected");
 * assertEquals(tally(three, { open: ["FL"] }).electors, { Gore: 54, Bush: 13 });
 * ```
 */
export function tally(
  contests: readonly Contest[],
  options: { readonly open?: readonly string[] } = {},
): ElectoralTally {
  const task = "tally electors";
  requireOptions(task, options, ["open"]);
  requireContests(task, contests, { kind: "numbers" });
  requireUnits(task, 'option "open"', options.open ?? [], contests);
  const openUnits = new Set(options.open ?? []);
  const electors: Record<string, number> = {};
  const open: UnitElectors[] = [];
  const tied: (UnitElectors & { candidates: readonly string[] })[] = [];
  const missing: UnitElectors[] = [];
  let total = 0;
  for (const contest of contests) {
    const { unit, electors: count } = contest;
    total += count;
    const result = plurality(contest);
    if (openUnits.has(unit)) open.push({ unit, electors: count });
    else if (result.kind === "missing") missing.push({ unit, electors: count });
    else if (result.kind === "tied") {
      tied.push({ unit, electors: count, candidates: result.candidates });
    } else electors[result.winner] = (electors[result.winner] ?? 0) + count;
  }
  const status = openUnits.size > 0 ? "projected" : "won";
  return conclude({ status, electors, open, tied, missing, abstained: 0, total });
}

/** Electoral votes given to one person, by one unit's electors or by all together. */
export interface ElectoralVoteRow {
  /** The candidate's name. */
  readonly candidate: string;
  /** How many electors it has. */
  readonly electors: number;
}

/**
 * Count the votes that electors cast, which may differ from those won.
 *
 * @param rows Electoral votes; rows of one person are added.
 * @param appointed All electors appointed, 538 since 1964. Those not in a row abstained.
 * @throws {RangeError} If more votes were cast than electors appointed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { tallyCast } from "tallybook/election";
 *
 * const cast2000 = tallyCast(
 *   [{ candidate: "Bush", electors: 271 }, { candidate: "Gore", electors: 266 }],
 *   538,
 * );
 * assertEquals(cast2000.abstained, 1);
 * assertEquals(cast2000.outcome, { kind: "majority", winner: "Bush" });
 * ```
 */
export function tallyCast(rows: Iterable<ElectoralVoteRow>, appointed: number): ElectoralTally {
  const task = "tally electoral votes";
  requireCount(task, "electors appointed", appointed, { minimum: 1 });
  const electors: Record<string, number> = {};
  let cast = 0;
  for (const row of requireRows(task, "rows", rows)) {
    requireName(task, "candidate", row.candidate);
    requireCount(task, `electors for ${row.candidate}`, row.electors);
    electors[row.candidate] = (electors[row.candidate] ?? 0) + row.electors;
    cast += row.electors;
  }
  requireCount(task, "electoral votes cast", cast, { maximum: appointed });
  const abstained = appointed - cast;
  return conclude({
    status: "cast",
    electors,
    open: [],
    tied: [],
    missing: [],
    abstained,
    total: appointed,
  });
}

/**
 * Electors needed to be elected: more than half of those appointed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { majorityOf } from "tallybook/election";
 *
 * assertEquals(majorityOf(538), 270);
 * assertEquals(majorityOf(369), 185); // 1876
 * ```
 */
export function majorityOf(electors: number): number {
  return Math.floor(requireCount("find a majority", "electors", electors) / 2) + 1;
}

/** Order the candidates and add what follows from the counts: the majority and who has it. */
function conclude(counts: Omit<ElectoralTally, "majority" | "outcome">): ElectoralTally {
  const ranked = Object.entries(counts.electors).sort((a, b) => b[1] - a[1]);
  const majority = majorityOf(counts.total);
  const pending = [...counts.open, ...counts.tied, ...counts.missing]
    .reduce((sum, { electors }) => sum + electors, 0);
  const first = ranked[0];
  let outcome: TallyOutcome;
  if (first !== undefined && first[1] >= majority) outcome = { kind: "majority", winner: first[0] };
  else if (pending > 0) outcome = { kind: "undecided" };
  else outcome = { kind: "no majority" };
  return { ...counts, electors: Object.fromEntries(ranked), majority, outcome };
}
