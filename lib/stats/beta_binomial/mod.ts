export { betaBinomialDraw } from "./draw.ts";
export { type BetaBinomialFit, betaBinomialFit, type BetaBinomialProblem } from "./fit.ts";
