import { loadStateReturns, loadTurnout } from "../../data/mod.ts";
import type { Claim, Computed } from "../claim.ts";
import { CLINTON, trackerOn } from "./national_vote.ts";

const OBAMA = "Barack Obama";

interface Candidacy {
  readonly year: number;
  readonly candidate: string;
  readonly votes: number;
}

/** Everybody's national vote in every election of the tables. */
function candidacies(): Candidacy[] {
  const sums = new Map<string, Candidacy>();
  for (const { year, candidate, votes } of loadStateReturns().toRecords()) {
    const key = `${year} ${candidate}`;
    sums.set(key, { year, candidate, votes: (sums.get(key)?.votes ?? 0) + votes });
  }
  return [...sums.values()];
}

/** P2: candidates other than Obama with more votes than Clinton, to 2016 and to the last election. */
export function moreVotesThanClinton({ then_as_of }: Claim): Computed {
  const all = candidacies();
  const own = all.find(({ year, candidate }) => year === 2016 && candidate === CLINTON)!;
  const above = (votes: number, rows: readonly Candidacy[]) =>
    new Set(
      rows.filter((row) => row.votes > votes && ![CLINTON, OBAMA].includes(row.candidate))
        .map((row) => row.candidate),
    ).size;
  const eligible = (year: number) => loadTurnout({ year, states: ["US"] }).toRecords()[0]!.vep!;
  return {
    then: above(trackerOn(then_as_of!).clinton, all.filter(({ year }) => year < 2016)),
    final: above(own.votes, all),
    evidence: [
      {
        name: "others above her certified count, elections to 2016",
        value: above(own.votes, all.filter(({ year }) => year <= 2016)),
        unit: "candidates",
      },
      {
        name: "Clinton's votes in 2016",
        value: 100 * own.votes / eligible(2016),
        unit: "percent of eligible voters",
      },
      ...[2008, 2012].map((year) => ({
        name: `Obama's votes in ${year}`,
        value: 100 * all.find((row) => row.year === year && row.candidate === OBAMA)!.votes /
          eligible(year),
        unit: "percent of eligible voters",
      })),
    ],
  };
}
