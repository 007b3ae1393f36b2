import { assert, assertEquals, assertMatch } from "@std/assert";
import pl from "nodejs-polars";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { csvRows } from "./csv_rows.ts";
import { shownFigure } from "./shown_figure.ts";
import { printed, shown } from "./shown.ts";

interface Difference {
  table: string;
  state: string;
  candidate: string;
  ours: number;
  official: number;
  difference: number;
}

// tests/golden/scripts/22_sums_2016.py adds up the raw files; 01_official.py reads the FEC's workbook.
const sums = golden<{
  sums: Record<string, number>;
  equal: Record<string, number>;
  pennsylvania_counties: number;
  unofficial_rows: number;
  rest: Record<string, number>;
  states_2020: Record<string, number>;
  precinct_states: string[];
  differences: Difference[];
}>("sums_2016.json");
const fec = golden<{ states: Record<string, Record<"trump" | "clinton" | "total", number>> }>(
  "official_2016_fec.json",
).states;

const notebook = "00_count_data";
const text = shown(notebook);
const data = new URL("../../data/", import.meta.url);
const read = (name: string) => Deno.readTextFileSync(new URL(name, data));
const controls = csvRows(read("reconciliation.csv"));
const years = [1789, ...Array.from({ length: 59 }, (_, i) => 1792 + 4 * i)];

function holds(expected: string): void {
  assert(text.includes(expected), `The page doesn't show "${expected}"`);
}

Deno.test("00: the page answers its question first", () => assertAnswerFirst(notebook));

Deno.test("00: the median and the largest difference are the table's", () => {
  const shares = controls
    .filter((row) => Number(row.difference) !== 0 && Number(row.official) >= 10_000)
    .map((row) => Math.abs(Number(row.difference)) / Number(row.official)).sort((a, b) => a - b);
  // Bush and Kerry in Alaska's districts, of which the source adds up to half too many votes and more.
  const [median, largest] = [shares[shares.length >> 1]!, shares.at(-1)!];
  holds(
    `the median difference is ${(100 * median).toFixed(2)}% and the largest ${
      (100 * largest).toFixed(0)
    }% (Alaska 2004)`,
  );
});

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

Deno.test("00: the sums that differ, and their causes, are those of the comparison", () => {
  const differing = controls.filter((row) => row.ours !== row.official);
  const causes = Map.groupBy(differing, (row) => row.cause);
  holds(
    `Of ${printed(controls.length)} sums that another source also gives, ` +
      `${
        printed(controls.length - differing.length)
      } agree to the vote; each of the others has a named cause`,
  );
  // Of the tables of many states the least agree here, and of single states' own tables fewer still.
  const many = ["state_returns", "county_returns", "precinct_returns", "precinct_votes_2024"];
  const agreeing = (keep: (table: string) => boolean) => {
    const of = controls.filter((row) => keep(row.table!));
    return [of.filter((row) => row.ours === row.official).length, of.length] as const;
  };
  const [agree, all] = agreeing((table) => table === "precinct_returns");
  for (const other of many) {
    const [of, among] = agreeing((table) => table === other);
    assert(agree / all <= of / among, other);
  }
  holds(`of the tables of many states, the precincts of 2016 agree least (${agree} of ${all} sums`);
  const [single, singles] = agreeing((table) =>
    !many.includes(table) && table !== "electoral_votes" && !table.includes("/")
  );
  holds(`of the single states' tables ${single} of ${singles} sums agree`);
  // Whose the other figures are: the commission's beside its own files, or these tables' states.
  const own = controls.filter((row) =>
    row.table === "state_returns" && +row.year! >= 2004 && +row.year! <= 2016 &&
    row.control!.startsWith("FEC, ") && !row.control!.startsWith("FEC, as ")
  );
  const within = controls.filter((row) => row.control === "state_returns");
  holds(`Of the other figures ${own.length} are the Federal Election Commission's, beside sums of`);
  holds(`states' votes of 2004 to 2016; ${printed(within.length)}, beside sums of counties and`);
  // Three sums in each of the 46 jurisdictions whose precincts are in the source.
  holds(
    `${sums.equal.precinct_returns} of ${3 * sums.precinct_states.length} sums: Donald Trump, ` +
      `Hillary Clinton and all candidates in ${sums.precinct_states.length} states)`,
  );
  holds(`Causes named for the others | ${causes.size} | ${differing.length} differences |`);
  assert(!causes.has(""));
  for (const [cause, rows] of causes) {
    const largest = Math.max(...rows.map((row) => Math.abs(+row.ours! - +row.official!)));
    assertMatch(text, new RegExp(` ${cause} ${rows.length} [+−]${printed(largest)} for `));
  }
  for (const table of ["electoral_votes", "state_returns", "county_returns", "precinct_returns"]) {
    const of = controls.filter((row) => row.table === table);
    const agree = of.filter((row) => row.ours === row.official).length;
    holds(`${agree} of ${of.length}`);
    holds(`sums that agree | ${agree} | ${of.length} that can be compared |`);
  }
});

Deno.test("00: the control totals of 2016 are the FEC's, state by state", () => {
  const columns = {
    "Donald Trump": "trump",
    "Hillary Clinton": "clinton",
    "All candidates": "total",
  };
  let compared = 0;
  for (const row of controls) {
    const column = columns[row.candidate as keyof typeof columns];
    if (row.year !== "2016" || row.state_po === "US" || column === undefined) continue;
    assertEquals(Number(row.official), fec[row.state_po!]![column as "trump"], row.state_po);
    compared++;
  }
  assert(compared > 500);
});

Deno.test("00: the largest differences of 2016 are those of the raw files from the FEC", () => {
  const { differences, equal, sums: all } = sums;
  holds(`precincts in ${equal.precinct_returns} of ${all.precinct_returns}`);
  const leastShown = 8_727; // the twelfth and last row: Hawaii
  const listed = differences.filter((row) => Math.abs(row.difference) >= leastShown);
  for (const row of listed) {
    const sign = row.difference > 0 ? "+" : "";
    holds(
      `${row.table} ${row.state} ${row.candidate} ${printed(row.ours)} ${printed(row.official)} ` +
        `${sign}${printed(row.difference)} `,
    );
  }
  // And Pennsylvania's counties, which lack the state's write-ins: twelve in all.
  assertEquals(listed.length, 11);
  const lacking = sums.pennsylvania_counties - fec.PA!.total;
  holds(`michigan_pennsylvania PA All candidates ${printed(sums.pennsylvania_counties)}`);
  holds(
    `${printed(fec.PA!.total)} ${printed(lacking)} Pennsylvania's county file has no write-ins`,
  );
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

Deno.test("00: differences whose control total is published are as published", () => {
  // Wisconsin's first canvass, before 440 votes for Trump were added: 1,404,000; FEC 1,405,284.
  holds(`${printed(1_404_000 - 1_405_284)} for Donald Trump, WI 2016`);
  // Georgia's audit of 2020: Biden 2,475,141; certified 2,473,633.
  holds(`+${printed(2_475_141 - 2_473_633)} for Joe Biden, GA 2020`);
  // FEC, Federal Elections 2004: Alaska, Bush 190,889 and Kerry 111,025, of which 62 percent are 69,340.
  holds("Counties: largest 62 percent, in 2004");
  assertEquals(Math.round(100 * 69_340 / 111_025), 62);
  // Clay in 1832: 484,205 here, 530,189 in the other compilation.
  assertEquals((100 * (530_189 - 484_205) / 530_189).toFixed(1), "8.7");
  holds("States: largest difference 8.7 percent, in 1832");
});

Deno.test("00: compilations before 2004 differ by as much as it says", () => {
  const shares = controls
    .filter((row) => row.table === "state_returns" && +row.year! < 2004 && +row.official! >= 10_000)
    .map((row) => Math.abs(+row.ours! - +row.official!) / +row.official!)
    .sort((a, b) => a - b);
  const equal = shares.filter((share) => share === 0).length;
  holds(`of ${shares.length} national sums before 2004, ${equal} equal another compilation's`);
  const median = (100 * shares[shares.length >> 1]!).toFixed(2);
  holds(`the median difference is ${median}% and the largest 8.7%, in 1832`);
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
  assertEquals(covered("precincts, 46 states"), [2016]);
});

Deno.test("00: electoral votes have a control total from 1804 on, but for 1872", () => {
  const { rows } = shownFigure(notebook, "reconciled");
  const votes = rows.filter((row) => row.level === "electoral votes");
  assertEquals(
    votes.filter((row) => row.controls === "0").map((row) => +row.year!),
    years.filter((year) => year < 1804 || year === 1872),
  );
  assert(votes.every((row) => row.share === "" || Number(row.share) === 0));
  holds("None is at hand for 1789 to 1800");
});

Deno.test("00: what is missing is missing from the raw files", () => {
  holds(`(${printed(sums.unofficial_rows)} rows) were collected from news sites`);
  holds(`${sums.precinct_states.length} jurisdictions`);
  const lacking = Object.keys(fec).filter((po) => !sums.precinct_states.includes(po)).sort();
  assertEquals(lacking, ["CA", "IL", "NC", "NY", "OH"]);
  holds("California, Illinois, New York, North Carolina and Ohio are not in the source");
  // Bush 292,267 in Alaska's districts, 190,889 certified.
  assert(292_267 / 190_889 > 1.5);
  holds("add up to more than half too many votes");
});

Deno.test("00: the errors that are suspected stand so in the raw files", () => {
  for (const [place, votes] of Object.entries(sums.rest)) {
    holds(`Others and write-ins has ${printed(votes)} votes in ${place}, `);
  }
});
