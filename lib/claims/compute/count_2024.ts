import { loadElectoralVotes, loadSenateReturns, loadStateReturns } from "../../data/mod.ts";
import { sumVotes, totalVotes } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";
import { certified, TRUMP } from "./national_vote.ts";
import { popularMargins } from "./popular_margins.ts";

const HARRIS = "Kamala Harris";
const SWING = ["AZ", "GA", "MI", "NV", "NC", "PA", "WI"];

const winnerOf = (year: number, state: string) =>
  Object.entries(sumVotes(loadStateReturns({ year, states: [state] }).toRecords()))
    .sort((a, b) => b[1] - a[1])[0]![0];

/** W1: of the seven states that both campaigns contested, those that Trump won. */
export function swingStatesWon(): Computed {
  const won = SWING.filter((state) => winnerOf(2024, state) === TRUMP).length;
  return {
    then: won,
    final: won,
    evidence: [{ name: "Trump's lead in the nation", value: nationalLead(), unit: "votes" }],
  };
}

const nationalLead = () => certified(2024)[TRUMP]! - certified(2024)[HARRIS]!;
const leadInPercent = () => 100 * nationalLead() / totalVotes(certified(2024));

/** The Republican's share of all votes less the Democrat's, by state; the District is no state. */
function margins(year: number): Map<string, number> {
  const rows = loadStateReturns({ year }).toRecords().filter(({ state_po }) => state_po !== "DC");
  const found = new Map<string, number>();
  for (const state of new Set(rows.map((row) => row.state_po))) {
    const own = rows.filter((row) => row.state_po === state);
    const of = (party: string) =>
      own.filter((row) => row.party === party).reduce((sum, row) => sum + row.votes, 0);
    const all = own.reduce((sum, row) => sum + row.votes, 0);
    found.set(state, (of("Republican") - of("Democratic")) / all);
  }
  return found;
}

/** States whose margin moved toward the Republicans since the election before. */
function towardRepublicans(year: number): { states: number; toward: number } {
  const [before, after] = [margins(year - 4), margins(year)];
  const both = [...after.keys()].filter((state) => before.has(state));
  return {
    states: both.length,
    toward: both.filter((state) => after.get(state)! > before.get(state)!).length,
  };
}

/** W2: states that moved toward the Republicans from 2020 to 2024, by the margin. */
export function statesShifted(): Computed {
  const { toward } = towardRepublicans(2024);
  const share = (year: number, state: string) => {
    const votes = sumVotes(loadStateReturns({ year, states: [state] }).toRecords());
    return votes[TRUMP]! / totalVotes(votes);
  };
  const byShare =
    [...margins(2024).keys()].filter((state) => share(2024, state) > share(2020, state)).length;
  return {
    then: toward,
    final: toward,
    readings: [{ name: "by Trump's share of all votes", value: byShare }],
  };
}

/** W3: earlier elections, since there are fifty states, in which all of them moved one way. */
export function earlierSweeps(): Computed {
  const years = Array.from({ length: 14 }, (_, i) => 1968 + 4 * i);
  const shifts = years.map((year) => ({ year, ...towardRepublicans(year) }));
  const one = shifts.filter(({ states, toward }) => toward === states || toward === 0);
  const republican = one.filter(({ toward }) => toward > 0);
  return {
    then: one.length,
    final: one.length,
    readings: [{ name: "toward the Republicans", value: republican.length }],
    evidence: one.map(({ year, states, toward }) => ({
      name: `states that moved toward the Democrats in ${year}`,
      value: states - toward,
      unit: "states",
    })),
  };
}

/** W4: the lead in electors, and in votes, in percent. */
export function landslide(): Computed {
  const electors: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year: 2024, status: "won" }).toRecords()) {
    electors[row.candidate] = (electors[row.candidate] ?? 0) + row.electors;
  }
  const lead = 100 * (electors[TRUMP]! - electors[HARRIS]!) /
    Object.values(electors).reduce((sum, count) => sum + count, 0);
  return {
    then: lead,
    final: lead,
    readings: [{ name: "the lead in votes, of all votes", value: leadInPercent() }],
  };
}

const since = (year: number) => popularMargins().filter((row) => row.year >= year);

/** W5: the rank of the margin from the smallest, since the election after 1888. */
export function smallMarginRank(): Computed {
  const own = leadInPercent();
  const rank = (rows: readonly { percent: number }[]) =>
    1 + rows.filter((row) => Math.abs(row.percent) < own).length;
  const ahead = since(1892).filter(({ percent }) => percent > 0);
  return {
    then: rank(ahead),
    final: rank(ahead),
    readings: [{
      name: "with elections whose popular winner lost",
      value: rank(since(1892)),
    }],
  };
}

/** W6: the lead in percent of all votes, a forecast when it was written. */
export function finalLead(): Computed {
  return { then: null, final: leadInPercent() };
}

/** W7: the rank of the margin among all since 1824, from the largest. */
export function marginRank(): Computed {
  const own = leadInPercent();
  const bySize = 1 + popularMargins().filter((row) => Math.abs(row.percent) > own).length;
  const signed = 1 + popularMargins().filter((row) => row.percent > own).length;
  return {
    then: bySize,
    final: bySize,
    readings: [{
      name: "with presidents who trailed ranked below all who led",
      value: signed,
    }],
    evidence: [{
      name: "elections with a popular vote",
      value: popularMargins().length,
      unit: "elections",
    }],
  };
}

/** States that Trump carried and whose Senate contest of the same day a Democrat won. */
function splitSenators(year: number): number {
  const rows = loadSenateReturns({ year }).toRecords()
    .filter((row) => row.round === "general" && row.kind === "candidate");
  let split = 0;
  for (const state of new Set(rows.map((row) => row.state_po))) {
    if (winnerOf(year, state) !== TRUMP) continue;
    for (const special of [false, true]) {
      const contest = rows.filter((row) => row.state_po === state && row.special === special);
      const best = contest.sort((a, b) => b.votes - a.votes)[0];
      if (best?.party === "Democratic") split++;
    }
  }
  return split;
}

/** W8: Democrats who won a Senate seat in a state that Trump carried. */
export function senatorsInTrumpStates(): Computed {
  return {
    then: splitSenators(2024),
    final: splitSenators(2024),
    evidence: [2016, 2020].map((year) => ({
      name: `the same in ${year}`,
      value: splitSenators(year),
      unit: "seats",
    })),
  };
}

/** W9: the rank of the margin from the smallest, among all who became president. */
export function smallestMarginOfAWinner(): Computed {
  const own = leadInPercent();
  const smaller = popularMargins().filter(({ percent }) => percent < own);
  const rank = 1 + smaller.length;
  return {
    then: rank,
    final: rank,
    readings: [{
      name: "among those only who led the popular vote",
      value: 1 + smaller.filter(({ percent }) => percent > 0).length,
    }],
  };
}

/** W10: Clinton's lead of 2016 in percent of all votes, against the 1.6 that the sentence names. */
export function clintonLeadInPercent(): Computed {
  const votes = certified(2016);
  const lead = 100 * (votes["Hillary Clinton"]! - votes[TRUMP]!) / totalVotes(votes);
  return {
    then: lead,
    final: lead,
    evidence: [{
      name: "Trump's lead of 2024",
      value: leadInPercent(),
      unit: "percent of all votes",
    }],
  };
}

/** W11: Harris's votes; no table holds the count of the morning. */
export function harrisVotes(): Computed {
  return { then: null, final: certified(2024)[HARRIS]! };
}

/** W12: Biden's votes of 2020 less hers. */
export function democraticLoss(): Computed {
  return { then: null, final: certified(2020)["Joe Biden"]! - certified(2024)[HARRIS]! };
}

/** W18: years since a Republican had led the popular vote, if Trump did. */
export function yearsSinceRepublicanLed(): Computed {
  const led = popularMargins().filter(({ leaderParty }) => leaderParty === "Republican")
    .map(({ year }) => year);
  const before = Math.max(...led.filter((year) => year < 2024));
  return { then: null, final: led.includes(2024) ? 2024 - before : null };
}

/** W19: states and the District whose share for Trump rose from 2020. */
export function jurisdictionsGained(): Computed {
  const share = (year: number, state: string) => {
    const votes = sumVotes(loadStateReturns({ year, states: [state] }).toRecords());
    return votes[TRUMP]! / totalVotes(votes);
  };
  const gained = [...margins(2024).keys(), "DC"]
    .filter((state) => share(2024, state) > share(2020, state)).length;
  return { then: null, final: gained };
}
