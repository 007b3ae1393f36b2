import { type Contest, totalVotes } from "./contest.ts";
import { requireNumber, requireOneOf, requireOptions } from "../check/mod.ts";
import { requireContests, requireTwo } from "./require_contests.ts";

/** Between whom votes move, and by how much of what. */
export interface Swing {
  /** Who gains. */
  readonly toward: string;
  /** Who loses. */
  readonly from: string;
  /** Points by which the margin changes in every unit; half of them change hands. */
  readonly points: number;
  /** What the points are of; all votes unless given. */
  readonly of?: "all votes" | "two-party vote";
}

/**
 * Every unit's margin moved by the same number of points: uniform swing.
 *
 * Half the points leave one candidate and go to the other, so that the number of votes stays.
 * Counts are no longer whole, and below zero where a candidate had less than is taken: the result
 * is for margins and winners, not for shares.
 *
 * Real swings are not uniform; how far states depart from it is estimated by
 * {@link stateDeviation}.
 *
 * @throws {RangeError} If a candidate did not run.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { tally, uniformSwing } from "tallybook/election";
 *
 * const units = [
 *   { unit: "A", electors: 3, votes: { X: 52, Y: 48 } },
 *   { unit: "B", electors: 4, votes: { X: 45, Y: 55 } },
 * ];
 * const swung = uniformSwing(units, { toward: "Y", from: "X", points: 5 });
 * assertEquals(swung[0]?.votes, { X: 49.5, Y: 50.5 });
 * assertEquals(tally(swung).electors, { Y: 7 });
 * ```
 */
export function uniformSwing(contests: readonly Contest[], swing: Swing): Contest[] {
  const task = "swing an election";
  requireSwing(task, contests, swing, ["toward", "from", "points", "of"]);
  const { toward, from, points } = swing;
  requireNumber(task, "points", points, { minimum: -200, maximum: 200 });
  return contests.map((contest) => {
    if (totalVotes(contest.votes) === 0) return contest;
    const moved = points / 200 * base(contest, swing);
    return {
      ...contest,
      votes: {
        ...contest.votes,
        [toward]: (contest.votes[toward] ?? 0) + moved,
        [from]: (contest.votes[from] ?? 0) - moved,
      },
    };
  });
}

/** A swing at which a unit changes hands. */
export interface SwingStep {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** The swing at which the unit ties; above it `toward` wins it. */
  readonly points: number;
  /** Electors of `toward` from there on. */
  readonly cumulative: number;
}

/**
 * The swings at which units change hands, from the most negative: the electors of `toward` as a
 * step function of a uniform swing. The unit that completes a majority is the tipping point.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { swingSteps } from "tallybook/election";
 *
 * const steps = swingSteps([
 *   { unit: "A", electors: 3, votes: { X: 52, Y: 48 } },
 *   { unit: "B", electors: 4, votes: { X: 45, Y: 55 } },
 * ], { toward: "Y", from: "X" });
 * assertEquals(steps.map(({ unit, points, cumulative }) => [unit, points, cumulative]), [
 *   ["B", -10, 4],
 *   ["A", 4, 7],
 * ]);
 * ```
 */
export function swingSteps(
  contests: readonly Contest[],
  swing: Omit<Swing, "points">,
): SwingStep[] {
  requireSwing("find the steps of a swing", contests, swing, ["toward", "from", "of"]);
  const { toward, from } = swing;
  let cumulative = 0;
  return contests
    .filter(({ votes }) => totalVotes(votes) > 0)
    .map((contest) => {
      const { unit, electors, votes } = contest;
      const own = votes[toward] ?? 0;
      const other = votes[from] ?? 0;
      const rest = Object.entries(votes).filter(([name]) => name !== toward && name !== from);
      const strongest = Math.max(0, ...rest.map(([, count]) => count));
      // Ahead of `from` needs the whole margin, half from each; of a third, twice the lack.
      const lack = Math.max(other - own, 2 * (strongest - own));
      return { unit, electors, points: 100 * lack / base(contest, swing) };
    })
    .sort((a, b) => a.points - b.points || (a.unit < b.unit ? -1 : 1))
    .map((step) => ({ ...step, cumulative: cumulative += step.electors }));
}

function requireSwing(
  task: string,
  contests: readonly Contest[],
  swing: Omit<Swing, "points">,
  known: readonly string[],
): void {
  requireOptions(task, swing, known);
  requireContests(task, contests, { kind: "numbers" });
  requireTwo(task, [["toward", swing.toward], ["from", swing.from]], contests);
  if (swing.of !== undefined) {
    requireOneOf(task, 'option "of"', swing.of, ["all votes", "two-party vote"]);
  }
}

function base(
  { votes }: Contest,
  { toward, from, of = "all votes" }: Omit<Swing, "points">,
): number {
  return of === "all votes" ? totalVotes(votes) : (votes[toward] ?? 0) + (votes[from] ?? 0);
}
