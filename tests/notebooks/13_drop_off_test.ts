import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { shown } from "./shown.ts";

const text = shown("13_drop_off");

interface Pair {
  readonly year: number;
  readonly state_po: string;
  readonly republican: number;
  readonly democratic: number;
  readonly all: number;
}

const { rows } = golden<{ rows: Pair[] }>("drop_off_1976_2024.json");

/** A number as the page prints it: one decimal and a sign. */
function signed(value: number): string {
  const digits = Math.abs(value).toFixed(1);
  return Number(digits) === 0 ? digits : `${value < 0 ? "\u2212" : "+"}${digits}`;
}

const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};

Deno.test("13: the answer comes first, by the rules", () => {
  assertAnswerFirst("13_drop_off");
});

Deno.test("13: every state of 2024 has the drop-off of an independent program, both parties and all votes", () => {
  const names: Record<string, string> = {
    AZ: "Arizona",
    MD: "Maryland",
    MI: "Michigan",
    MN: "Minnesota",
    NV: "Nevada",
    NJ: "New Jersey",
    OH: "Ohio",
    PA: "Pennsylvania",
    RI: "Rhode Island",
    UT: "Utah",
    WI: "Wisconsin",
    MA: "Massachusetts",
  };
  const here = rows.filter((row) => row.year === 2024);
  assertEquals(here.length, 31);
  let checked = 0;
  for (const row of here) {
    const name = names[row.state_po];
    if (name === undefined) continue;
    assertStringIncludes(
      text,
      `${name} ${signed(row.republican)} ${signed(row.democratic)} ${signed(row.all)}`,
    );
    checked++;
  }
  assertEquals(checked, Object.keys(names).length);
});

Deno.test("13: the medians of the years whose files agree are those of an independent program", () => {
  for (const year of [1996, 2004, 2008, 2016, 2020, 2024]) {
    const own = rows.filter((row) => row.year === year);
    assertStringIncludes(
      text,
      `${year} ${own.length} ${signed(median(own.map((row) => row.republican)))} ` +
        signed(median(own.map((row) => row.democratic))),
    );
  }
});

Deno.test("13: the bounds by precinct hold nothing and all of the blanks that there are", () => {
  // 129,122 of 5,706,218 ballots without a senator: at most so many of Trump's 2,816,636 voters.
  assertStringIncludes(text, "129,122 of 5,706,218 ballots (2.3%)");
  const upper = Number(/of Trump's voters between 0\.0% and (\d+\.\d)%/.exec(text)![1]);
  assert(upper <= 100 * 129_122 / 2_816_636 + 0.05);
  assert(upper > 2.3);
});
