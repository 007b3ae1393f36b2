import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { flagRows, moreThan, rangeRow } from "./fingerprint_rows.ts";
import { printed, shown } from "./shown.ts";

const text = shown("14_fingerprints").replaceAll("\u2212", "-");

/** Honest elections simulated of each count: for the tests of round shares, and for second digits. */
const ROUNDS = 10;
const simulated = (test: string) => test === "digits" ? 20 : ROUNDS;

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
    "**No clear sign.** Round shares stay within chance; two patterns by precinct size exceed " +
      "simulated honest elections, but these leave out how neighborhoods differ. " +
      `Of ${rows.length} counts (one state's precincts, one way of voting) three tests of round shares flag ${any}, `,
  );
  assertStringIncludes(
    text,
    `Tested, at a level of 5% and in places of 100 votes or more, are ${rows.length} counts of `,
  );
  assertStringIncludes(
    text,
    `Honest elections are simulated ${ROUNDS} times with each count's own`,
  );
  const told = flagRows(text);
  assertEquals(
    [told.whole, told.fives, told.density, told.any, told.digits].map(({ flagged }) => flagged),
    [whole, fives, density, any, digits],
  );
  for (const row of Object.values(told)) assertEquals(row.counts, rows.length);
  assertStringIncludes(
    text,
    `simulated honest elections ${
      told.any.average.toFixed(1)
    } on average, ${any} or more in ${told.any.chance}%; these patterns neither show`,
  );
});

Deno.test("14: as many honest counts are flagged as in numpy's simulation of each count", () => {
  // Python: tests/golden/scripts/33_honest_counts.py, each count's own places, counties and spread.
  const honest = golden<{ counts: number; elections: number } & Record<string, number>>(
    "honest_counts.json",
  );
  const told = flagRows(text);
  for (const test of ["whole", "fives", "digits"] as const) {
    const elections = simulated(test);
    const found = told[test].average;
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
  const found = flagRows(text).density.average;
  const error = Math.sqrt(honest.density * (1 / ROUNDS + 1 / honest.elections));
  assert(Math.abs(found - honest.density) < 3 * error + 0.05, `${found}, ${honest.density}`);
  // By its level it would flag 59 in 20, or 2.95: a conservative test flags fewer, in both programs.
  assert(found < 2.95 && honest.density < 2.95);
});

Deno.test("14: the chance of so many flags is the negative binomial's, which R's pnbinom gives", () => {
  // R 4: pnbinom(k − 1, size = flags + 0.5, prob = m / (m + 1), lower.tail = FALSE), m elections simulated.
  for (const [test, { flagged, average, chance: shown }] of Object.entries(flagRows(text))) {
    const elections = simulated(test);
    const chance = moreThan(flagged - 1, Math.round(average * elections) + 0.5, elections);
    // The average is rounded to a tenth: of 20 elections half a tenth is one flag.
    assert(Math.abs(100 * chance - shown) < 1.5, `${test}: ${100 * chance} beside ${shown}`);
  }
  // R: pnbinom(4, size = 16.5, prob = 10 / 11, lower.tail = FALSE).
  assertAlmostEquals(moreThan(4, 16.5, 10), 0.03334857, 1e-6);
});

Deno.test("14: size goes with share, and larger places vary less, in as many honest counts as numpy's", () => {
  // Python: tests/golden/scripts/33_honest_counts.py.
  const honest = golden<{ elections: number; size: number; narrower: number }>(
    "honest_counts.json",
  );
  for (
    const [what, expected, flagged] of [
      ["the share goes with the number of votes", honest.size, 50],
      ["larger places vary less than their smaller ones", honest.narrower, 41],
    ] as const
  ) {
    const row = rangeRow(text, what);
    assertEquals([row.flagged, row.elections], [flagged, 20]);
    // A sum of yes and no over the counts: its variance is at most p(1 − p) times their number.
    const p = expected / row.counts;
    const error = Math.sqrt(row.counts * p * (1 - p) * (1 / 20 + 1 / honest.elections));
    assert(Math.abs(row.average - expected) < 3 * error + 0.05, `${what}: ${row.average}`);
    assert(row.low <= row.average && row.average <= row.high && row.high < flagged, what);
  }
  assertStringIncludes(text, "In more counts than in any simulated election the share goes with");
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
    `Iowa ${printed(iowa.places)} ${iowa.turnout.toFixed(1)} +${
      iowa.r.toFixed(2)
    } ${iowa.corner} 0 2`,
  );
  // Python: 1,153 of Alabama's precincts have voters and ballots, 1,123 of them 100 ballots and votes for the two.
  assertMatch(text, /Alabama 1,123 57\.7 \+0\.65 0 0 0 /);
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
  const { flagged } = flagRows(text).density;
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

Deno.test("14: patterns by size beyond all simulated elections are not left out of the answer", () => {
  const beyond = [
    "the share goes with the number of votes",
    "larger places vary less than their smaller ones",
  ].map((what) => rangeRow(text, what)).filter(({ flagged, high }) => flagged > high);
  assertEquals(beyond.length, 2);
  const { mark, answer, ground } = headlineOf("14_fingerprints");
  assertEquals(mark, "No clear sign");
  assertStringIncludes(answer, "two patterns by precinct size exceed simulated honest elections");
  assertStringIncludes(ground, "these patterns neither show invention nor exclude it");
});
