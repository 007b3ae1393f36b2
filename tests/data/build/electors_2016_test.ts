/** The electors of 2016 from a table of all states whose votes are made up, but for the notes that the FEC has. */
import { assertEquals, assertThrows } from "@std/assert";
import { electors2016, electorsCast2016 } from "../../../lib/data/build/electors_2016.ts";
import { DataError } from "../../../lib/data/data_error.ts";
import type { RawFolder } from "../../../lib/data/build/raw_folder.ts";
import type { BuildContext } from "../../../lib/data/build/table_build.ts";

const NOTES = [
  "* Texas has 38 Electoral Votes. 36 were cast for Donald Trump; 1 was cast for John Kasich and 1 was cast for Ron Paul.",
  "** Washington has 12 Electoral Votes. 3 were cast for Colin Powell and 1 was cast for Faith Spotted Eagle.",
];
/** All electors but Texas's, Washington's, Maine's and Nebraska's in one state's row. */
const sheet = (california = 479) => [
  ["STATE", "TRUMP", "CLINTON"],
  ["TX", "36*", null],
  ["WA", null, "8**"],
  [" ME ", 1, 3],
  ["NE", 5, null],
  ["CA", null, california],
  ["Total:", 42, 490],
  ...NOTES.map((note) => [note]),
];
const raw = (california?: number) =>
  ({
    sheet: () => sheet(california),
    csv: (file: string) =>
      file.startsWith("congressional")
        ? [
          { lines: "2016", elec: "2016", party: "R", cd: "ME-01", pct: "0.4" },
          { lines: "2016", elec: "2016", party: "R", cd: "ME-02", pct: "0.51" },
          { lines: "2016", elec: "2016", party: "R", cd: "NE-01", pct: "0.6" },
          { lines: "2016", elec: "2016", party: "D", cd: "NE-02", pct: "0.9" },
          { lines: "2012", elec: "2016", party: "R", cd: "NE-03", pct: "0.9" },
          { lines: "2016", elec: "2012", party: "R", cd: "NE-03", pct: "0.9" },
          { lines: "2016", elec: "2016", party: "R", cd: "TX-01", pct: "0.9" },
        ]
        : [
          { state: "Texas", is_winner: "True", name: "D. Trump" },
          { state: "Maine", is_winner: "True", name: "H. Clinton" },
          { state: "California", is_winner: "False", name: "H. Clinton" },
          { state: "Nowhere", is_winner: "True", name: "H. Clinton" },
        ],
  }) as unknown as RawFolder;
const state = (state_po: string, candidate: string, year = 2016) => ({ state_po, candidate, year });
const context = (california?: number) =>
  ({
    raw: raw(california),
    rows: () => [
      state("TX", "Somebody else", 2012),
      state("TX", "Donald Trump"),
      state("TX", "Hillary Clinton"),
      state("WA", "Hillary Clinton"),
      state("ME", "Hillary Clinton"),
      state("NE", "Donald Trump"),
      state("CA", "Hillary Clinton"),
    ],
  }) as unknown as BuildContext;

Deno.test("electors are those of the table, with those who voted for somebody else from its notes", () => {
  assertEquals(
    [...electorsCast2016(raw())].map(([po, votes]) => [po, Object.fromEntries(votes)]),
    [
      ["TX", { "Donald Trump": 36, "John Kasich": 1, "Ron Paul": 1 }],
      ["WA", { "Hillary Clinton": 8, "Colin Powell": 3, "Faith Spotted Eagle": 1 }],
      ["ME", { "Donald Trump": 1, "Hillary Clinton": 3 }],
      ["NE", { "Donald Trump": 5 }],
      ["CA", { "Hillary Clinton": 479 }],
    ],
  );
});

Deno.test("districts of Maine and Nebraska are units of their own, projected where the state was called", () => {
  const rows = electors2016(context());
  const of = (status: string) =>
    rows.filter((row) => row.status === status)
      .map(({ unit, candidate, party, electors }) => [unit, candidate, party, electors]);
  assertEquals(of("won"), [
    ["TX", "Donald Trump", "Republican", 38],
    ["WA", "Hillary Clinton", "Democratic", 12],
    ["ME", "Hillary Clinton", "Democratic", 2],
    ["ME-01", "Hillary Clinton", "Democratic", 1],
    ["ME-02", "Donald Trump", "Republican", 1],
    ["NE", "Donald Trump", "Republican", 4],
    ["NE-01", "Donald Trump", "Republican", 1],
    ["CA", "Hillary Clinton", "Democratic", 479],
  ]);
  assertEquals(of("projected").map(([unit, name]) => [unit, name]), [
    ["TX", "Donald Trump"],
    ["WA", "Undecided"],
    ["ME", "Hillary Clinton"],
    ["ME-01", "Hillary Clinton"],
    ["ME-02", "Donald Trump"],
    ["NE", "Undecided"],
    ["NE-01", "Undecided"],
    ["CA", "Undecided"],
  ]);
  assertEquals(of("cast").slice(0, 6), [
    ["TX", "Donald Trump", "Republican", 36],
    ["TX", "John Kasich", null, 1],
    ["TX", "Ron Paul", null, 1],
    ["WA", "Hillary Clinton", "Democratic", 8],
    ["WA", "Colin Powell", null, 3],
    ["WA", "Faith Spotted Eagle", null, 1],
  ]);
  assertEquals(rows.map(({ status }) => status).slice(0, 9).at(-1), "won");
  assertEquals(
    [rows[0]!.source, rows[8]!.source, rows[0]!.state],
    [
      "count-snapshots-2016/politico_state_2016-11-23.csv",
      "fec/federalelections2016.xlsx",
      "Texas",
    ],
  );
});

Deno.test("electors that are not 538 are refused", () => {
  const { problems } = assertThrows(() => electors2016(context(480)), DataError);
  assertEquals(problems, [{
    file: "fec/federalelections2016.xlsx",
    expected: "538 electors in 2016",
    found: "539 with status projected",
  }]);
});
