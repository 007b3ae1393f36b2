import {
  refusal,
  requireCount,
  requireList,
  requireName,
  requireNumber,
  requireRecord,
} from "../../check/mod.ts";
import type { Contest } from "../contest.ts";
import { requireContests, requireRan, requireVotes } from "../require_contests.ts";
import { plurality } from "../plurality.ts";
import { type BreakEven, breakEven } from "./break_even.ts";

/** Whose absence is asked about, and between whom. */
export interface SpoilerQuestion {
  /** The candidate whom the others' absence might have helped. */
  readonly beneficiary: string;
  /** The candidate compared with. */
  readonly opponent: string;
  /** The candidates taken out. */
  readonly without: readonly string[];
}

/** A unit as the question sees it. */
export interface SpoilerUnit {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** Who won the unit as it was; undefined when tied. */
  readonly winner: string | undefined;
  /** Votes of the one who would gain. */
  readonly beneficiaryVotes: number;
  /** Votes of the opponent. */
  readonly opponentVotes: number;
  /** The opponent's votes less the beneficiary's; negative where the beneficiary is ahead. */
  readonly lead: number;
  /** Votes by candidate taken out. */
  readonly thirds: Readonly<Record<string, number>>;
  /** Their sum. */
  readonly third: number;
  /** Votes of the candidates who remain besides the two. */
  readonly others: Readonly<Record<string, number>>;
  /** What the beneficiary needed of those voters; negative where already ahead. */
  readonly breakEven: BreakEven;
  /** What the opponent needed of them: the reverse question. */
  readonly reverse: BreakEven;
}

/**
 * Put the question "what if these candidates had not run?" to every contest: who leads by how
 * much, how many votes would have been free, and what share of them either side needed.
 *
 * Contests without returns are left out. A district whose returns don't name the candidates taken
 * out has no such voters, so it stays as it was.
 *
 * @throws {RangeError} If a candidate did not run (listing who did), or is named twice.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spoilerUnits } from "tallybook/election";
 *
 * const [michigan] = spoilerUnits([{
 *   unit: "MI",
 *   electors: 16,
 *   votes: { Trump: 2_279_543, Clinton: 2_268_839, Johnson: 172_136, Stein: 51_463 },
 * }], { beneficiary: "Clinton", opponent: "Trump", without: ["Johnson", "Stein"] });
 * assertEquals([michigan?.lead, michigan?.third], [10_704, 223_599]);
 * assertEquals(michigan?.breakEven.netShare.toFixed(6), "0.047871");
 * ```
 */
export function spoilerUnits(
  contests: readonly Contest[],
  question: SpoilerQuestion,
): SpoilerUnit[] {
  const task = "ask about spoilers";
  requireContests(task, contests);
  requireRecord(task, "question", question);
  const { beneficiary, opponent, without } = question;
  requireList(task, "candidates to take out", without, { least: 1 });
  const named = [beneficiary, opponent, ...without];
  requireRan(task, "beneficiary", beneficiary, contests);
  requireRan(task, "opponent", opponent, contests);
  for (const name of without) requireRan(task, "candidate to take out", name, contests);
  if (new Set(named).size < named.length) {
    throw new RangeError(
      refusal({
        task,
        where: "question",
        found: named.join(", "),
        expected: "different candidates",
      }),
    );
  }
  const units: SpoilerUnit[] = [];
  for (const contest of contests) {
    const result = plurality(contest);
    if (result.kind === "missing") continue;
    const { votes, unit, electors } = contest;
    const thirds = Object.fromEntries(without.map((name) => [name, votes[name] ?? 0]));
    const third = Object.values(thirds).reduce((sum, count) => sum + count, 0);
    const beneficiaryVotes = votes[beneficiary] ?? 0;
    const opponentVotes = votes[opponent] ?? 0;
    const lead = opponentVotes - beneficiaryVotes;
    units.push({
      unit,
      electors,
      winner: result.kind === "won" ? result.winner : undefined,
      beneficiaryVotes,
      opponentVotes,
      lead,
      thirds,
      third,
      others: Object.fromEntries(Object.entries(votes).filter(([name]) => !named.includes(name))),
      breakEven: breakEven(lead, third),
      reverse: breakEven(-lead, third),
    });
  }
  return units;
}

/** Throws unless these are units as {@linkcode spoilerUnits} makes them. */
export function requireSpoilerUnits(task: string, units: readonly SpoilerUnit[]): void {
  requireList(task, "units", units, { least: 1 });
  for (let i = 0; i < units.length; i++) {
    const unit = requireRecord(task, `units[${i}]`, units[i]!);
    requireName(task, `name of units[${i}]`, unit.unit);
    const of = unit.unit;
    requireCount(task, `electors of ${of}`, unit.electors);
    requireCount(task, `votes of the beneficiary in ${of}`, unit.beneficiaryVotes);
    requireCount(task, `votes of the opponent in ${of}`, unit.opponentVotes);
    requireNumber(task, `lead in ${of}`, unit.lead);
    requireVotes(task, ` in ${of}`, unit.thirds);
    requireVotes(task, ` in ${of}`, unit.others);
    requireRecord(task, `break-even of ${of}`, unit.breakEven);
    requireCount(task, `third candidates' votes in ${of}`, unit.third);
    if (unit.winner !== undefined) requireName(task, `winner of ${of}`, unit.winner);
    // Infinite where nobody voted for those taken out.
    const { netShare } = unit.breakEven;
    if (netShare !== Infinity && netShare !== -Infinity) {
      requireNumber(task, `net share to break even in ${of}`, netShare);
    }
  }
}
