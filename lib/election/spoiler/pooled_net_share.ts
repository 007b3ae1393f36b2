import {
  requireCount,
  requireList,
  requireNumber,
  requireProper,
  requireRecord,
} from "../../check/mod.ts";
import { type Estimate, normalQuantile } from "../../stats/mod.ts";
import type { SecondChoice } from "./second_choice.ts";

/**
 * The net share of several candidates' voters together, from a survey of each: the mean of their
 * net shares weighted by their votes, with the samples independent of one another.
 *
 * @param surveys Second choices with the votes of the candidate whose voters they are.
 * @param level The interval's level, 0.95 unless given.
 * @throws {RangeError} If there are no surveys or no votes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pooledNetShare, secondChoice } from "tallybook/election";
 *
 * const survey = (candidate: string, opponent: number) =>
 *   secondChoice({ candidate, beneficiary: 0.25, opponent, effectiveSize: 200 });
 * const pooled = pooledNetShare([
 *   { votes: 3_000_000, result: survey("Johnson", 0.15) },
 *   { votes: 1_000_000, result: survey("Stein", 0.19) },
 * ]);
 * assertEquals(pooled.point.toFixed(3), "0.090"); // 0.75 × 0.10 + 0.25 × 0.06
 * ```
 */
export function pooledNetShare(
  surveys: readonly { readonly votes: number; readonly result: SecondChoice }[],
  level = 0.95,
): Estimate & { readonly standardError: number } {
  const task = "pool net shares";
  requireList(task, "surveys", surveys, { least: 1 });
  requireProper(task, "level", level);
  surveys.forEach((survey, i) => {
    requireRecord(task, `surveys[${i}]`, survey);
    requireCount(task, `votes of surveys[${i}]`, survey.votes);
    requireRecord(task, `result of surveys[${i}]`, survey.result);
    requireRecord(task, `net share of surveys[${i}]`, survey.result.netShare);
    requireNumber(task, `net share of surveys[${i}]`, survey.result.netShare.point, {
      minimum: -1,
      maximum: 1,
    });
    requireNumber(task, `standard error of surveys[${i}]`, survey.result.standardError, {
      minimum: 0,
      maximum: 1e6,
    });
  });
  const all = surveys.reduce((sum, { votes }) => sum + votes, 0);
  requireCount(task, "votes of all surveys", all, { minimum: 1 });
  let point = 0;
  let variance = 0;
  for (const { votes, result } of surveys) {
    point += votes / all * result.netShare.point;
    variance += (votes / all * result.standardError) ** 2;
  }
  const standardError = Math.sqrt(variance);
  const reach = normalQuantile(1 - (1 - level) / 2) * standardError;
  return {
    estimand: "Net share of all their voters for the beneficiary",
    point,
    lower: point - reach,
    upper: point + reach,
    level,
    method: "Mean of the surveys' net shares weighted by votes, normal approximation",
    assumptions: [
      "Respondents are like simple random samples of the effective sizes",
      "They would have done what they said",
      "Samples of different candidates' voters are independent",
    ],
    n: surveys.reduce((sum, { result }) => sum + result.netShare.n, 0),
    standardError,
  };
}
