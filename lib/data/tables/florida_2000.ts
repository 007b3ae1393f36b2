import { fips, source, votes } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Florida 2000 by county: machines, ballots, spoiled votes and every candidate. */
export const florida2000 = {
  name: "florida_2000",
  file: "data/florida_2000.csv",
  title: "Florida 2000 by county: technology, ballot, undervotes, overvotes and candidates",
  description:
    "One row for each of the 67 counties: the ten candidates on the ballot and two write-ins; from " +
    "another record the presidential and Buchanan votes on absentee ballots; from a third the vote " +
    "of 1996 and an early count of 2000.",
  columns: [
    fips,
    texts("county", "The county's name"),
    texts("technology", "How votes were cast", {
      values: ["Optical", "Votomatic", "Datavote", "Lever", "Hand"],
    }),
    integers("ballot_columns", "Number of columns that the candidates were spread over", {
      minimum: 1,
      maximum: 2,
    }),
    counts("undervotes", "Ballots without a vote for president", { unit: "ballots" }),
    counts("overvotes", "Ballots with more than one", { unit: "ballots" }),
    votes("bush", "George W. Bush"),
    votes("gore", "Al Gore"),
    votes("browne", "Harry Browne"),
    votes("nader", "Ralph Nader"),
    votes("harris", "James Harris"),
    votes("hagelin", "John Hagelin"),
    votes("buchanan", "Pat Buchanan"),
    votes("mcreynolds", "David McReynolds"),
    votes("phillips", "Howard Phillips"),
    votes("moorehead", "Monica Moorehead"),
    votes("chote", "Ken Chote, write-in"),
    votes("mccarthy", "Louie McCarthy, write-in"),
    votes("recorded_total", "Votes for president in the record of absentee ballots"),
    votes("recorded_buchanan", "Votes for Pat Buchanan in that record"),
    votes("absentee_total", "Votes for president on absentee ballots"),
    votes("absentee_buchanan", "Votes for Pat Buchanan on absentee ballots"),
    votes("clinton_1996", "Bill Clinton in 1996"),
    votes("dole_1996", "Bob Dole in 1996"),
    votes("perot_1996", "Ross Perot in 1996"),
    votes("bush_early", "George W. Bush, early count"),
    votes("gore_early", "Al Gore, early count"),
    votes("buchanan_early", "Pat Buchanan, early count"),
    source,
  ],
  key: ["fips"],
  license:
    "free to use with acknowledgement (StatLib fl2000, B. Presnell); 1996 and early count GPL-2 (repository of the QSS data); absentee votes none stated: facts of public record",
  setApart: {
    name: "GPL-2.0-only",
    title: "GNU General Public License, version 2, as the repository of the QSS data states it",
    path: "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html",
    columns: [
      "clinton_1996",
      "dole_1996",
      "perot_1996",
      "bush_early",
      "gore_early",
      "buchanan_early",
    ],
  },
  caveats: [
    "The counties add up to a lead of 202 for Gore: 2,490 late ballots from abroad (Bush 1,575, Gore 836, others 79) are certified for the state and not by county; with them Bush leads by 537",
    "The early count is from before the certification: the file does not say of which day. It gives Bush a lead of 961. For Buchanan it differs in four counties, by 14 votes: Palm Beach has 3,407, certified 3,411",
    "The counties of 1996 add up to a little less than the state's votes, by 902 for Clinton, 1,212 for Dole and 94 for Perot (at most 0.06 percent); which count they are from is not known",
    "Volusia County here is the corrected count, not the one reported on election night",
  ],
} as const satisfies TableSchema;

/**
 * Loads Florida 2000 by county.
 *
 * The counties show Al Gore ahead by 202: see the table's caveats before comparing with the
 * certified 537 for George W. Bush, which {@linkcode loadStateReturns} has.
 *
 * @returns Rows; see the table's columns.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadFlorida2000, loadStateReturns } from "tallybook/data";
 *
 * const counties = loadFlorida2000();
 * assertEquals(counties.reduce((sum, row) => sum + row.gore - row.bush, 0), 202);
 * const [bush, gore] = loadStateReturns({ year: 2000, states: ["FL"] });
 * assertEquals(bush!.votes - gore!.votes, 537);
 * ```
 */
export function loadFlorida2000(): Rows<RowOf<typeof florida2000>> {
  return loadTable(florida2000, {});
}
