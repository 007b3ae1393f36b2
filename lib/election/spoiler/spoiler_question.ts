import { refusal, requireOptions, requireText } from "../../check/mod.ts";
import { findCandidate } from "../candidate_names.ts";
import { type Contest, popularVote, totalVotes } from "../contest.ts";
import { requireContests } from "../require_contests.ts";
import { tally } from "../tally.ts";
import type { SpoilerQuestion } from "./spoiler_units.ts";

/** What a reader may say of the question; whatever is empty is chosen. */
export interface SpoilerQuestionOptions {
  /** Candidates to take out, separated by commas. */
  readonly without?: string;
  /** The candidate whom their absence might have helped. */
  readonly beneficiary?: string;
}

/**
 * The question about spoilers that an election raises, or the one that a reader asks of it.
 *
 * Of the two candidates with the most votes, the opponent is the one with more electors and the
 * beneficiary the other. Taken out are all others with one percent of the votes or more, or, if
 * there are none, the strongest. Rows that are no candidate ("Others and write-ins") are not taken
 * out unless named.
 *
 * @throws {RangeError} If a name did not run (listing who did), or there is nobody to take out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spoilerQuestion } from "tallybook/election";
 *
 * const florida = [{
 *   unit: "FL",
 *   electors: 25,
 *   votes: {
 *     "George W. Bush": 2_912_790,
 *     "Al Gore": 2_912_253,
 *     "Ralph Nader": 97_488,
 *     "Pat Buchanan": 17_484,
 *   },
 * }];
 * assertEquals(spoilerQuestion(florida), {
 *   beneficiary: "Al Gore",
 *   opponent: "George W. Bush",
 *   without: ["Ralph Nader"],
 * });
 * const reverse = spoilerQuestion(florida, { without: "Buchanan", beneficiary: "Bush" });
 * assertEquals(reverse.opponent, "Al Gore");
 * ```
 */
export function spoilerQuestion(
  contests: readonly Contest[],
  options: SpoilerQuestionOptions = {},
): SpoilerQuestion {
  const task = "ask about spoilers";
  requireOptions(task, options, ["without", "beneficiary"]);
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) requireText(task, `option "${name}"`, value);
  }
  requireContests(task, contests);
  const votes = popularVote(contests);
  const ranked = Object.entries(votes).filter(([name, count]) => isPerson(name) && count > 0)
    .sort((a, b) => b[1] - a[1]);
  const { electors } = tally(contests);
  const [first, second] = ranked.slice(0, 2).map(([name]) => name)
    .sort((a, b) => (electors[b] ?? 0) - (electors[a] ?? 0));
  if (first === undefined || second === undefined) {
    throw new RangeError(
      refusal({
        task,
        where: "candidates with votes",
        found: ranked.length,
        expected: "at least two",
      }),
    );
  }
  const beneficiary = options.beneficiary?.trim()
    ? findCandidate(votes, options.beneficiary)
    : second;
  const opponent = beneficiary === first ? second : first;
  const named = (options.without ?? "").split(",").filter((name) => name.trim() !== "");
  const rest = ranked.filter(([name]) => name !== beneficiary && name !== opponent);
  const large = rest.filter(([, count]) => count >= 0.01 * totalVotes(votes));
  const without = named.length > 0
    ? named.map((name) => findCandidate(votes, name))
    : (large.length > 0 ? large : rest.slice(0, 1)).map(([name]) => name);
  if (without.length === 0) {
    throw new RangeError(
      refusal({
        task,
        where: "candidates to take out",
        found: "nobody",
        expected: `somebody besides ${beneficiary} and ${opponent}`,
      }),
    );
  }
  return { beneficiary, opponent, without };
}

/** Whether a row of returns is a person's, not a remainder or a ballot line without a name. */
function isPerson(name: string): boolean {
  return !/\b(others?|write-ins?|scattering|none of these|unpledged|no candidate)\b/i.test(name);
}
