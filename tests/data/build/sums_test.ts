/** Sums of tables and the totals that they are compared with, from a few rows of each table. */
import { assert, assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { controlTotals } from "../../../lib/data/build/control_totals.ts";
import { ALL_CANDIDATES, countedSums } from "../../../lib/data/build/counted_sums.ts";
import { fecWorkbooks } from "../../../lib/data/build/fec_workbook.ts";
import { MEDSL } from "../../../lib/data/build/returns_medsl.ts";
import type { BuildContext, Row } from "../../../lib/data/build/table_build.ts";

const line = (year: number, state_po: string, candidate: string, votes: number) =>
  ({ year, state_po, candidate, votes }) as Row;
const TABLES: Readonly<Record<string, readonly Row[]>> = {
  state_returns: [
    line(2016, "WI", "Donald Trump", 10),
    line(2016, "WI", "Donald Trump", 4),
    line(2016, "WI", "Hillary Clinton", 7),
    line(2016, "MI", "Donald Trump", 5),
    line(2016, "MI", "Evan McMullin", 2),
    line(2024, "WI", "Kamala Harris", 8),
    line(2000, "PA", "Al Gore", 3),
  ],
  county_returns: [
    line(2016, "WI", "Donald Trump", 13),
    line(2016, "MI", "Evan McMullin", 1),
    line(2000, "PA", "Al Gore", 3),
    line(2016, "WI", "Others and write-ins", 1),
  ],
  michigan_pennsylvania: [],
  electoral_votes: [
    { year: 2016, state_po: "WI", candidate: "Donald Trump", electors: 10, status: "cast" },
    { year: 2016, state_po: "WI", candidate: "Donald Trump", electors: 10, status: "won" },
  ],
  precinct_votes_2024: [
    { state_po: "WI", harris: 6, trump: null },
    { state_po: "WI", harris: 1, trump: 9 },
  ],
  wisconsin_units: [
    {
      trump_original: 1,
      clinton_original: 2,
      johnson_original: 3,
      stein_original: 4,
      trump_recount: 5,
      clinton_recount: 6,
      johnson_recount: 7,
      stein_recount: 8,
    },
    {
      trump_original: 10,
      clinton_original: 20,
      johnson_original: 30,
      stein_original: 40,
      trump_recount: 50,
      clinton_recount: 60,
      johnson_recount: 70,
      stein_recount: 80,
    },
  ],
  florida_2000: [
    {
      bush: 1,
      gore: 2,
      nader: 3,
      buchanan: 4,
      browne: 5,
      phillips: 6,
      hagelin: 7,
      clinton_1996: 8,
      dole_1996: 9,
      perot_1996: 10,
    },
  ],
  georgia_2000: [{ gore: 1, bush: 2 }],
  georgia_2020_tally: [{ trump: 1, biden: 2, jorgensen: 3 }],
};
const SHEET = [
  ["State", "", "", "", "", "", ""],
  ["WI", "", "", 14, 7, 2, 23],
  [" MI ", "", "", 5, 6, 1, 12],
  ["Total:", "", "", 19, 13, 3, 35],
];
const context = {
  raw: {
    csv: (file: string) =>
      file === MEDSL
        ? [
          {
            year: "2016",
            state_po: "WI",
            candidate: "TRUMP, DONALD J.",
            party_detailed: "REPUBLICAN",
            candidatevotes: "14",
          },
          {
            year: "2012",
            state_po: "WI",
            candidate: "ROMNEY, MITT",
            party_detailed: "REPUBLICAN",
            candidatevotes: "9",
          },
        ]
        : [
          { year: "2012", candidate: "Barack Obama", pop_votes: "60", ec_votes: "332" },
          { year: "2016", candidate: "Donald Trump", pop_votes: "50", ec_votes: "NA" },
          { year: "1800", candidate: "Thomas Jefferson", pop_votes: "NA", ec_votes: "73" },
          { year: "1804", candidate: "Thomas Jefferson", pop_votes: "NA", ec_votes: "162" },
          { year: "1872", candidate: "Horace Greeley", pop_votes: "20", ec_votes: "66" },
        ],
    sheet: (_: string, name: string) => name.startsWith("Table 2") ? SHEET : [],
  },
  rows: (table: string) => TABLES[table]!,
  frame: () =>
    pl.DataFrame({
      state_po: ["WI", "WI", "MI"],
      candidate: ["Donald Trump", "Donald Trump", "Donald Trump"],
      votes: ["3", "4", "5"],
    }),
} as unknown as BuildContext;

const sums = countedSums(context);
const sum = (table: string, year: number, state: string, candidate: string) => {
  const found = sums.filter((row) =>
    row.table === table && row.year === year && row.state_po === state &&
    row.candidate === candidate
  );
  assert(found.length <= 1);
  return found[0]?.votes;
};

Deno.test("votes are added up by state and candidate, for the nation, and for all candidates", () => {
  assertEquals(sum("state_returns", 2016, "WI", "Donald Trump"), 14);
  assertEquals(sum("state_returns", 2016, "WI", ALL_CANDIDATES), 21);
  assertEquals(sum("state_returns", 2016, "US", "Donald Trump"), 19);
  assertEquals(sum("state_returns", 2016, "US", ALL_CANDIDATES), 28);
  assertEquals(sum("state_returns", 2024, "US", ALL_CANDIDATES), 8);
  assertEquals(sum("county_returns", 2016, "US", ALL_CANDIDATES), 15);
});

Deno.test("each table is added up by its own columns: electors that were cast, precincts, wide tables", () => {
  assertEquals(sum("electoral_votes", 2016, "WI", "Donald Trump"), 10);
  assertEquals(sum("precinct_returns", 2016, "WI", "Donald Trump"), 7);
  assertEquals(sum("precinct_returns", 2016, "US", "Donald Trump"), 12);
  assertEquals(sum("precinct_votes_2024", 2024, "WI", "Kamala Harris"), 7);
  assertEquals(sum("precinct_votes_2024", 2024, "WI", "Donald Trump"), 9);
  assertEquals(
    ["Donald Trump", "Hillary Clinton", "Gary Johnson", "Jill Stein"].flatMap((name) =>
      ["original", "recount"].map((count) => sum(`wisconsin_units (${count})`, 2016, "WI", name))
    ),
    [11, 55, 22, 66, 33, 77, 44, 88],
  );
  assertEquals(sum("florida_2000", 2000, "FL", ALL_CANDIDATES), 28);
  assertEquals(sum("florida_2000", 2000, "FL", "Pat Buchanan"), 4);
  assertEquals(sum("florida_2000", 1996, "FL", ALL_CANDIDATES), 27);
  assertEquals([
    sum("georgia_2000", 2000, "GA", "Al Gore"),
    sum("georgia_2000", 2000, "GA", "George W. Bush"),
  ], [1, 2]);
  assertEquals(sum("georgia_2020_tally", 2020, "GA", ALL_CANDIDATES), 6);
  // Of the other compilation of states' returns 2016 alone.
  assertEquals([sum(MEDSL, 2016, "WI", "Donald Trump"), sum(MEDSL, 2012, "WI", ALL_CANDIDATES)], [
    14,
    undefined,
  ]);
});

const totals = controlTotals(context);
const total = (table: string, year: number, state: string, candidate: string) =>
  totals.filter((row) =>
    row.table === table && row.year === year && row.state_po === state &&
    row.candidate === candidate
  ).map(({ votes, control }) => [votes, control]);

Deno.test("the FEC's second table controls the two largest and all candidates, state by state", () => {
  const control = "FEC, electoral and popular vote by state";
  const rows = totals.filter((row) => row.control === control);
  assertEquals(rows.length, fecWorkbooks.length * 2 * 3);
  const of = (year: number, state: string) =>
    rows.filter((row) => row.year === year && row.state_po === state)
      .map(({ candidate, votes, table }) => [candidate, votes, table]);
  assertEquals(of(2016, "MI"), [
    ["Donald Trump", 5, "state_returns"],
    ["Hillary Clinton", 6, "state_returns"],
    [ALL_CANDIDATES, 12, "state_returns"],
  ]);
  assertEquals(of(2004, "WI").map(([name]) => name), [
    "George W. Bush",
    "John Kerry",
    ALL_CANDIDATES,
  ]);
  assertEquals(of(2008, "WI")[1]![0], "John McCain");
  assertEquals(of(2012, "WI")[1]![0], "Mitt Romney");
});

Deno.test("the second compilation controls what it knows, its electors not where it lumps them", () => {
  const own = "J. Timm's compilation";
  assertEquals(total("state_returns", 2012, "US", "Barack Obama"), [[60, own]]);
  assertEquals(total("electoral_votes", 2012, "US", "Barack Obama"), [[332, own]]);
  assertEquals(total("state_returns", 2016, "US", "Donald Trump"), [[
    50,
    "FEC, as compiled by J. Timm",
  ]]);
  assertEquals(total("electoral_votes", 2016, "US", "Donald Trump"), []);
  assertEquals(total("electoral_votes", 1800, "US", "Thomas Jefferson"), []);
  assertEquals(total("electoral_votes", 1804, "US", "Thomas Jefferson"), [[162, own]]);
  assertEquals(total("electoral_votes", 1872, "US", "Horace Greeley"), []);
  assertEquals(total("state_returns", 1872, "US", "Horace Greeley"), [[20, own]]);
});

Deno.test("states' returns control tables of smaller units, for the candidates that these name", () => {
  const control = "state_returns";
  assertEquals(total("county_returns", 2016, "WI", "Donald Trump"), [[14, control]]);
  assertEquals(total("county_returns", 2000, "PA", "Al Gore"), [[3, control]]);
  // In 2016 counties name the leading four alone, and the others together nobody.
  assertEquals(total("county_returns", 2016, "MI", "Evan McMullin"), []);
  assertEquals(total("county_returns", 2016, "WI", "Others and write-ins"), []);
  assertEquals(total("precinct_returns", 2016, "WI", ALL_CANDIDATES), [[21, control]]);
  assertEquals(total("precinct_returns", 2016, "MI", "Donald Trump"), [[5, control]]);
  assertEquals(total("precinct_votes_2024", 2024, "WI", "Kamala Harris"), [[8, control]]);
  for (const table of ["wisconsin_units (original)", "wisconsin_units (recount)"]) {
    assertEquals(total(table, 2016, "WI", "Hillary Clinton"), [[7, control]], table);
  }
  assertEquals(total("michigan_pennsylvania", 2016, "MI", ALL_CANDIDATES), [[7, control]]);
  assertEquals(total("michigan_pennsylvania", 2000, "PA", "Al Gore"), [[3, control]]);
  assertEquals(total(MEDSL, 2016, "WI", "Hillary Clinton"), [[7, control]]);
  // A state that has no such row has no control.
  assertEquals(total("georgia_2000", 2000, "GA", "Al Gore"), []);
});
