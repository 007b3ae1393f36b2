import { count, percent } from "../../display/mod.ts";
import { totalVotes } from "../../election/mod.ts";
import { type Estimate } from "../../stats/mod.ts";
import type { Claim, Computed } from "../claim.ts";
import {
  certified,
  certifiedLead,
  CLINTON,
  lead,
  percentOfAll,
  trackerOn,
  TRUMP,
} from "./national_vote.ts";
import { californiaLeadOnNovember16, certifiedStateLead, feedLead } from "./state_lead.ts";

/** The day of the tracker's total before the article of November 23 with a full week's growth. */
const WEEK_BEFORE = "2016-11-15";

/** P6: two-party votes added after the article, and Clinton's share of them. */
export function ballotsLeft({ article_date }: Claim): Computed {
  const total = trackerOn(article_date);
  const votes = certified();
  const clinton = votes[CLINTON]! - total.clinton;
  const left = clinton + votes[TRUMP]! - total.trump;
  const counted = total.clinton / (total.clinton + total.trump);
  return {
    then: null,
    final: left,
    inference: {
      invited: "What was left would be more Clinton's than what had been counted",
      ground: "they’re expected to be disproportionately for Clinton",
      holds: clinton / left > counted,
      because: `She had ${percent(clinton / left)} of it, and ${percent(counted)} of the rest`,
    },
  };
}

/** P7: growth of the lead after the article. */
export function leadGrows({ article_date }: Claim): Computed {
  const total = trackerOn(article_date);
  return {
    then: null,
    final: certifiedLead() - lead(total),
    evidence: [{
      name: "growth from November 15 to 23",
      value: lead(total) - lead(trackerOn(WEEK_BEFORE)),
      unit: "votes",
    }],
  };
}

/** P8: change in Trump's share, before and after the article. */
export function trumpShareFalls({ article_date }: Claim): Computed {
  const total = trackerOn(article_date);
  const before = trackerOn(WEEK_BEFORE);
  const votes = certified();
  const share = (trump: number, clinton: number) => 100 * trump / (trump + clinton);
  const now = share(total.trump, total.clinton);
  const finalOfAll = 100 * votes[TRUMP]! / totalVotes(votes);
  const ofAll = percentOfAll(total.trump, total, "Trump's votes");
  const change: Estimate = {
    ...ofAll,
    estimand: "change in Trump's share of all votes after November 23, points",
    point: finalOfAll - ofAll.point,
    lower: finalOfAll - ofAll.upper,
    upper: finalOfAll - ofAll.lower,
  };
  return {
    then: now - share(before.trump, before.clinton),
    final: share(votes[TRUMP]!, votes[CLINTON]!) - now,
    readings: [{ name: "of all votes instead of the two-party vote", value: change }],
  };
}

/** P10: how many of the three states still counted, and what they added to the lead. */
export function statesStillCounting(): Computed {
  const leads = ["MI", "WA", "UT"].map((state) => ({
    then: feedLead(state),
    final: certifiedStateLead(state),
  }));
  const counting = leads.filter(({ then, final }) => then !== final).length;
  const added = leads.reduce((sum, { then, final }) => sum + final - then, 0);
  const total = trackerOn("2016-11-16");
  const growth = certifiedLead() - lead(total);
  const california = certifiedStateLead("CA") - californiaLeadOnNovember16();
  return {
    then: counting,
    final: counting,
    inference: {
      invited: "Ballots of such states made most of the further growth of Clinton's lead",
      ground: "popular vote continues to advance over her opponent's as ballots pour in",
      holds: added > growth / 2,
      because: `Of the ${count(growth)} votes by which the lead grew after November 16, ` +
        `California gave ${count(california)}; the three named gave at most ${count(added)}`,
    },
  };
}
