import {
  inDrawOrder,
  loadColoradoAudits,
  loadColoradoDrawn,
  loadColoradoManifests,
  loadContests,
  loadDistrictReturns,
  loadElectoralVotes,
  loadNationalCount,
  loadStateReturns,
  loadTrackerTotals,
  paperlessVotes,
} from "../../data/mod.ts";
import { type Contest, districtContests } from "../../election/mod.ts";
import { type AuditData, type CountyCards, NOWHERE } from "./audit_draw.ts";
import { type ElectionData, SMALL_CANDIDATES } from "./election_data.ts";
import type { CountData } from "./late_count.ts";

/** Since 1976 every state's returns name its candidates. */
const FIRST_YEAR = 1976;

/** Since 2008 the tables have returns by congressional district. */
const FIRST_WITH_DISTRICTS = 2008;

/** Candidates below this share of the nation's votes are added up as others. */
const NAMED_FROM = 0.002;

/** The elections that panels offer, oldest first: the library's contests, with small candidates added up. */
export function panelElections(): ElectionData[] {
  const years = new Set(loadElectoralVotes({ status: "won" }).map(({ year }) => year));
  return [...years].filter((year) => year >= FIRST_YEAR).sort((a, b) => a - b).map(oneElection);
}

/** Candidates with a party and enough votes, most votes first. */
function namedOf(returns: ReturnType<typeof loadStateReturns>): { name: string; party: string }[] {
  const nation = new Map<string, { votes: number; party: string }>();
  let all = 0;
  for (const { candidate, party, votes } of returns) {
    const entry = nation.get(candidate) ?? { votes: 0, party: "" };
    nation.set(candidate, { votes: entry.votes + votes, party: entry.party || party || "" });
    all += votes;
  }
  return [...nation].filter(([name, { votes, party }]) =>
    votes >= NAMED_FROM * all && party !== "" && !/^other/i.test(name)
  ).sort((a, b) => b[1].votes - a[1].votes).map(([name, { party }]) => ({ name, party }));
}

function oneElection(year: number): ElectionData {
  const returns = loadStateReturns({ year });
  const named = namedOf(returns);
  const stateNames = new Map(returns.map((row) => [row.state_po, row.state]));
  const votesOf = ({ votes }: Contest): number[] => {
    const listed = named.map(({ name }) => votes[name] ?? 0);
    const total = Object.values(votes).reduce((sum, count) => sum + count, 0);
    return [...listed, total - listed.reduce((sum, count) => sum + count, 0)];
  };
  const of = (party: string) => named.find((candidate) => candidate.party === party)!.name;
  const districts = year < FIRST_WITH_DISTRICTS
    ? []
    : districtContests(loadDistrictReturns({ year })).map(({ unit, votes }) =>
      [unit, votes[of("Democratic")] ?? 0, votes[of("Republican")] ?? 0] as const
    ).sort(([a], [b]) => a < b ? -1 : 1);
  return {
    year,
    candidates: [...named, { name: SMALL_CANDIDATES, party: "" }],
    units: loadContests({ year }).map((contest) => {
      const state = contest.unit.slice(0, 2);
      return [contest.unit, contest.electors, votesOf(contest), stateNames.get(state)!] as const;
    }),
    ...(districts.length > 0 ? { districts } : {}),
    paperless: [...stateNames.keys()].sort().flatMap((state) => {
      const votes = paperlessVotes({ year, state });
      return votes === null ? [] : [[state, votes.surely, votes.atMost] as const];
    }),
  };
}

/** The first total of the tracker from which what was added is measured, as in the notebooks. */
const FIRST_DAY = "2016-11-15";

/** The count of 2016 as one tracker followed it. */
export function panelCount(): CountData {
  const [candidate, rival] = ["Clinton", "Trump"] as const;
  const votes = (row: { readonly clinton: number; readonly trump: number }) => ({
    [candidate]: row.clinton,
    [rival]: row.trump,
  });
  const [official] = loadNationalCount({ tally: "FEC official" });
  return {
    candidate,
    rival,
    snapshots: loadTrackerTotals({ since: FIRST_DAY })
      .map((row) => ({ asOf: row.as_of, votes: votes(row) })),
    certified: votes(official!),
  };
}

/** Colorado's audits of the presidential contest, each county's manifest as its number of cards. */
export function panelAudits(): AuditData[] {
  return loadColoradoAudits().map((audit) => {
    const counties: CountyCards[] = [];
    for (const { county, cards } of inDrawOrder(loadColoradoManifests({ year: audit.year }))) {
      const last = counties.at(-1);
      if (last?.county === county) {
        counties[counties.length - 1] = { county, cards: last.cards + cards };
      } else counties.push({ county, cards });
    }
    // In 2020 the state drew from 91 cards more than the manifests list: Teller's lacks as many.
    const listed = counties.reduce((sum, { cards }) => sum + cards, 0);
    if (audit.cards > listed) counties.push({ county: NOWHERE, cards: audit.cards - listed });
    return {
      year: audit.year,
      seed: audit.seed,
      margin: audit.margin,
      riskLimit: audit.risk_limit,
      inflator: audit.gamma,
      counties,
      published: loadColoradoDrawn({ year: audit.year }).map(({ number }) => number),
    };
  });
}
