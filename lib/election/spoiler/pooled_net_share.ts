import {
  requireCount,
  requireList,
  requireNumber,
  requireProper,
  requireRecord,
  requireShare,
} from "../../check/mod.ts";
import type { Estimate } from "../../stats/mod.ts";
import { netShareInterval } from "./net_share_interval.ts";
import type { SecondChoice } from "./second_choice.ts";

/**
 * The net share of several candidates' voters together, from a survey of each: the mean of their
 * net shares weighted by their votes, with the samples independent of one another.
 *
 * The interval is made of those of the single surveys (Bonett and Price's, as in `secondChoice`), not of
 * the standard error: its lower end is the point less √Σ w² (g − l)², its upper end the point and
 * √Σ w² (u − g)², with the ends l and u of each (Zou, Huang and Zhang 2009). So it is as lopsided as they are,
 * and that of one survey is its own.
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
    const { transfer, netShare, standardError } = survey.result;
    requireRecord(task, `transfer of surveys[${i}]`, transfer);
    requireShare(task, `share for the beneficiary of surveys[${i}]`, transfer.beneficiary);
    requireShare(task, `share for the opponent of surveys[${i}]`, transfer.opponent);
    requireNumber(
      task,
      `sum of the shares of surveys[${i}]`,
      transfer.beneficiary + transfer.opponent,
      { above: 0, maximum: 1 + 1e-12 },
    );
    requireRecord(task, `net share of surveys[${i}]`, netShare);
    requireNumber(task, `effective size of surveys[${i}]`, netShare.n, {
      minimum: 1e-3,
      maximum: Number.MAX_SAFE_INTEGER,
    });
    requireNumber(task, `standard error of surveys[${i}]`, standardError, {
      minimum: 0,
      maximum: 1e6,
    });
  });
  const all = surveys.reduce((sum, { votes }) => sum + votes, 0);
  requireCount(task, "votes of all surveys", all, { minimum: 1 });
  let point = 0;
  const squares = { error: 0, below: 0, above: 0 };
  for (const { votes, result: { transfer, netShare, standardError } } of surveys) {
    const weight = votes / all;
    const share = transfer.beneficiary - transfer.opponent;
    const { lower, upper } = netShareInterval(transfer, netShare.n, level);
    point += weight * share;
    squares.error += (weight * standardError) ** 2;
    squares.below += (weight * (share - lower)) ** 2;
    squares.above += (weight * (upper - share)) ** 2;
  }
  return {
    estimand: "Net share of all their voters for the beneficiary",
    point,
    lower: point - Math.sqrt(squares.below),
    upper: point + Math.sqrt(squares.above),
    level,
    method:
      "Mean of the surveys' net shares weighted by votes, interval from theirs (Bonett and Price; Zou, Huang and Zhang)",
    assumptions: [
      "Respondents are like simple random samples of the effective sizes",
      "They would have done what they said",
      "Samples of different candidates' voters are independent",
    ],
    n: surveys.reduce((sum, { result }) => sum + result.netShare.n, 0),
    standardError: Math.sqrt(squares.error),
  };
}
