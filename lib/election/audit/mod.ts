export { type AlphaCourse, alphaMartingale, type AlphaOptions } from "./alpha.ts";
export { assorterValue, type BallotVote, overstatementValue } from "./assorter.ts";
export { bettingMartingale, type BettingOptions, comparisonBet } from "./betting.ts";
export { binomialTail } from "./binomial_tail.ts";
export { bravoExpectedBallots, bravoRisk, bravoStopsAt } from "./bravo.ts";
export { type BravoDistribution, bravoDistribution } from "./bravo_distribution.ts";
export { bravoQuantile } from "./bravo_quantile.ts";
export {
  comparisonBallots,
  comparisonCourse,
  type ComparisonOptions,
  comparisonRisk,
  type Discrepancies,
} from "./comparison.ts";
export { type AuditConditions, type AuditOption, auditOptions } from "./feasibility.ts";
export { kaplanMarkovRisk } from "./kaplan_markov.ts";
export { type MartingaleCourse } from "./martingale.ts";
export { minervaRisk, minervaStopsAt } from "./minerva.ts";
export { type MinervaFirstRound, minervaFirstRound } from "./minerva_first_round.ts";
export { type AuditRound, type MinervaRounds, minervaRounds } from "./minerva_rounds.ts";
export { type RecountChange, type RecountOptions, recountShift } from "./recount.ts";
export { dilutedMargin, type ReportedContest } from "./reported.ts";
export { type DrawnCard, locateCards, type ManifestBatch } from "./manifest.ts";
export { pickBallots } from "./sampler.ts";
