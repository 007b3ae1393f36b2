export {
  compareRules,
  districtContests,
  type ElectionUnderRules,
  type NamedRule,
} from "./compare.ts";
export {
  type ContingentBallot,
  contingentElection,
  type ContingentNeed,
  contingentNeed,
  type Delegation,
} from "./contingent.ts";
export {
  type CompactEntry,
  compactMembers,
  type CompactOptions,
  type CompactResult,
  compactRule,
  nationalPopularVote,
} from "./national.ts";
export {
  type ProportionalMethod,
  type ProportionalOptions,
  proportionalRule,
} from "./proportional.ts";
export { type RuleResult } from "./settle.ts";
export { districtRule, type RuleOptions, winnerTakeAll, withoutSenators } from "./single_member.ts";
