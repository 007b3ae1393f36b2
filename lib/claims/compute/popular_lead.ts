import { loadNationalCount } from "../../data/mod.ts";
import { totalVotes } from "../../election/mod.ts";
import type { Claim, Computed } from "../claim.ts";
import { factValue } from "../facts.ts";
import {
  certified,
  certifiedLead,
  CLINTON,
  lead,
  percentOfAll,
  trackerOn,
  TRUMP,
} from "./national_vote.ts";

/** P1: the lead in the week of November 20; the tracker's next quoted total is three days later. */
export function leadOnNovember19(): Computed {
  return {
    then: factValue("lead-2016-11-19"),
    final: certifiedLead(),
    evidence: [{
      name: "lead in the tracker on November 22",
      value: lead(blogTotalOf("2016-11-22")),
      unit: "votes",
    }],
  };
}

/** P3: Trump's share of all votes; Clinton's beside it. */
export function trumpShare(): Computed {
  const total = blogTotalOf("2016-11-22");
  const votes = certified();
  const all = totalVotes(votes);
  return {
    then: percentOfAll(total.trump, total, "Trump's votes"),
    final: 100 * votes[TRUMP]! / all,
    evidence: [
      {
        name: "Clinton's share then",
        value: percentOfAll(total.clinton, total, "Clinton's votes"),
        unit: "percent of all votes",
      },
      {
        name: "Clinton's share finally",
        value: 100 * votes[CLINTON]! / all,
        unit: "percent of all votes",
      },
    ],
  };
}

/** P4: Clinton's votes, in the total that gives Trump the votes which the claim gives him. */
export function clintonBallots({ then_as_of }: Claim): Computed {
  const { clinton, trump } = trackerOn(then_as_of!);
  const votes = certified();
  return {
    then: clinton,
    final: votes[CLINTON]!,
    evidence: [
      { name: "Trump's ballots then", value: trump, unit: "votes" },
      { name: "Trump's votes finally", value: votes[TRUMP]!, unit: "votes" },
    ],
  };
}

/** P5: the lead as a share of all votes, with the two-party share for comparison. */
export function leadOfAllVotes({ then_as_of }: Claim): Computed {
  const total = trackerOn(then_as_of!);
  const votes = certified();
  const all = totalVotes(votes);
  return {
    then: percentOfAll(lead(total), total, "Clinton's lead"),
    final: 100 * certifiedLead() / all,
    evidence: [{
      name: "lead then, of the two-party vote",
      value: 100 * lead(total) / (total.clinton + total.trump),
      unit: "percent of the two-party vote",
    }],
  };
}

/** P9: the lead on the day of the tracker's total that TIME rounded. */
export function leadOfOneMillion({ then_as_of }: Claim): Computed {
  return { then: lead(trackerOn(then_as_of!)), final: certifiedLead() };
}

/** P15: the lead in the tracker's total of the article's day, which the headline rounds down. */
export function leadOfTwoMillion({ then_as_of }: Claim): Computed {
  return { then: lead(trackerOn(then_as_of!)), final: certifiedLead() };
}

/** P14: official national totals published by the article's day. */
export function officialTotals({ article_date }: Claim): Computed {
  const official = loadNationalCount({ tally: "FEC official" }).toRecords();
  return {
    then: official.filter(({ as_of }) => as_of <= article_date).length,
    final: official.length,
  };
}

function blogTotalOf(day: string) {
  return loadNationalCount({ tally: "Cook tracker (blog)" }).toRecords()
    .find(({ as_of }) => as_of === day)!;
}
