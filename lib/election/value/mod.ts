export {
  type ClosingAGap,
  closingAGap,
  netGain,
  preferenceOfAddedVoters,
} from "./closing_a_gap.ts";
export {
  type DecisiveChance,
  decisiveVote,
  decisiveVoteRange,
  type ForecastError,
  type UnitForecast,
} from "./decisive_vote.ts";
export { type VotesPerElector, votesPerElector } from "./votes_per_elector.ts";
