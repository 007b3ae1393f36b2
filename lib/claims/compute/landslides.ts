import { refusal } from "../../check/mod.ts";
import { totalVotes } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";
import { certified, TRUMP } from "./national_vote.ts";
import { popularMargins } from "./popular_margins.ts";

/** W20: Trump's share of all votes of 2024, in percent, said when the count was final. */
export function trumpShareOf2024(): Computed {
  const votes = certified(2024);
  const share = 100 * votes[TRUMP]! / totalVotes(votes);
  return {
    then: share,
    final: share,
    evidence: [{ name: "Trump's votes", value: votes[TRUMP]!, unit: "votes" }],
  };
}

/** W21 to W23: the president's lead in the popular vote of one election, in percent of all votes. */
export function leadOf(year: number): () => Computed {
  return () => {
    const own = popularMargins().find((row) => row.year === year);
    if (own === undefined) {
      throw new RangeError(refusal({
        task: "find a popular margin",
        where: "year",
        found: year,
        expected: "an election with a popular vote",
      }));
    }
    return {
      then: own.percent,
      final: own.percent,
      evidence: [{ name: `the lead of ${year}`, value: own.votes, unit: "votes" }],
    };
  };
}
