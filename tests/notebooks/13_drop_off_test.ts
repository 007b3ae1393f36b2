import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { loadSenateReturns, loadStateReturns } from "tallybook/data";
import { dropOff } from "tallybook/election";
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

Deno.test("13: both parties' furthest state stands beside the other states of its year, gains as gains", () => {
  const asked = ["AZ", "MI", "NV", "PA", "WI"];
  const here = rows.filter((row) => row.year === 2024);
  const others = here.filter((row) => !asked.includes(row.state_po));
  const of = (po: string) => here.find((row) => row.state_po === po)!;
  const drops = others.filter((row) => row.republican >= of("NV").republican).length;
  const gains = others.filter((row) => row.democratic <= of("AZ").democratic).length;
  assertEquals([others.length, drops, gains], [26, 5, 3]);
  assertStringIncludes(
    text,
    `Nevada's Republican drop of ${
      of("NV").republican.toFixed(1)
    }% (${drops} of the 26 other states had as ` +
      `large a drop) and Arizona's Democratic gain of ${
        (-of("AZ").democratic).toFixed(1)
      }% (${gains} of the 26 ` +
      "other states had as large a gain)",
  );
  for (const po of asked) {
    const { republican, democratic } = of(po);
    const moved = (value: number) =>
      `${value < 0 ? "gain" : "drop"} of ${Math.abs(value).toFixed(1)}%`;
    assertStringIncludes(
      text,
      `Republican ${moved(republican)}, Democratic ${moved(democratic)} | \u2013 |`,
    );
  }
});

Deno.test("13: the usual range and how many contests lie outside it are numpy's", () => {
  // The golden drops since 2012 without pairs whose other candidate had 20% or more, as deviations from their year's
  // median; each left out of its own range; numpy.quantile, linear: 15 of 124 outside for one party or the other.
  assertStringIncludes(text, "15 of 124 lie outside for one or the other.");
  assertStringIncludes(
    text,
    `As 15 of 124 contests lie outside it for one party or the other, about ${
      (5 * 15 / 124).toFixed(1)
    } of any 5 would.`,
  );
  const [low, high, lowD, highD] =
    /\| Usual for each of them \| Republican gain of ([\d.]+)% to drop of ([\d.]+)%, Democratic gain of ([\d.]+)% to drop of ([\d.]+)% \|/
      .exec(text)!.slice(1).map(Number);
  // A tenth is what the page prints.
  for (
    const [said, reference] of [[high, 30.43], [low, 24.62], [highD, 24.33], [lowD, 22.81]]
  ) assertAlmostEquals(said!, reference!, 0.06);
});

Deno.test("13: the ends of the usual range by six definitions of a quantile are numpy's", () => {
  // The golden drops as above, by numpy.quantile's methods interpolated_inverted_cdf, hazen, weibull, linear,
  // median_unbiased and normal_unbiased: the least and the largest of each end. New York's lines of 2012, corrected
  // here and not in the golden file, move the Democrats' low end by a tenth.
  const ends = text.match(
    /for Nevada's Republicans between (\S+) and (\S+) below and between (\S+) and (\S+) above, and for Arizona's Democrats between (\S+) and (\S+) below and between (\S+) and (\S+) above/,
  )!.slice(1).map((end) => Number(end.replace("\u2212", "-")));
  const numpy = [-26.22, -24.62, 30.32, 34.09, -27.56, -22.81, 24.17, 27.39];
  for (const [i, end] of ends.entries()) assertAlmostEquals(end, numpy[i]!, i === 4 ? 0.15 : 0.06);
  assertStringIncludes(
    text,
    "No state compared lies inside by one definition and outside by another",
  );
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

Deno.test("13: each state's level and what is left are lme4's", () => {
  const { n, models } = golden<{
    n: number;
    models: Record<
      "republican" | "democratic",
      { levels: Record<string, number>; left_2024: Record<string, number> }
    >;
  }>("drop_off_levels.json");
  assertStringIncludes(text, `As much left, of ${n - 1}`);
  for (const [po, state] of Object.entries({ AZ: "Arizona", NV: "Nevada", WI: "Wisconsin" })) {
    for (const party of ["republican", "democratic"] as const) {
      const label = party === "republican" ? "Republican" : "Democratic";
      const { levels, left_2024 } = models[party];
      const pattern = new RegExp(
        `${state} ${label} \\S+ \\S+ \\d+ (\\S+) (\\S+) \\d+`.replaceAll("\\\\", "\\"),
      );
      const [, level, left] = pattern.exec(text)!;
      assertEquals(level, signed(levels[po]!));
      assertEquals(left, signed(left_2024[po]!));
    }
  }
});

Deno.test("13: all 417 pairs are the independent program's but for corrected presidential returns", () => {
  const key = (row: { year: number; state_po: string }) => `${row.year} ${row.state_po}`;
  const votes = (some: { party: string | null; votes: number }[]) => {
    const of = (party?: string) =>
      some.filter((row) => party === undefined || row.party === party)
        .reduce((sum, row) => sum + row.votes, 0);
    return { republican: of("Republican"), democratic: of("Democratic"), all: of() };
  };
  const presidents = Map.groupBy(loadStateReturns(), key);
  const senates = Map.groupBy(
    loadSenateReturns().filter((row) =>
      row.round === "general" && !row.special && row.kind === "candidate"
    ),
    key,
  );
  const other: string[] = [];
  for (const row of rows) {
    const found = dropOff(votes(presidents.get(key(row))!), votes(senates.get(key(row))!));
    const furthest = Math.max(
      Math.abs(found.republican - row.republican),
      Math.abs(found.democratic - row.democratic),
    );
    if (furthest > 0.3) other.push(key(row));
    else assertAlmostEquals(furthest, 0, 0.3);
  }
  assertEquals(rows.length, 417);
  // Vermont's second Carter line of 1976, Clinton's South Carolina of 1992, New York's lines of 2012, and
  // South Carolina's of 1996.
  assertEquals(other, ["1976 VT", "1992 SC", "1996 SC", "2012 NY"]);
});
