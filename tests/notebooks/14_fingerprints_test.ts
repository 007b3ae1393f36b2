import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

const text = shown("14_fingerprints").replaceAll("\u2212", "-");

interface Count {
  readonly places: number;
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
  readonly digit: number;
  readonly r: number;
  readonly small: number;
  readonly large: number;
}
// Python: tests/golden/scripts/29_fingerprints.py.
const { counts, alarms, iowa } = golden<{
  counts: Record<string, Count>;
  alarms: Record<string, number>;
  iowa: {
    places: number;
    turnout: number;
    r: number;
    corner: number;
    between: number;
    by_chance: number;
  };
}>("fingerprints.json");

Deno.test("14: the answer comes first, by the rules", () => {
  assertAnswerFirst("14_fingerprints");
});

Deno.test("14: tests of six states' counts are the independent program's", () => {
  const labels: Record<string, string> = {
    "SC early": "South Carolina early",
    "IA absentee": "Iowa absentee",
    "ME total": "Maine total",
    "MD election day": "Maryland election day",
    "NV total": "Nevada total",
    "CO total": "Colorado total",
  };
  for (const [key, label] of Object.entries(labels)) {
    const { places, observed, expected, p, digit, r, small, large } = counts[key]!;
    assertStringIncludes(
      text,
      `${label} ${printed(places)} ${printed(observed)} ${expected.toFixed(1)} ${p.toFixed(3)} `,
    );
    // Between them stand the p-values of fives and of the density.
    assertStringIncludes(
      text.slice(text.indexOf(`${label} ${printed(places)}`)).slice(0, 120),
      ` ${digit.toFixed(3)} ${r > 0 ? "+" : ""}${r.toFixed(2)} ${small.toFixed(1)} ${
        large.toFixed(1)
      }`,
    );
  }
});

Deno.test("14: the flags that the answer counts are those of the table", () => {
  const rows = [
    ...text.matchAll(
      / ([\d,]+) ([\d,]+) ([\d,]+\.\d) (under 0\.001|\d\.\d{3}) (under 0\.001|\d\.\d{3}) (under 0\.001|\d\.\d{3}) (under 0\.001|\d\.\d{3}) ([+-]?\d\.\d\d) (\d+\.\d|–) (\d+\.\d|–)/g,
    ),
  ];
  const below = (cell: string) => cell.startsWith("under") || Number(cell) < 0.05;
  assert(rows.length > 40);
  const [whole, fives, density, digits] = [4, 5, 6, 7]
    .map((k) => rows.filter((row) => below(row[k]!)).length);
  assertStringIncludes(
    text,
    `stand out in at most ${Math.max(whole!, fives!, density!)} of ${rows.length} counts`,
  );
  assertMatch(
    text,
    new RegExp(
      `Whole percentages flag ${whole} counts, .*multiples of five percent ${fives} \\(honest .*` +
        `the resampled density ${density} \\(by its level .*second digits flags ${digits}, and`,
    ),
  );
});

Deno.test("14: as many honest counts are flagged as in numpy's simulation of each count", () => {
  // Python: tests/golden/scripts/33_honest_counts.py, each count's own places, counties and spread.
  const honest = golden<{ counts: number; elections: number } & Record<string, number>>(
    "honest_counts.json",
  );
  const shown = {
    whole: [/honest elections .* have ([\d.]+) flagged on average/, 10],
    fives: [/multiples of five percent \d+ \(honest ([\d.]+)\)/, 10],
    digits: [/second digits flags \d+, and ([\d.]+) of honest ones/, 20],
  } as const;
  for (const [test, [pattern, elections]] of Object.entries(shown)) {
    const found = Number(pattern.exec(text)![1]);
    const expected = honest[test]!;
    // A sum of as many flags as counts: its variance is at most its mean, in each of the elections drawn.
    const error = Math.sqrt(expected * (1 / elections + 1 / honest.elections));
    assert(Math.abs(found - expected) < 3 * error + 0.05, `${test}: ${found} beside ${expected}`);
  }
});

Deno.test("14: second digits flag honest elections as often as in numpy's simulation", () => {
  const shown = Number(/second digits 200 [\d.]+ ([\d.]+) [\d.]+/.exec(text)![1]) / 100;
  const expected = alarms["second digits"]!;
  // Three standard errors of 200 elections here and 2,000 there.
  const error = Math.sqrt(expected * (1 - expected) * (1 / 200 + 1 / 2000));
  assert(Math.abs(shown - expected) < 3 * error, `${shown} beside ${expected}`);
});

Deno.test("14: Iowa's turnout, correlation and corner are the independent program's", () => {
  assertStringIncludes(
    text,
    `Iowa ${printed(iowa.places)} ${iowa.turnout.toFixed(1)} +${iowa.r.toFixed(2)} ${iowa.corner}`,
  );
  assertEquals(iowa.corner, 0);
  // Independent turnout and share: the correlation's standard error is 1 / √1,372 = 0.027.
  assertStringIncludes(
    text,
    `In Iowa ${
      (100 * iowa.between).toFixed(0)
    }% of the variance of shares lies between counties, ` +
      `where one distribution for all places would leave ${(100 * iowa.by_chance).toFixed(0)}%`,
  );
  assertStringIncludes(text, "independent ones stay within 0.05 of 0 in 95% of cases");
});

Deno.test("14: what each of the five tests finds is the independent program's", () => {
  // Python: tests/golden/scripts/31_fingerprint_power.py, 40 elections, 400 for digits and size; the page's are 50.
  const power = golden<Record<string, Record<(typeof columns)[number] | "moved", number>>>(
    "fingerprint_power.json",
  );
  const columns = ["whole", "fives", "density", "digits", "size"] as const;
  assertEquals(Object.keys(power).length, 10);
  for (const [what, expected] of Object.entries(power)) {
    const at = text.indexOf(`${what} `, text.indexOf("What the tests would find"));
    const cells = text.slice(at + what.length + 1).split(" ").slice(0, 7)
      .map((cell) => Number(cell.replaceAll(",", "")));
    // Which places are chosen is drawn: their votes differ by some percent between the programs.
    assert(Math.abs(cells[0]! - expected.moved) <= 0.08 * expected.moved, `${what}: ${cells[0]}`);
    for (const [i, column] of columns.entries()) {
      const [shown, rate] = [cells[2 + i]! / 100, expected[column]];
      const drawn = column === "digits" || column === "size" ? 400 : 40;
      const p = (50 * shown + drawn * rate) / (50 + drawn);
      const error = Math.sqrt(p * (1 - p) * (1 / 50 + 1 / drawn));
      assert(Math.abs(shown - rate) <= 3 * error + 1e-9, `${what}, ${column}: ${shown}, ${rate}`);
    }
  }
});

Deno.test("14: Rozenas' density flags a few counts, and finds what was made round in tenths of places", () => {
  const flagged = Number(/resampled density \(Rozenas\) (?:\| )?(\d+) of (\d+)/.exec(text)![1]);
  // The rows of the table of counts carry its p-values; those below the level are counted again.
  const rows = [
    ...text.matchAll(
      / [\d,]+ [\d,]+ [\d,]+\.\d (?:under 0\.001|\d\.\d{3}) (?:under 0\.001|\d\.\d{3}) (\d\.\d{3}) (?:under 0\.001|\d\.\d{3}) [+-]?\d\.\d\d/g,
    ),
  ];
  assertEquals(rows.filter((row) => Number(row[1]) < 0.05).length, flagged);
  // Of Iowa's places one in ten is chosen: 137 in the mean of 50 draws, give or take 5.
  const chosen = Number(/tenth of Iowa's places \((\d+)\)/.exec(text)![1]);
  assert(Math.abs(chosen - iowa.places / 10) < 5);
});
