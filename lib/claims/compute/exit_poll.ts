import { type Estimate, normalQuantile } from "../../stats/mod.ts";
import type { Computed } from "../claim.ts";
import { factValue } from "../facts.ts";

/** T3: LGBT voters' choice in the exit poll, with the sampling error that it has at the least. */
export function lgbtVote(): Computed {
  const n = Math.round(factValue("exit-poll-voters") * factValue("exit-poll-lgbt-share") / 100);
  const shareFor = (candidate: string): Estimate => {
    const point = factValue(`exit-poll-lgbt-${candidate}`);
    const error = normalQuantile(0.975) * Math.sqrt(point * (100 - point) / n);
    return {
      estimand: "share of LGBT voters, percent",
      point,
      lower: point - error,
      upper: point + error,
      level: 0.95,
      method: "Normal approximation, simple random sample",
      assumptions: [
        "Voters were drawn one by one: they were drawn by polling place, so the error is larger",
        "Those who answered vote like those who did not",
      ],
      n,
    };
  };
  return {
    // As published: the claim is about what the poll indicated, so its sampling error is evidence.
    then: factValue("exit-poll-lgbt-clinton"),
    final: null,
    evidence: [
      { name: "Clinton, with sampling error", value: shareFor("clinton"), unit: "percent" },
      { name: "Trump, with sampling error", value: shareFor("trump"), unit: "percent" },
    ],
  };
}
