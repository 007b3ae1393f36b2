import {
  refusal,
  requireCount,
  requireList,
  requireProper,
  requireRecord,
} from "../../check/mod.ts";
import { requireWinningShare } from "./bravo.ts";

/** One round of a Minerva audit, counts cumulative over rounds. */
export interface AuditRound {
  /** Ballots for winner or loser drawn so far. */
  readonly drawn: number;
  /** Of them, ballots for the winner. */
  readonly winner: number;
}

/** What a Minerva audit of several rounds has shown. */
export interface MinervaRounds {
  /** The measured risk after each round. */
  readonly risks: readonly number[];
  /** The fewest winner ballots, cumulative, that stop after each round; null if none would. */
  readonly stopsAt: readonly (number | null)[];
  /** The round after which the audit stopped, from 1, or null if it goes on. */
  readonly stopped: number | null;
}

/**
 * A Minerva audit of several rounds: after each, the chance of a count at least so
 * large in a tied election that had not stopped before, over that chance if the
 * report is right. The rounds' sizes must not depend on what earlier rounds showed.
 *
 * Cost: O(sum of new ballots × ballots so far): for rounds of thousands, at most 20,000 in all.
 *
 * @throws {RangeError} if rounds do not grow, or counts, share or limit make no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { minervaRounds } from "tallybook/election";
 *
 * const rounds = [{ drawn: 100, winner: 55 }, { drawn: 200, winner: 116 }];
 * assertEquals(minervaRounds(rounds, 0.6, 0.1).stopped, 2);
 * ```
 */
export function minervaRounds(
  rounds: readonly AuditRound[],
  share: number,
  riskLimit: number,
): MinervaRounds {
  requireList(TASK, "rounds", rounds);
  requireWinningShare(TASK, share);
  requireProper(TASK, "risk limit", riskLimit);
  const risks: number[] = [];
  const stopsAt: (number | null)[] = [];
  let right = new Float64Array([1]);
  let tied = new Float64Array([1]);
  let before: AuditRound = { drawn: 0, winner: 0 };
  let stopped: number | null = null;
  for (const [index, round] of rounds.entries()) {
    requireRound(round, before, index + 1);
    for (let drawn = before.drawn; drawn < round.drawn; drawn++) {
      right = oneMore(right, share);
      tied = oneMore(tied, 0.5);
    }
    const tails = tailRatios(right, tied);
    risks.push(Math.min(1, tails[round.winner]!));
    const least = tails.findIndex((ratio) => ratio <= riskLimit);
    stopsAt.push(least === -1 ? null : least);
    if (least !== -1 && round.winner >= least) {
      stopped = index + 1;
      break;
    }
    // What goes on to the next round had fewer ballots for the winner.
    if (least !== -1) {
      right.fill(0, least);
      tied.fill(0, least);
    }
    before = round;
  }
  return { risks, stopsAt, stopped };
}

function oneMore(chances: Float64Array, chance: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(chances.length + 1);
  for (let i = 0; i < chances.length; i++) {
    next[i] = next[i]! + chances[i]! * (1 - chance);
    next[i + 1] = chances[i]! * chance;
  }
  return next;
}

/** For each count, P(this or more | tied) over P(this or more | right). */
function tailRatios(right: Float64Array, tied: Float64Array): number[] {
  const ratios = new Array<number>(right.length).fill(Infinity);
  let [r, t] = [0, 0];
  for (let count = right.length - 1; count >= 0; count--) {
    r += right[count]!;
    t += tied[count]!;
    if (r > 0) ratios[count] = t / r;
  }
  return ratios;
}

const TASK = "audit in Minerva's rounds";
/** Ballots above which the exact chances take too long. */
const MOST = 20_000;

function requireRound(round: AuditRound, before: AuditRound, number: number): void {
  requireRecord(TASK, `round ${number}`, round);
  requireCount(TASK, `ballots drawn by round ${number}`, round.drawn, {
    minimum: before.drawn + 1,
    maximum: MOST,
  });
  requireCount(TASK, `ballots for the winner by round ${number}`, round.winner, {
    minimum: before.winner,
  });
  const [drawn, winner] = [round.drawn - before.drawn, round.winner - before.winner];
  if (winner > drawn) {
    throw new RangeError(
      refusal({
        task: TASK,
        where: `new ballots for the winner in round ${number}`,
        found: winner,
        expected: `at most the ${drawn} drawn`,
      }),
    );
  }
}
