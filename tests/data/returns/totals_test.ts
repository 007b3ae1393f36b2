import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const HEADER = "county,precinct,office,district,party,candidate,votes\n";
const CANDIDATES = [["REP", "Ada Red"], ["DEM", "Ben Blue"], ["LIB", "Cy Gold"]] as const;
type Place = readonly [name: string, votes: readonly [number, number, number]];

const PLACES: readonly Place[] = [
  ["North", [160, 83, 4]],
  ["South", [211, 110, 7]],
  ["East", [97, 140, 3]],
  ["West", [61, 75, 2]],
];

function rows(places: readonly Place[], county = "Elm"): string {
  return places.flatMap(([name, votes]) =>
    CANDIDATES.map(([party, candidate], at) =>
      `${county},${name},President,,${party},${candidate},${votes[at]}\n`
    )
  ).join("");
}

function added(name: string, places: readonly Place[]): Place {
  const at = (column: number) => places.reduce((all, [, votes]) => all + votes[column]!, 0);
  return [name, [at(0), at(1), at(2)]];
}

/** 247 + 328 + 240 + 138. */
const TRUTH = 953;
const FILE = "20161108__wi__general__elm__precinct.csv";

Deno.test("a place that adds up its county is left out, whatever it is called and wherever it stands", () => {
  const names = [
    "",
    "Total",
    "COUNTY TOTALS",
    "Elm",
    "Elm County",
    "-",
    "Zed",
    "9999",
    "Countywide",
  ];
  for (const name of names) {
    const total = rows([added(name, PLACES)]);
    for (const content of [rows(PLACES) + total, total + rows(PLACES)]) {
      const read = reading(FILE, HEADER + content);
      assertEquals([name, sum(read), read.returns.height], [name, TRUTH, 12]);
      assertStringIncludes(mendings(read).join(), "equals the sum of its places: left out");
    }
  }
});

Deno.test("subtotals of towns are found by their names and by arithmetic, beside a grand total", () => {
  const ash: Place[] = [["Ash 1", [60, 40, 1]], ["Ash 2", [55, 41, 2]]];
  const oak: Place[] = [["Oak 1", [30, 20, 1]], ["Oak 2", [25, 21, 2]], ["Oak 3", [26, 11, 2]]];
  const [first, second] = [added("City of Ash Total", ash), added("Oak Total", oak)];
  const all = added("Total", [...ash, ...oak]);
  const orders = [
    [...ash, first, ...oak, second, all],
    [first, ...ash, second, ...oak],
    [...ash, ...oak, first, second, all],
    [...ash, added("City of Ash", ash), ...oak, added("Village of Oak", oak)],
  ];
  // 101 + 98 + 51 + 48 + 39.
  for (const order of orders) assertEquals(sum(reading(FILE, HEADER + rows(order))), 337);
});

Deno.test("counties and a row for the whole state, each with its own total", () => {
  const counties = ["Ash", "Elm", "Oak"];
  const content = counties.map((county) => rows([...PLACES, added("", PLACES)], county)).join("");
  const state = rows([added("", [...PLACES, ...PLACES, ...PLACES])], "Statewide");
  const read = reading("20161108__oh__general__precinct.csv", HEADER + content + state);
  assertEquals(sum(read), 3 * TRUTH);
});

Deno.test("places that are no sums stay: equal places, one of two, a county of one precinct", () => {
  const twins = rows([["North", [10, 8, 1]], ["South", [10, 8, 1]]]);
  assertEquals(sum(reading(FILE, HEADER + twins)), 38);
  assertEquals(sum(reading(FILE, HEADER + rows(PLACES))), TRUTH);
});

Deno.test("a total that is not the sum stops the reading with its rows, and an option goes on", () => {
  const [name, votes] = added("Total", PLACES);
  const content = HEADER + rows(PLACES) + rows([[name, [votes[0] + 10, votes[1], votes[2]]]]);
  const error = refusing(FILE, content);
  assertEquals(error.problems.map(({ rows }) => rows), [[14, 15, 16]]);
  assertStringIncludes(error.message, 'mend: ["totals"]');
  assertEquals(sum(reading(FILE, content, { mend: ["totals"] })), TRUTH);
});

const MEDSL = "year,state_po,county_name,county_fips,jurisdiction_name,precinct,office,candidate," +
  "party_detailed,mode,votes\n";

function moded(modes: readonly string[], total: string | undefined, off = 0): string {
  return MEDSL +
    ["01", "02", "03"].flatMap((precinct, place) =>
      (["ADA RED", "BEN BLUE"] as const).flatMap((candidate, at) => {
        const parts = modes.map((mode, k) => [mode, 50 - 9 * at + 7 * place + 3 * k] as const);
        const all = parts.reduce((sum, [, votes]) => sum + votes, off);
        return [...parts, ...total === undefined ? [] : [[total, all] as const]].map((
          [mode, votes],
        ) => `2024,DE,KENT,10001,KENT,${precinct},US PRESIDENT,${candidate},,${mode},${votes}\n`);
      })
    ).join("");
}

Deno.test("a mode that adds up the others is left out, whatever it is called", () => {
  // Six lines of modes b, b+3, b+6, where b adds up to 3 x (50 + 41) + 2 x (0 + 7 + 14) = 315.
  for (const name of ["TOTAL", "Total Votes", "ALL", "", "COMBINED", "COUNTY"]) {
    const read = reading("de.csv", moded(["EARLY", "ABSENTEE", "ELECTION DAY"], name));
    assertEquals([name, sum(read), read.returns.height], [name, 3 * 315 + 6 * 9, 18]);
    assertStringIncludes(mendings(read).join(), "the total is left out");
  }
  assertEquals(sum(reading("de.csv", moded(["ABSENTEE"], ""))), 315);
});

Deno.test("a mode TOTAL alone is the count, and one that is no sum is a problem", () => {
  assertEquals(sum(reading("de.csv", moded(["TOTAL"], undefined))), 315);
  const error = refusing("de.csv", moded(["EARLY", "ABSENTEE"], "TOTAL", 3));
  assertStringIncludes(error.message, "the sum of its modes");
});

Deno.test("candidates' totals, voters and ballots are no candidates", () => {
  const place = "Elm,1,President,,,";
  const read = reading(
    "20161108__az__general__elm__precinct.csv",
    HEADER + `${place}Registered Voters,1500\n${place}Times Counted,900\n${place}Under Votes,9\n` +
      `${place}TotalVotes,891\nElm,1,President,,REP,ADA-RED,500\nElm,1,President,,DEM,BEN-BLUE,391\n`,
  );
  assertEquals(sum(read), 891);
  assertEquals(
    read.apart.getColumn("kind").toArray(),
    ["turnout", "turnout", "no vote", "total of candidates"],
  );
});
