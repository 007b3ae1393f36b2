import {
  refusal,
  requireCount,
  requireDistinct,
  requireList,
  requireName,
  requireNumber,
  requireRecord,
} from "../../check/mod.ts";

/** A candidate's votes on election day and by absentee ballot in one county. */
export interface AbsenteeCount {
  /** The county's name. */
  readonly county: string;
  /** All votes for president, and those of the candidate. */
  readonly votes: number;
  /** Votes for the candidate. */
  readonly candidate: number;
  /** Of these, cast by absentee ballot. */
  readonly absentee: number;
  /** Those of them that were cast absentee. */
  readonly candidateAbsentee: number;
}

/** How far election-day voters differed from absentee voters. */
export interface AbsenteeContrast {
  /** The county's name. */
  readonly county: string;
  /** The candidate's share on election day and among absentee ballots. */
  readonly electionDay: number;
  /** The candidate's share among absentee ballots. */
  readonly absentee: number;
  /** Election day minus absentee. */
  readonly difference: number;
  /** Election-day share over absentee share; null where the latter is 0. */
  readonly ratio: number | null;
  /** Difference over its standard error; null where the candidate had no vote of either kind. */
  readonly z: number | null;
  /** Votes on election day beyond what the absentee share implies. */
  readonly excess: number;
  /** Standard error of the excess: that of the difference, on all votes of election day. */
  readonly excessError: number;
}

const TASK = "contrast election day with absentee ballots";

/**
 * Contrast a candidate's election-day share with the same county's absentee share. In Palm Beach County in
 * 2000 only election-day voters saw the butterfly ballot, so that the absentee vote says what the county
 * would have done without it. `overdispersion` is how many binomial standard errors one true standard error
 * is, because voters of one county are not independent draws.
 *
 * @throws {TypeError} if overdispersion is no number
 * @throws {RangeError} if counts contradict each other, or overdispersion is less than 1
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { absenteeContrast } from "tallybook/election";
 *
 * const [found] = absenteeContrast([
 *   { county: "A", votes: 1100, candidate: 21, absentee: 100, candidateAbsentee: 1 },
 * ], 1);
 * // 20 of 1,000 against 1 of 100: twice the share, 10 votes more than expected.
 * assertEquals([found?.ratio, found?.excess], [2, 10]);
 * ```
 */
export function absenteeContrast(
  counts: readonly AbsenteeCount[],
  overdispersion: number,
): AbsenteeContrast[] {
  requireNumber(TASK, "overdispersion", overdispersion, { minimum: 1, maximum: 1e6 });
  requireList(TASK, "counts", counts);
  const contrasts = counts.map((count, i) => {
    requireRecord(TASK, `counts[${i}]`, count);
    requireName(TASK, `county of counts[${i}]`, count.county);
    for (const field of ["votes", "candidate", "absentee", "candidateAbsentee"] as const) {
      requireCount(TASK, `${field} of ${count.county}`, count[field]);
    }
    const day = count.votes - count.absentee;
    const candidateDay = count.candidate - count.candidateAbsentee;
    const possible = count.absentee > 0 && day > 0 && count.candidateAbsentee >= 0 &&
      candidateDay >= 0 && candidateDay <= day && count.candidateAbsentee <= count.absentee;
    if (!possible) {
      throw new RangeError(refusal({
        task: TASK,
        where: count.county,
        found:
          `${count.candidate} of ${count.votes} votes and ${count.candidateAbsentee} of ${count.absentee} absentee votes`,
        expected: "counts that do not contradict each other",
      }));
    }
    const electionDay = candidateDay / day;
    const absentee = count.candidateAbsentee / count.absentee;
    const error = overdispersion *
      Math.sqrt(absentee * (1 - absentee) / count.absentee + electionDay * (1 - electionDay) / day);
    return {
      county: count.county,
      electionDay,
      absentee,
      difference: electionDay - absentee,
      ratio: absentee > 0 ? electionDay / absentee : null,
      z: error > 0 ? (electionDay - absentee) / error : null,
      excess: candidateDay - day * absentee,
      excessError: day * error,
    };
  });
  requireDistinct(TASK, "counties", counts.map(({ county }) => county));
  return contrasts;
}
