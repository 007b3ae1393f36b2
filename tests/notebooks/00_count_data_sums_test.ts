import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { golden } from "../golden/read.ts";
import { csvRows } from "./csv_rows.ts";
import { pageText } from "./page_text.ts";
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
  precinct_states: string[];
  differences: Difference[];
}>("sums_2016.json");
const fec = golden<{ states: Record<string, Record<"trump" | "clinton" | "total", number>> }>(
  "official_2016_fec.json",
).states;

const notebook = "00_count_data";
const text = shown(notebook);
const controls = csvRows(
  Deno.readTextFileSync(new URL("../../data/reconciliation.csv", import.meta.url)),
);
const years = [1789, ...Array.from({ length: 59 }, (_, i) => 1792 + 4 * i)];

function holds(expected: string): void {
  assert(text.includes(expected), `The page doesn't show "${expected}"`);
}

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

Deno.test("00: the sums that differ, and their causes, are those of the comparison", () => {
  const differing = controls.filter((row) => row.ours !== row.official);
  const causes = Map.groupBy(differing, (row) => row.cause);
  holds(
    `Of ${printed(controls.length)} sums of all years that another source also gives, ` +
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
  holds(`precincts of 2016 in ${equal.precinct_returns} of ${all.precinct_returns}`);
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

Deno.test("00: a year without a control total is answered with the years that have one", async () => {
  const error = await assertRejects(() => pageText("00", { year: 1800 }), RangeError);
  assertStringIncludes(error.message, "expected an election from 1804 to 2024");
});

Deno.test("00: who asks for no difference gets their number", async () => {
  // 41 of 192: 151 agree.
  assertStringIncludes(
    await pageText("00", { year: 2024, shown: 0 }),
    "41 of 192 sums of 2024 differ from their control totals",
  );
});

Deno.test("00: the year that was set has its own sums in the second sentence", async () => {
  for (const year of [2016, 2000, 1804]) {
    const own = controls.filter((row) => row.year === String(year));
    const agree = own.filter((row) => Number(row.difference) === 0).length;
    assertStringIncludes(
      await pageText("00", { year }),
      `Of ${year}'s ${printed(own.length)} sums ${
        agree === own.length
          ? own.length === 2 ? "both agree" : "all agree"
          : `${printed(agree)} agree`
      }; for `,
    );
  }
});

Deno.test("00: one row is the largest, and two sums are both", async () => {
  const one = await pageText("00", { year: 1824, shown: 1 });
  assertStringIncludes(one, "1824: the largest of 2 differences among 8 sums");
  assertStringIncludes(await pageText("00", { year: 1804 }), "Both sums of 1804 agree");
});
