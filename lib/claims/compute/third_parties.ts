import { loadContests, loadExitPoll2016 } from "../../data/mod.ts";
import { majorityOf, spoilerUnits, type Transfer, transferVotes } from "../../election/mod.ts";
import { percent } from "../../display/mod.ts";
import type { Computed } from "../claim.ts";
import { certified, certifiedOthers, CLINTON, feedOnNovember13, TRUMP } from "./national_vote.ts";

const JOHNSON = "Gary Johnson";
const STEIN = "Jill Stein";

/** T1: votes for Stein and Johnson together. */
export function steinAndJohnson(): Computed {
  const votes = certified();
  const early = feedOnNovember13();
  return {
    then: early[JOHNSON]! + early[STEIN]!,
    final: votes[JOHNSON]! + votes[STEIN]!,
    evidence: [
      { name: "certified votes for all but the two", value: certifiedOthers(), unit: "votes" },
      {
        // 63.6 million were 48 percent, so 5.3 of 100 were neither Clinton's nor Trump's.
        name: "all but the two, by the article's own 63.6 million, 48% and 46.7%",
        value: Math.round(63_600_000 / 0.48 * (1 - 0.48 - 0.467)),
        unit: "votes",
      },
    ],
  };
}

/** T2: Clinton's electors had every vote for the two been hers; and by the exit poll's answers. */
export function allForClinton(): Computed {
  const question = { beneficiary: CLINTON, opponent: TRUMP, without: [JOHNSON, STEIN] };
  const units = spoilerUnits(loadContests({ year: 2016 }), question);
  const electors = units.reduce((sum, unit) => sum + unit.electors, 0);
  const needed = majorityOf(electors);
  const johnson = secondChoice("Johnson voters");
  const stein = secondChoice("Stein voters");
  const all = transferVotes(units, question, { beneficiary: 1, opponent: 0 });
  const asked = transferVotes(units, question, { [JOHNSON]: johnson, [STEIN]: stein });
  const pennsylvania = units.find(({ unit }) => unit === "PA")!.breakEven.netShare;
  const value = all.electors[CLINTON]!;
  const byAnswers = asked.electors[CLINTON]!;
  return {
    then: value,
    final: value,
    inference: {
      invited: "Without the two candidates Clinton would have been elected",
      ground: "would have handed her the presidency",
      holds: byAnswers >= needed,
      because: `By what their voters said in the exit poll she would have had ${byAnswers} ` +
        `electors of the ${needed} needed; a net ${percent(pennsylvania)} of them had to be hers ` +
        `to win Pennsylvania, and the answers give a net ${
          percent(johnson.beneficiary - johnson.opponent)
        } to ${percent(stein.beneficiary - stein.opponent)}`,
    },
  };
}

/** Whom a candidate's voters said they would have chosen of the two; the rest go to neither. */
function secondChoice(group: string): Transfer {
  const rows = loadExitPoll2016({ question: "second_choice" }).toRecords();
  const share = (answer: string) =>
    rows.find((row) => row.group === group && row.answer === answer)!.share;
  return { beneficiary: share(CLINTON), opponent: share(TRUMP) };
}
