import { requireOptions, requireProper } from "../../check/mod.ts";
import { tailOf } from "./binomial_tail.ts";
import { minervaStoppingCount } from "./minerva.ts";
import { type ReportedContest, requireReported } from "./reported.ts";

/** A first round of a Minerva audit. */
export interface MinervaFirstRound {
  /** Ballots to draw for winner or loser. */
  readonly drawn: number;
  /** The same among all ballots cast, at the share that the report implies, rounded up. */
  readonly ballots: number;
  /** The fewest of `drawn` for the winner with which the audit stops. */
  readonly stopsAt: number;
  /** The chance that it stops, if the report is right. */
  readonly chance: number;
}

/**
 * The size of a first round with which Minerva stops with the chance asked for, if
 * the report is right: the smallest near where that chance is first reached. The
 * chance is a sawtooth in the size, so a slightly larger round can do slightly worse.
 *
 * Drawn with replacement, as Minerva assumes, a close contest wants more ballots than there are:
 * then the answer is null, and a full hand count is the audit.
 *
 * Cost: O(√n) for a round of n, bounded by the number of ballots.
 *
 * @param options `chance`: that of stopping after this round, 0.9 unless told.
 * @returns The round, or null if it would take as many ballots as there are, or more.
 * @throws {RangeError} if the report, the limit or the chance makes no sense.
 * @throws {TypeError} if an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { minervaFirstRound } from "tallybook/election";
 *
 * const contest = { winner: 6_000, loser: 4_000, ballots: 12_000 };
 * const round = minervaFirstRound(contest, 0.1);
 * assertEquals([round?.drawn, round?.ballots], [173, 208]);
 * // Florida 2000: 537 votes of 5,963,110 decide more closely than ballots drawn could show.
 * const florida = { winner: 2_912_790, loser: 2_912_253, ballots: 5_963_110 };
 * assertEquals(minervaFirstRound(florida, 0.05), null);
 * ```
 */
export function minervaFirstRound(
  contest: ReportedContest,
  riskLimit: number,
  options: { readonly chance?: number } = {},
): MinervaFirstRound | null {
  const task = "size the first round of a Minerva audit";
  requireReported(task, contest);
  requireProper(task, "risk limit", riskLimit);
  requireOptions(task, options, ["chance"]);
  const { chance = 0.9 } = options;
  requireProper(task, "chance", chance);
  const most = contest.winner + contest.loser;
  const share = contest.winner / most;
  const power = (drawn: number) => {
    const stopsAt = minervaStoppingCount(drawn, share, riskLimit);
    return stopsAt === null ? 0 : tailOf(stopsAt, drawn, share);
  };
  let high = Math.min(16, most);
  while (power(high) < chance) {
    if (high === most) return null;
    high = Math.min(2 * high, most);
  }
  let low = Math.floor(high / 2);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (power(middle) >= chance) high = middle;
    else low = middle + 1;
  }
  // Bisection lands on some tooth of the saw; start a few teeth before it.
  const start = Math.max(1, low - Math.min(100_000, Math.max(60, Math.floor(3 * Math.sqrt(low)))));
  let drawn = firstReaching(start, low, { share, riskLimit, chance });
  while (drawn < low && power(drawn) < chance) drawn++;
  if (drawn >= most) return null;
  return {
    drawn,
    ballots: Math.ceil(drawn * (contest.ballots / most)),
    stopsAt: minervaStoppingCount(drawn, share, riskLimit)!,
    chance: power(drawn),
  };
}

/**
 * The first round from `start` to `end` whose chance to stop reaches `chance`, by updating tails
 * from one size to the next; may be off where the chance is reached by less than 1e-9.
 */
function firstReaching(
  start: number,
  end: number,
  { share, riskLimit, chance }: { share: number; riskLimit: number; chance: number },
): number {
  let drawn = start;
  let least: number | null = null;
  while (drawn < end && (least = minervaStoppingCount(drawn, share, riskLimit)) === null) drawn++;
  // Short searches, and a share of 1, whose chances are no smooth function of anything.
  if (least === null || end - drawn < 200) return drawn;
  const right = tailAt(least, drawn, share);
  const tied = tailAt(least, drawn, 0.5);
  while (drawn < end && right.tail < chance - 1e-9) {
    grow(right, least, drawn);
    grow(tied, least, drawn);
    drawn++;
    while (right.tail * riskLimit < tied.tail) {
      raise(right, least, drawn);
      raise(tied, least, drawn);
      least++;
    }
  }
  return drawn;
}

/** P(X ≥ k) and P(X = k) of n draws with chance p. */
interface Tail {
  readonly p: number;
  tail: number;
  here: number;
}

function tailAt(least: number, drawn: number, p: number): Tail {
  const tail = tailOf(least, drawn, p);
  return { p, tail, here: tail - tailOf(least + 1, drawn, p) };
}

/** From n to n + 1 draws, k kept: one more draw lifts those with k − 1. */
function grow(at: Tail, k: number, n: number): void {
  const below = at.here * (k / (n - k + 1)) * ((1 - at.p) / at.p);
  at.tail += at.p * below;
  at.here = (1 - at.p) * at.here + at.p * below;
}

/** From k to k + 1, n kept. */
function raise(at: Tail, k: number, n: number): void {
  at.tail -= at.here;
  at.here *= ((n - k) / (k + 1)) * (at.p / (1 - at.p));
}
