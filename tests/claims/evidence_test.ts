import { assertAlmostEquals, assertEquals } from "@std/assert";
import { checkClaims, pointOf } from "tallybook/claims";

/** The numbers that stand beside a claim's own, against what others published. */

const checked = new Map(checkClaims().map((row) => [row.claim.id, row.computed]));
const beside = (id: string): number[] =>
  checked.get(id)!.evidence!.map(({ value }) => pointOf(value));

function assertEach(id: string, expected: readonly number[], tolerance: number): void {
  const found = beside(id);
  assertEquals(found.length, expected.length, id);
  for (const [at, value] of expected.entries()) {
    assertAlmostEquals(found[at]!, value, tolerance, id);
  }
}

Deno.test("votes beside a claim are official ones", () => {
  // FEC, Federal Elections 2016, and official results of 2020 and 2024.
  assertEquals(beside("P4")[1], 62_984_828);
  assertEquals(beside("P13")[0], 65_853_514 - 62_984_828 + 1);
  assertEquals(beside("V9"), [81_283_501]);
  // Above 74 million: Biden in 2020, Trump and Harris in 2024.
  assertEquals(beside("V6"), [81_283_501, 3]);
  assertEquals(beside("V13"), [74_223_975 - 62_984_828]);
  assertEquals(beside("V12")[2], 74_223_975 - 62_984_828);
  assertEquals(beside("W1"), [77_302_580 - 75_017_613]);
  assertEquals(beside("W20"), [77_302_580]);
  assertEquals(beside("W21"), [77_302_580 - 75_017_613]);
  // The state boards: Wisconsin 2016, 1,405,284 to 1,382,536; Arizona 2020, 1,672,143 to 1,661,686.
  assertEquals(beside("V2"), [1_405_284 - 1_382_536]);
  assertEquals(beside("V3"), [1_672_143 - 1_661_686]);
  // The Clerk of the House, which is some hundreds of votes from today's tables: 1964 and 1984.
  assertEach("W22", [43_129_566 - 27_178_188], 2_500);
  assertEach("W23", [54_455_075 - 37_577_185], 500);
});

Deno.test("of the eligible the leading candidates had 28.5, 32.6 and 29.6 percent", () => {
  // The United States Elections Project: 230,931,921 eligible in 2016, 213,313,508 in 2008, 222,474,111 in
  // 2012, some thousands more or less by edition.
  assertEquals(beside("P2")[0], 0);
  for (
    const [at, share] of [
      65_853_514 / 230_931_921,
      69_498_516 / 213_313_508,
      65_915_795 / 222_474_111,
    ]
      .entries()
  ) assertAlmostEquals(beside("P2")[at + 1]!, 100 * share, 0.02);
});

Deno.test("electors as cast, and seats as won", () => {
  // The National Archives: 304 and 227; seven voted for others.
  assertEquals(beside("E1"), [304, 227]);
  assertEquals(beside("E2"), [304 - 227]);
  // The Clerk of the House, December 2016: 241 Republicans; 52 in the Senate with Louisiana's runoff.
  assertEquals(beside("M13"), [241, 52]);
  // In neither year did a Democrat win a Senate seat in a state that Trump carried.
  assertEquals(beside("W8"), [0, 0]);
  // Every fourth year from 1824 to 2024.
  assertEquals(beside("W7"), [1 + (2024 - 1824) / 4]);
});

Deno.test("those who led without becoming president, by votes and in percent", () => {
  // Of the tables that are in print, the oldest differ most: Jackson 151,271 to 113,122 of 10.4 points,
  // Tilden 3.0 percent, Cleveland 0.8, Gore 543,895 and 0.51, Clinton 2,868,686.
  const leads = beside("E3");
  assertEquals(leads.length, 5);
  assertEquals(leads[0], 151_271 - 113_122);
  assertEquals(leads.slice(3), [543_895, 65_853_514 - 62_984_828]);
  assertEach("E6", [10.6, 3, 0.8, 0.51], 0.3);
});

Deno.test("the averages of polls are those of the day before", () => {
  // RealClearPolitics, November 7, 2016.
  assertEquals(beside("E17"), [0.2, 1, 3.5]);
  assertEquals(beside("E18"), [-1.9, -6.5]);
});

Deno.test("a share of those asked has the normal interval of its number", () => {
  const [, clinton, trump] = checked.get("T3")!.evidence!.map(({ value }) => value);
  for (const [value, share] of [[clinton, 0.78], [trump, 0.14]] as const) {
    if (typeof value !== "object") throw new Error("Expected an estimate");
    // 1.959964 standard errors, by the binomial variance; 1,227 is 5 percent of the poll's 24,537.
    const half = 1.959964 * Math.sqrt(share * (1 - share) / 1227);
    assertAlmostEquals(value.lower!, 100 * (share - half), 1e-5);
    assertAlmostEquals(value.upper!, 100 * (share + half), 1e-5);
    assertEquals(value.n, 1227);
  }
});
