/**
 * The arithmetic of elections: contests and margins, the electoral tally and its tipping point,
 * spoilers, inversions, apportionment and other rules, power, electors' choices, late counts,
 * audits. Pure functions on plain values, without input or output; they run in a browser too.
 *
 * @module
 */
export {
  type Contest,
  contests,
  isDistrict,
  popularVote,
  stateOf,
  totalVotes,
  type VoteRow,
} from "./contest.ts";
export { type Plurality, plurality } from "./plurality.ts";
export { type Denominator, type Margin, margin } from "./margin.ts";
export {
  type ElectoralTally,
  type ElectoralVoteRow,
  majorityOf,
  tally,
  tallyCast,
  type TallyOutcome,
  type TallyStatus,
  type UnitElectors,
} from "./tally.ts";
export {
  type CollegeBias,
  collegeBias,
  type RankedUnit,
  type TippingPoint,
  tippingPoint,
  type TippingPointOptions,
} from "./tipping_point.ts";
export { type CheapestCover, cheapestCover, type Choice } from "./knapsack.ts";
export { type AlikeShare, alikeShare, type LikeBallots } from "./alike_ballots.ts";
export { type DropOff, dropOff, type PartyVotes } from "./drop_off.ts";
export {
  type ChangedUnit,
  type FewestVotes,
  fewestVotes,
  type FewestVotesGoal,
  votesToDeny,
  votesToWin,
} from "./fewest_votes.ts";
export { addRatios, compareRatios, type Ratio, ratioToNumber } from "./exact/ratio.ts";
export * from "./apportionment/mod.ts";
export * from "./rules/mod.ts";
export * from "./power/mod.ts";
export { sumVotes } from "./sum_votes.ts";
export * from "./electors/mod.ts";
export * from "./spoiler/mod.ts";
export * from "./late_count/mod.ts";
export * from "./value/mod.ts";
export * from "./audit/mod.ts";
export { type Swing, type SwingStep, swingSteps, uniformSwing } from "./uniform_swing.ts";
export * from "./inversion/mod.ts";
export * from "./forecast/mod.ts";
export * from "./machines/mod.ts";
export { type DistrictShare, shareRounding, withinRounding } from "./district_rounding.ts";
export { familyName, findCandidate } from "./candidate_names.ts";
export { findUnits } from "./find_units.ts";
