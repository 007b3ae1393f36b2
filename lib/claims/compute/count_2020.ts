import { loadCountVotes2020, loadElectoralVotes, loadStateReturns } from "../../data/mod.ts";
import { count } from "../../display/mod.ts";
import { sumVotes, totalVotes } from "../../election/mod.ts";
import type { Claim, Compute, Computed } from "../claim.ts";
import { certified, TRUMP } from "./national_vote.ts";
import { popularMargins } from "./popular_margins.ts";

const BIDEN = "Joe Biden";

/** Certified votes of a state in 2020. */
const inState = (state: string) =>
  sumVotes(loadStateReturns({ year: 2020, states: [state] }).toRecords());

const bidenLead = (state: string) => inState(state)[BIDEN]! - inState(state)[TRUMP]!;

/** V1: all votes for president. */
export function votesCast(): Computed {
  const all = totalVotes(certified(2020));
  return { then: all, final: all };
}

/** V2: Biden's lead in Wisconsin in the feed's last update of the day, and certified. */
export function wisconsinLead({ then_as_of }: Claim): Computed {
  const update = loadCountVotes2020({ states: ["WI"] }).toRecords()
    .filter(({ time }) => time.slice(0, 10) <= then_as_of!)
    .sort((a, b) => a.time < b.time ? -1 : 1).at(-1)!;
  const before = sumVotes(loadStateReturns({ year: 2016, states: ["WI"] }).toRecords());
  return {
    then: update.biden - update.trump,
    final: bidenLead("WI"),
    evidence: [{
      name: "Trump's lead in Wisconsin in 2016",
      value: before[TRUMP]! - before["Hillary Clinton"]!,
      unit: "votes",
    }],
  };
}

/** Who won a unit's electors. */
const winner = (year: number, unit: string) =>
  loadElectoralVotes({ year, status: "won" }).toRecords().find((row) => row.unit === unit)!
    .candidate;

/** V3: of Arizona and Nebraska's second district, those that Trump had won and Biden won. */
export function unitsFlipped(): Computed {
  const flipped = ["AZ", "NE-02"]
    .filter((unit) => winner(2016, unit) === TRUMP && winner(2020, unit) === BIDEN);
  return {
    then: null,
    final: flipped.length,
    evidence: [{ name: "Biden's lead in Arizona", value: bidenLead("AZ"), unit: "votes" }],
  };
}

/** V4 and V5: years since a Democrat had last won the state, if Biden did. */
export const yearsSinceDemocrat = (state: string): Compute => (): Computed => {
  const won = loadElectoralVotes({ states: [state], status: "won" }).toRecords()
    .filter(({ party }) => party === "Democratic").map(({ year }) => year);
  const before = won.filter((year) => year < 2020);
  return { then: null, final: won.includes(2020) ? 2020 - Math.max(...before) : null };
};

/** Votes of everybody in every election of the tables. */
function candidacies() {
  const sums = new Map<string, { year: number; candidate: string; votes: number }>();
  for (const { year, candidate, votes } of loadStateReturns().toRecords()) {
    const key = `${year} ${candidate}`;
    sums.set(key, { year, candidate, votes: (sums.get(key)?.votes ?? 0) + votes });
  }
  return [...sums.values()];
}

/** V6: tickets with more votes than Biden's, before and to the last election of the tables. */
export function moreVotesThanBiden(): Computed {
  const all = candidacies().filter(({ candidate }) => candidate !== BIDEN);
  const own = certified(2020)[BIDEN]!;
  const above = (votes: number, to: number) =>
    all.filter((row) => row.year <= to && row.votes > votes).length;
  return {
    then: above(74_000_000, 2016),
    final: above(own, 2024),
    evidence: [
      { name: "his certified votes", value: own, unit: "votes" },
      { name: "others above 74 million, to 2024", value: above(74_000_000, 2024), unit: "tickets" },
    ],
  };
}

/** V7: Biden's electors. */
export function bidenElectors(): Computed {
  const electors = loadElectoralVotes({ year: 2020, status: "won" }).toRecords()
    .filter(({ candidate }) => candidate === BIDEN)
    .reduce((sum, row) => sum + row.electors, 0);
  return { then: null, final: electors };
}

/** V8: Biden's share of all votes. */
export function bidenShare(): Computed {
  const votes = certified(2020);
  return { then: null, final: 100 * votes[BIDEN]! / totalVotes(votes) };
}

/** V9: persons who had been president, or had stood, with more votes in an election than Trump's. */
export function presidentsWithMoreVotes(): Computed {
  const own = certified(2020)[TRUMP]!;
  const presidents = (to: number) =>
    new Set(popularMargins().filter(({ year }) => year <= to).map(({ president }) => president));
  const above = (to: number) =>
    candidacies().filter(({ year, candidate, votes }) =>
      year <= to && votes > own && candidate !== TRUMP
    );
  // Whoever was elected in 2020 became president a month later.
  const among = (names: ReadonlySet<string>) =>
    new Set(above(2020).filter(({ candidate }) => names.has(candidate)).map((row) => row.candidate))
      .size;
  const candidates = new Set(above(2020).map(({ candidate }) => candidate)).size;
  return {
    then: among(presidents(2016)),
    final: among(presidents(2020)),
    readings: [{ name: "than any candidate for president, to 2020", value: candidates }],
    evidence: [{ name: "Biden's votes", value: certified(2020)[BIDEN]!, unit: "votes" }],
  };
}

/** V10: Trump's votes of 2020. */
export function trumpVotes(): Computed {
  const votes = certified(2020)[TRUMP]!;
  return { then: votes, final: votes };
}

/** Presidents who stood again four years after they were elected, and how their votes changed. */
function secondTries() {
  const all = candidacies();
  const votes = (year: number, name: string) =>
    all.find((row) => row.year === year && row.candidate === name)?.votes;
  return popularMargins().filter(({ year }) => year <= 2016).flatMap(({ year, president }) => {
    const [first, second] = [votes(year, president), votes(year + 4, president)];
    return first === undefined || second === undefined
      ? []
      : [{ year: year + 4, president, more: second - first, percent: 100 * (second / first - 1) }];
  });
}

/** V11: by how many votes Trump grew. */
export function trumpGrowth(): Computed {
  const more = certified(2020)[TRUMP]! - certified(2016)[TRUMP]!;
  return { then: more, final: more };
}

/** V12: the rank of that growth among presidents who stood again, in votes and in percent. */
export function growthRank(): Computed {
  const tries = secondTries();
  const own = tries.find(({ year }) => year === 2020)!;
  const rank = (by: "more" | "percent") => 1 + tries.filter((row) => row[by] > own[by]).length;
  return {
    then: rank("more"),
    final: rank("more"),
    readings: [{ name: "in percent of the first votes", value: rank("percent") }],
    evidence: tries.filter(({ more }) => more >= own.more).map((row) => ({
      name: `${row.president}, ${row.year}: votes more than four years before`,
      value: row.more,
      unit: "votes",
    })),
  };
}

/** V13: Biden's votes less Obama's of 2008. */
export function bidenLessObama(): Computed {
  const less = (year: number) => certified(2020)[BIDEN]! - certified(year)["Barack Obama"]!;
  return {
    then: less(2008),
    final: less(2008),
    readings: [{ name: "than in 2012", value: less(2012) }],
    evidence: [{
      name: "Trump's own votes of 2020 less those of 2016",
      value: certified(2020)[TRUMP]! - certified(2016)[TRUMP]!,
      unit: "votes",
    }],
  };
}

/** V14: Trump's certified votes less Biden's in Pennsylvania. */
export function trumpLeadInPennsylvania(): Computed {
  const lead = -bidenLead("PA");
  return { then: lead, final: lead };
}

/** V15: one vote more than the certified margin of Georgia. */
export function georgiaVotesNeeded(): Computed {
  const lead = bidenLead("GA");
  return {
    then: lead + 1,
    final: lead + 1,
    inference: {
      invited: "Trump had more votes in Georgia",
      ground: "Because we won the state.",
      holds: lead < 0,
      because:
        `${BIDEN} had ${count(lead)} more by the certified count, after a hand tally of all ` +
        "ballots and a recount by machine",
    },
  };
}

/** V16: candidates before 2020 who won Florida and Ohio and lost. */
export function lostWithFloridaAndOhio(): Computed {
  const rows = loadElectoralVotes({ states: ["FL", "OH"], status: "won" }).toRecords();
  const lost = (to: number) =>
    popularMargins().filter(({ year, president }) => {
      const names = ["FL", "OH"].map((state) =>
        new Set(
          rows.filter((row) => row.year === year && row.state_po === state)
            .map((row) => row.candidate),
        )
      );
      return year <= to && names.every((set) => set.size === 1) &&
        [...names[0]!][0] === [...names[1]!][0] && !names[0]!.has(president);
    });
  return {
    then: lost(2016).length,
    final: lost(2016).length,
  };
}

/** V18: the rank of Trump's votes among presidents who stood again. */
export function rankAmongPresidents(): Computed {
  const all = candidacies();
  const tries = secondTries().map(({ year, president }) =>
    all.find((row) => row.year === year && row.candidate === president)!.votes
  );
  const own = certified(2020)[TRUMP]!;
  const rank = 1 + tries.filter((votes) => votes > own).length;
  return {
    then: rank,
    final: rank,
    evidence: [{
      name: "the most before: votes of a president who stood again",
      value: Math.max(...tries.filter((votes) => votes !== own)),
      unit: "votes",
    }],
  };
}
