import { loadExitPoll2016 } from "../../data/mod.ts";
import { type Estimate, normalQuantile } from "../../stats/mod.ts";
import type { Computed } from "../claim.ts";
import { CLINTON, TRUMP } from "./national_vote.ts";

/** T3: LGBT voters' choice in the exit poll, with the sampling error that it has at the least. */
export function lgbtVote(): Computed {
  const rows = loadExitPoll2016({ question: "lgbt" }).toRecords()
    .filter(({ group }) => group === "LGBT");
  const n = Math.round(rows[0]!.respondents! * rows[0]!.group_share!);
  const percentFor = (candidate: string) =>
    100 * rows.find(({ answer }) => answer === candidate)!.share;
  const shareFor = (candidate: string): Estimate => {
    const point = percentFor(candidate);
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
    then: percentFor(CLINTON),
    final: null,
    evidence: [
      { name: "Trump, as published", value: percentFor(TRUMP), unit: "percent" },
      { name: "Clinton, with sampling error", value: shareFor(CLINTON), unit: "percent" },
      { name: "Trump, with sampling error", value: shareFor(TRUMP), unit: "percent" },
    ],
  };
}
