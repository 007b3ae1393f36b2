import { refusal } from "../../check/mod.ts";
import { type Contest, isDistrict } from "../contest.ts";
import { plurality } from "../plurality.ts";
import { requireContests, requireTwo } from "../require_contests.ts";

/** A unit as the models of swings see it. */
export interface SwingUnit {
  readonly unit: string;
  /** None where a third candidate won: its votes still count in the nation's. */
  readonly electors: number;
  /** The unit's two-party margin less the nation's, in points. */
  readonly position: number;
  /** Its share of the nation's votes for the two; 0 for a district, whose state has them. */
  readonly weight: number;
}

/** Where the units with votes for two candidates stand to the nation. */
export function openUnits(
  task: string,
  contests: readonly Contest[],
  { candidate, against }: { readonly candidate: string; readonly against: string },
): SwingUnit[] {
  requireContests(task, contests);
  requireTwo(task, [["candidate", candidate], ["opponent", against]], contests);
  const two = contests.map(({ unit, electors, votes }) => {
    const own = votes[candidate] ?? 0;
    const other = votes[against] ?? 0;
    return { unit, electors, votes, own, other };
  }).filter(({ own, other }) => own + other > 0);
  const nation = two.filter(({ unit }) => !isDistrict(unit));
  const own = nation.reduce((sum, unit) => sum + unit.own, 0);
  const other = nation.reduce((sum, unit) => sum + unit.other, 0);
  if (nation.length < 2 || own === 0 || other === 0) {
    throw new RangeError(refusal({
      task,
      where: `states with votes for ${candidate} or ${against}`,
      found: nation.length,
      expected: "two or more, and votes for both",
    }));
  }
  const national = 100 * (own - other) / (own + other);
  return two.map((unit) => {
    const result = plurality(unit);
    const ofTwo = result.kind !== "won" || result.winner === candidate || result.winner === against;
    return {
      unit: unit.unit,
      electors: ofTwo ? unit.electors : 0,
      position: 100 * (unit.own - unit.other) / (unit.own + unit.other) - national,
      weight: isDistrict(unit.unit) ? 0 : (unit.own + unit.other) / (own + other),
    };
  });
}
