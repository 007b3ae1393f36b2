import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
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
  const any = rows.filter((row) => [4, 5, 6].some((k) => below(row[k]!))).length;
  assertStringIncludes(
    text,
    `Of ${rows.length} counts across the states, three tests for round shares together flag ${any}, ` +
      `within what honest elections give by chance. Tested are ${rows.length} counts of `,
  );
  assertMatch(
    text,
    new RegExp(
      `Whole percentages flag ${whole}, .*multiples of five percent flag ${fives} \\(honest [\\d.]+; .*` +
        `the resampled density ${density} \\(honest [\\d.]+; .*second digits ${digits} \\(`,
    ),
  );
  assertStringIncludes(text, `any of these three ${any} (`);
});

/** The numbers of the first paragraph and the key table: flags, honest flags on average, chance in percent. */
const flags = {
  whole: {
    told: /Whole percentages flag (\d+), .* have ([\d.]+) flagged .*? or more in (\d+)% of them/,
    elections: 10,
  },
  fives: {
    told: /multiples of five percent flag (\d+) \(honest ([\d.]+); so many or more in (\d+)%\)/,
    elections: 10,
  },
  density: {
    told: /the resampled density (\d+) \(honest ([\d.]+); so many or more in (\d+)%\)/,
    elections: 10,
  },
  any: {
    told: /any of these three (\d+) \(honest ([\d.]+); so many or more in (\d+)%\)/,
    elections: 10,
  },
  digits: {
    told: /second digits (\d+) \(honest ([\d.]+); so many or more in (\d+)%\)/,
    elections: 20,
  },
} as const;

Deno.test("14: as many honest counts are flagged as in numpy's simulation of each count", () => {
  // Python: tests/golden/scripts/33_honest_counts.py, each count's own places, counties and spread.
  const honest = golden<{ counts: number; elections: number } & Record<string, number>>(
    "honest_counts.json",
  );
  for (const test of ["whole", "fives", "digits"] as const) {
    const { told, elections } = flags[test];
    const found = Number(told.exec(text)![2]);
    const expected = honest[test]!;
    // A sum of as many flags as counts: its variance is at most its mean, in each of the elections drawn.
    const error = Math.sqrt(expected * (1 / elections + 1 / honest.elections));
    assert(Math.abs(found - expected) < 3 * error + 0.05, `${test}: ${found} beside ${expected}`);
  }
});

Deno.test("14: the density flags as many honest counts as in numpy's simulation of each count", () => {
  // Python: tests/golden/scripts/35_honest_density.py.
  const honest = golden<{ counts: number; elections: number; density: number }>(
    "honest_density.json",
  );
  assertEquals(honest.counts, 59);
  const found = Number(flags.density.told.exec(text)![2]);
  const error = Math.sqrt(honest.density * (1 / flags.density.elections + 1 / honest.elections));
  assert(Math.abs(found - honest.density) < 3 * error + 0.05, `${found}, ${honest.density}`);
  // By its level it would flag 59 in 20, or 2.95: a conservative test flags fewer, in both programs.
  assert(found < 2.95 && honest.density < 2.95);
});

Deno.test("14: the chance of so many flags is the negative binomial's, which R's pnbinom gives", () => {
  // R 4: pnbinom(k − 1, size = flags + 0.5, prob = m / (m + 1), lower.tail = FALSE), m elections simulated.
  for (const [test, { told, elections }] of Object.entries(flags)) {
    const [, flagged, average, shown] = told.exec(text)!.map(Number) as [0, number, number, number];
    const chance = moreThan(flagged - 1, Math.round(average * elections) + 0.5, elections);
    // The average is rounded to a tenth: of 20 elections half a tenth is one flag.
    assert(Math.abs(100 * chance - shown) < 1.5, `${test}: ${100 * chance} beside ${shown}`);
  }
  // R: pnbinom(4, size = 16.5, prob = 10 / 11, lower.tail = FALSE).
  assertAlmostEquals(moreThan(4, 16.5, 10), 0.03334857, 1e-6);
});

/** The chance of more than k by the negative binomial distribution, by its terms in logarithms. */
function moreThan(k: number, size: number, elections: number): number {
  let below = 0;
  for (let i = 0, log = size * Math.log(elections / (elections + 1)); i <= k; i++) {
    below += Math.exp(log);
    log += Math.log(size + i) - Math.log(i + 1) - Math.log(elections + 1);
  }
  return 1 - below;
}

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
