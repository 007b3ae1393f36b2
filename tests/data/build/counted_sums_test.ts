/** The sums that are reconciled with control totals, of tables of a few rows. */
import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { countedSums } from "../../../lib/data/build/counted_sums.ts";
import type { BuildContext, Row } from "../../../lib/data/build/table_build.ts";

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  state_returns: [
    { year: 2016, state_po: "WI", candidate: "Ada", votes: 5 },
    { year: 2016, state_po: "WI", candidate: "Ben", votes: 7 },
    { year: 2016, state_po: "MI", candidate: "Ada", votes: 11 },
    { year: 2012, state_po: "WI", candidate: "Ada", votes: 13 },
  ],
  electoral_votes: [
    { year: 2016, state_po: "TX", candidate: "Ada", electors: 36, status: "cast" },
    { year: 2016, state_po: "TX", candidate: "Ben", electors: 2, status: "pledged" },
  ],
  precinct_votes_2024: [
    { state_po: "GA", harris: 3, trump: 4 },
    { state_po: "GA", harris: null, trump: 9 },
    { state_po: "NV", harris: 6, trump: null },
  ],
  wisconsin_units: [
    ...[1, 10].map((k) => ({
      ...{
        trump_original: k,
        clinton_original: 2 * k,
        johnson_original: 3 * k,
        stein_original: 4 * k,
      },
      ...{
        trump_recount: 5 * k,
        clinton_recount: 6 * k,
        johnson_recount: 7 * k,
        stein_recount: 8 * k,
      },
    })),
  ],
  florida_2000: [
    ...[1, 100].map((k) => ({
      ...{ bush: k, gore: 2 * k, nader: 3 * k, buchanan: 4 * k, browne: 5 * k, phillips: 6 * k },
      ...{ hagelin: 7 * k, clinton_1996: 8 * k, dole_1996: 9 * k, perot_1996: 10 * k },
    })),
  ],
  georgia_2000: [{ gore: 21, bush: 22 }],
  georgia_2020_tally: [{ trump: 31, biden: 32, jorgensen: 33 }, {
    trump: 1,
    biden: 1,
    jorgensen: 1,
  }],
};

const medsl = (year: string, candidate: string, candidatevotes: string) => ({
  ...{ year, state_po: "OH", candidate, party_detailed: "DEMOCRAT", candidatevotes },
});

const context = {
  raw: { csv: () => [medsl("2016", "STEIN, JILL", "17"), medsl("2012", "STEIN, JILL", "18")] },
  rows: (table: string) => TABLES[table] ?? [],
  frame: () =>
    pl.DataFrame({
      state_po: ["WI", "WI", "OH"],
      candidate: ["Ada", "Ada", "Ben"],
      votes: ["40", "2", "8"],
    }),
} as unknown as BuildContext;

const sums = countedSums(context);
const of = (table: string, year: number, place: string) =>
  Object.fromEntries(
    sums.filter((sum) => sum.table === table && sum.year === year && sum.state_po === place)
      .map(({ candidate, votes }) => [candidate, votes]),
  );

Deno.test("votes are added up by state, for the nation and for all candidates, each year by itself", () => {
  assertEquals(of("state_returns", 2016, "WI"), { Ada: 5, Ben: 7, "All candidates": 12 });
  assertEquals(of("state_returns", 2016, "MI"), { Ada: 11, "All candidates": 11 });
  assertEquals(of("state_returns", 2016, "US"), { Ada: 16, Ben: 7, "All candidates": 23 });
  assertEquals(of("state_returns", 2012, "US"), { Ada: 13, "All candidates": 13 });
  assertEquals(of("county_returns", 2016, "US"), {});
});

Deno.test("electors count as cast, precincts' withheld votes as none", () => {
  assertEquals(of("electoral_votes", 2016, "US"), { Ada: 36, "All candidates": 36 });
  assertEquals(of("precinct_returns", 2016, "WI"), { Ada: 42, "All candidates": 42 });
  assertEquals(of("precinct_returns", 2016, "US"), { Ada: 42, Ben: 8, "All candidates": 50 });
  assertEquals(of("precinct_votes_2024", 2024, "GA"), {
    ...{ "Kamala Harris": 3, "Donald Trump": 13, "All candidates": 16 },
  });
  assertEquals(of("precinct_votes_2024", 2024, "US"), {
    ...{ "Kamala Harris": 9, "Donald Trump": 13, "All candidates": 22 },
  });
});

Deno.test("tables with a column a candidate are added up by column, the two counts of Wisconsin apart", () => {
  assertEquals(of("wisconsin_units (original)", 2016, "WI"), {
    ...{ "Donald Trump": 11, "Hillary Clinton": 22, "Gary Johnson": 33, "Jill Stein": 44 },
    "All candidates": 110,
  });
  assertEquals(of("wisconsin_units (recount)", 2016, "US"), {
    ...{ "Donald Trump": 55, "Hillary Clinton": 66, "Gary Johnson": 77, "Jill Stein": 88 },
    "All candidates": 286,
  });
  assertEquals(of("florida_2000", 2000, "FL"), {
    ...{ "George W. Bush": 101, "Al Gore": 202, "Ralph Nader": 303, "Pat Buchanan": 404 },
    ...{ "Harry Browne": 505, "Howard Phillips": 606, "John Hagelin": 707 },
    "All candidates": 2828,
  });
  assertEquals(of("florida_2000", 1996, "US"), {
    ...{ "Bill Clinton": 808, "Bob Dole": 909, "Ross Perot": 1010, "All candidates": 2727 },
  });
  assertEquals(of("georgia_2000", 2000, "GA"), {
    ...{ "Al Gore": 21, "George W. Bush": 22, "All candidates": 43 },
  });
  assertEquals(of("georgia_2020_tally", 2020, "US"), {
    ...{ "Donald Trump": 32, "Joe Biden": 33, "Jo Jorgensen": 34, "All candidates": 99 },
  });
});

Deno.test("of the compiled states' returns 2016 alone is counted", () => {
  const table = "medsl-state/1976-2020-president.csv";
  assertEquals(of(table, 2016, "OH"), { "Jill Stein": 17, "All candidates": 17 });
  assertEquals(of(table, 2012, "OH"), {});
});
