import { assertEquals, assertThrows } from "@std/assert";
import { absenteeContrast } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden, goldenRows } from "../../stats/golden.ts";

// tests/golden/scripts/19_verifier.R, after Wand and others (2001).
const reference = golden("butterfly_absentee");
const florida = goldenRows("abseday_FL2000").map((row) => ({
  county: row.County!,
  votes: Number(row["Total Pres Votes"]),
  candidate: Number(row["Total Buchanan"]),
  absentee: Number(row["Total Absentee"]),
  candidateAbsentee: Number(row["Buchanan Absentee"]),
}));

Deno.test("absenteeContrast() equals R for Palm Beach County", () => {
  const found = absenteeContrast(florida, reference.sigma)
    .find((row) => row.county === "Palm Beach")!;
  const expected = reference.palm_beach;
  assertClose(found.electionDay, expected.p_eday, 1e-8);
  assertClose(found.absentee, expected.p_abs, 1e-7);
  assertClose(100 * found.difference, expected.diff_pct, 1e-9);
  assertClose(found.ratio!, expected.ratio, 1e-10);
  assertClose(found.z!, expected.z_overdispersed, 1e-10);
  assertClose(found.excess, expected.excess, 1e-10);
});

Deno.test("absenteeContrast() gives the excess R's standard error, and the spread of the others' z", () => {
  // tests/golden/scripts/25_florida_layout.R.
  const { excess_error, z_spread_others } = golden("florida_layout").contrast;
  const found = absenteeContrast(florida, reference.sigma);
  const palmBeach = found.find((row) => row.county === "Palm Beach")!;
  assertClose(palmBeach.excessError, excess_error, 1e-9);
  const z = absenteeContrast(florida, 1)
    .flatMap((row) => row.county === "Palm Beach" ? [] : [row.z!]);
  const mean = z.reduce((a, b) => a + b, 0) / z.length;
  const spread = Math.sqrt(z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (z.length - 1));
  assertClose(spread, z_spread_others, 1e-9);
});

Deno.test("absenteeContrast() equals R for every county", () => {
  for (const found of absenteeContrast(florida, reference.sigma)) {
    const expected = reference.z[found.county];
    // The reference is rounded to six decimals.
    assertEquals(Math.abs(found.z! - expected) <= 5.1e-7, true, found.county);
  }
});

Deno.test("absenteeContrast() gives no ratio and no z where the candidate has no votes", () => {
  const [found] = absenteeContrast([
    { county: "A", votes: 100, candidate: 0, absentee: 10, candidateAbsentee: 0 },
  ], 1);
  assertEquals([found!.ratio, found!.z, found!.excess], [null, null, 0]);
});

Deno.test("absenteeContrast() takes one ballot of a kind, and all of a kind for the candidate", () => {
  const found = absenteeContrast([
    { county: "one absentee", votes: 9, candidate: 3, absentee: 1, candidateAbsentee: 1 },
    { county: "one on the day", votes: 9, candidate: 3, absentee: 8, candidateAbsentee: 2 },
    { county: "all of both", votes: 9, candidate: 9, absentee: 4, candidateAbsentee: 4 },
  ], 1);
  // Shares on the day and by mail: 2 of 8 and 1 of 1; 1 of 1 and 2 of 8; all and all.
  assertEquals(found.map((row) => [row.electionDay, row.absentee]), [[0.25, 1], [1, 0.25], [1, 1]]);
  // √(.25 × .75 / 8), as much as the other kind, whose share is 1, adds nothing.
  assertClose(found[0]!.z!, -0.75 / Math.sqrt(0.1875 / 8), 1e-12);
  assertClose(found[1]!.excessError, Math.sqrt(0.1875 / 8), 1e-12);
});

Deno.test("absenteeContrast() refuses a county with ballots of one kind only", () => {
  const count = (absentee: number) =>
    absenteeContrast([{ county: "A", votes: 10, candidate: 0, absentee, candidateAbsentee: 0 }], 1);
  for (const absentee of [0, 10, 11]) {
    assertThrows(() => count(absentee), RangeError, "expected counts that do not contradict");
  }
});

Deno.test("absenteeContrast() refuses counts that contradict each other", () => {
  assertThrows(
    () =>
      absenteeContrast([
        { county: "A", votes: 100, candidate: 3, absentee: 10, candidateAbsentee: 4 },
      ], 1),
    RangeError,
    'A: found "3 of 100 votes and 4 of 10 absentee votes", expected counts that do not contradict',
  );
  assertThrows(() => absenteeContrast([], 0.5), RangeError, "overdispersion: found 0.5, expected");
});
