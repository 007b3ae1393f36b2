export { type AlphaCourse, alphaMartingale, type AlphaOptions, kaplanMarkovRisk } from "./alpha.ts";
export { assorterValue, type BallotVote, overstatementValue } from "./assorter.ts";
export { bravoExpectedBallots, bravoRisk, bravoStopsAt } from "./bravo.ts";
export { type BravoDistribution, bravoDistribution } from "./bravo_distribution.ts";
export {
  comparisonBallots,
  type ComparisonOptions,
  comparisonRisk,
  type Discrepancies,
} from "./comparison.ts";
export { type AuditConditions, type AuditOption, auditOptions } from "./feasibility.ts";
export { binomialTail, minervaFirstRound, minervaRisk, minervaStopsAt } from "./minerva.ts";
export { type AuditRound, type MinervaRounds, minervaRounds } from "./minerva_rounds.ts";
export { type RecountChange, type RecountOptions, recountShift } from "./recount.ts";
export { dilutedMargin, type ReportedContest } from "./reported.ts";
export { pickBallots } from "./sampler.ts";
