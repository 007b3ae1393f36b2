import { assert, assertEquals, assertMatch } from "@std/assert";
import pl from "nodejs-polars";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { shownFigure } from "./shown_figure.ts";
import { printed, shown } from "./shown.ts";

// tests/golden/scripts/22_sums_2016.py adds up the raw files; 01_official.py reads the FEC's workbook.
const sums = golden<{
  unofficial_rows: number;
  rest: Record<string, number>;
  states_2020: Record<string, number>;
  precinct_states: string[];
}>("sums_2016.json");
const fec = golden<{ states: Record<string, unknown> }>("official_2016_fec.json").states;

const notebook = "00_count_data";
const text = shown(notebook);
const data = new URL("../../data/", import.meta.url);
const read = (name: string) => Deno.readTextFileSync(new URL(name, data));
const years = [1789, ...Array.from({ length: 59 }, (_, i) => 1792 + 4 * i)];

function holds(expected: string): void {
  assert(text.includes(expected), `The page doesn't show "${expected}"`);
}

Deno.test("00: the page answers its question first", () => assertAnswerFirst(notebook));

Deno.test("00: the first lines count the files themselves", () => {
  const names = [...Deno.readDirSync(data)].map(({ name }) => name)
    .filter((name) => /\.(csv|parquet)$/.test(name));
  let rows = 0;
  let bytes = 0;
  for (const name of names) {
    const url = new URL(name, data);
    const n = name.endsWith(".csv")
      ? read(name).trim().split("\n").length - 1
      : pl.readParquet(url.pathname).height;
    rows += n;
    bytes += Deno.statSync(url).size;
    const table = name.replace(/\.csv$|(_2016)?\.parquet$/, "");
    assertMatch(text, new RegExp(` ${table} [A-Z].{9,95} ${printed(n)} \\d+ `));
  }
  holds(
    `Rows in all tables | ${printed(rows)} | ${names.length} tables, ${
      Math.round(bytes / 1e6)
    } MB |`,
  );
});

Deno.test("00: tables have a row for each of what the states and the nation have", () => {
  // 67 counties in Florida, 159 in Georgia, 72 in Wisconsin; 3,636 reporting units (wi_recount.json);
  // 50 states, the District and the nation in 19 elections from 1980 to 2016, every two years.
  const { units, clean } = golden<{ units: number; clean: { n_in: number } }>("wi_recount.json");
  for (
    const [table, n] of [
      ["florida_2000", 67],
      ["georgia_2000", 159],
      ["wisconsin_counties", 72],
      ["wisconsin_units", units],
      ["wisconsin_municipalities", clean.n_in],
      ["turnout", 52 * 19],
    ] as const
  ) assertMatch(text, new RegExp(` ${table} [A-Z].{9,95} ${printed(n)} \\d+ `));
});

Deno.test("00: with the corrections of 2020 the states add up to the FEC's national figures", () => {
  // FEC, Federal Elections 2020: Biden 81,283,501, Trump 74,223,975.
  const corrections: { id: string; expected?: string; value?: string }[] = JSON.parse(
    read("corrections.json"),
  );
  holds(`Known errors are mended by ${corrections.length} declared corrections`);
  for (const { id } of corrections) holds(id);
  const official = [
    ["Joe Biden", "BIDEN, JOSEPH R. JR", 81_283_501],
    ["Donald Trump", "TRUMP, DONALD J.", 74_223_975],
  ] as const;
  for (const [name, inFile, votes] of official) {
    const mended = corrections.filter(({ id }) => id.endsWith(`2020, ${name}`));
    const change = mended.reduce(
      (sum, { expected, value }) => sum + Number(value) - Number(expected),
      0,
    );
    assertEquals(sums.states_2020[inFile]! + change, votes);
    for (const { id, expected, value } of mended) {
      holds(`${id}: ${printed(Number(value))}, not ${printed(Number(expected))}`);
    }
  }
});

Deno.test("00: Gore's lead in the counties is Bush's certified one less the late ballots", () => {
  // FEC, Federal Elections 2000: Bush 2,912,790, Gore 2,912,253. Late ballots from abroad: 1,575 and 836.
  const certified = 2_912_790 - 2_912_253;
  holds(`The certified count has George W. Bush ahead by ${certified}`);
  holds("(1,575 for Bush, 836 for Gore)");
  holds(`**Al Gore ahead by ${1_575 - 836 - certified}**`);
  holds(`agree in ${3 * 67} of ${3 * 67} cells for Bush, Gore and Nader`);
});

Deno.test("00: the states whose legislatures chose the electors are those of history", () => {
  const chosen: Record<number, string> = {
    1824: "DE GA LA NY SC VT",
    1828: "DE SC",
    1832: "SC",
    1836: "SC",
    1840: "SC",
    1844: "SC",
    1848: "SC",
    1852: "SC",
    1856: "SC",
    1860: "SC",
    1868: "FL",
    1876: "CO",
  };
  const listed = Object.entries(chosen).map(([year, po]) => `${year} (${po.split(" ").length})`);
  holds(
    `In ${listed.slice(0, -1).join(", ")} and ${listed.at(-1)} some states chose their electors`,
  );
  // The District of Columbia votes since the 23rd amendment, of 1961.
  holds("All 51 jurisdictions of today vote from 1964 on");
});

Deno.test("00: the figure has every election of each level", () => {
  const { rows } = shownFigure(notebook, "coverage");
  const covered = (level: string) =>
    rows.filter((row) => row.level === level && row.candidates !== "").map((row) => +row.year!);
  assertEquals(years.at(-1), 2024);
  assertEquals(covered("electoral votes, by state"), years);
  assertEquals(covered("popular votes, states"), years.filter((year) => year >= 1824));
  assertEquals(covered("popular votes, nation"), years.filter((year) => year >= 1824));
  assertEquals(covered("counties"), years.filter((year) => year >= 2000));
  assertEquals(covered("congressional districts"), years.filter((year) => year >= 2008));
  assertEquals(covered("precincts, most states"), [2016, 2024]);
});

Deno.test("00: what is missing is missing from the raw files", () => {
  holds(`(${printed(sums.unofficial_rows)} rows) were collected from news sites`);
  holds(`for 2016 in ${sums.precinct_states.length} jurisdictions`);
  const lacking = Object.keys(fec).filter((po) => !sums.precinct_states.includes(po)).sort();
  assertEquals(lacking, ["CA", "IL", "NC", "NY", "OH"]);
  holds("without California, Illinois, New York, North Carolina and Ohio");
  // Bush 292,267 in Alaska's districts, 190,889 certified.
  assert(292_267 / 190_889 > 1.5);
  holds("add up to more than half too many votes");
});

Deno.test("00: the errors that are suspected stand so in the raw files", () => {
  for (const [place, votes] of Object.entries(sums.rest)) {
    holds(`Others and write-ins has ${printed(votes)} votes in ${place}, `);
  }
});
