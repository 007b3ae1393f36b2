import { refusal } from "../../check/mod.ts";
import { loadNationalResults } from "../../data/mod.ts";
import { majorityOf } from "../../election/mod.ts";

/** Elections that the House decided because nobody had a majority, since popular votes are counted. */
const HOUSE_CHOSE: Readonly<Record<number, string>> = { 1824: "John Quincy Adams" };

/** Who became president, and how far ahead of everybody else in the popular vote. */
export interface PopularMargin {
  readonly year: number;
  readonly president: string;
  /** Whoever had most popular votes. */
  readonly leader: string;
  readonly leaderParty: string | null;
  /** Whether somebody had a majority of the electors. */
  readonly byElectors: boolean;
  /** The president's votes less those of the best of the others; negative where he trailed. */
  readonly votes: number;
  /** The same in percent of all votes. */
  readonly percent: number;
}

/** The president's margin in the popular vote of every election that has one, by year. */
export function popularMargins(): PopularMargin[] {
  const found: PopularMargin[] = [];
  const rows = loadNationalResults().toRecords();
  for (const year of new Set(rows.map((row) => row.year))) {
    const ofYear = rows.filter((row) => row.year === year);
    const popular = ofYear.filter((row) => row.popular_votes !== null)
      .sort((a, b) => b.popular_votes! - a.popular_votes!);
    const leader = popular[0];
    if (leader === undefined) continue; // before popular votes were recorded
    const electors = ofYear.reduce((sum, row) => sum + (row.electors_won ?? 0), 0);
    const elected = ofYear.find((row) => (row.electors_won ?? 0) >= majorityOf(electors));
    const president = elected?.candidate ?? HOUSE_CHOSE[year];
    if (president === undefined) {
      throw new RangeError(refusal({
        task: "find popular margins",
        where: String(year),
        found: president,
        expected: "a president elected",
      }));
    }
    const all = popular.reduce((sum, row) => sum + row.popular_votes!, 0);
    const own = popular.find((row) => row.candidate === president)!.popular_votes!;
    const best = popular.find((row) => row.candidate !== president)!.popular_votes!;
    found.push({
      year,
      president,
      leader: leader.candidate,
      leaderParty: leader.party,
      byElectors: elected !== undefined,
      votes: own - best,
      percent: 100 * (own - best) / all,
    });
  }
  return found;
}
