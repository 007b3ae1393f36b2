import { assertAlmostEquals, assertEquals, assertMatch } from "@std/assert";
import { checkClaims, loadClaims, pointOf } from "tallybook/claims";
import { golden } from "../golden/read.ts";

const checked = new Map(checkClaims().map((row) => [row.claim.id, row]));
const final = (id: string) => pointOf(checked.get(id)!.computed.final!);
const reading = (id: string, at = 0) => pointOf(checked.get(id)!.computed.readings![at]!.value);
const later = loadClaims().filter(({ election }) => election > 2016);

Deno.test("every claim of 2020 and 2024 has an address, a speaker's side and a quotation", () => {
  for (const { id, page, side, quote } of later) {
    assertMatch(page ?? "", /^https?:\/\//, id);
    assertEquals(side === null || quote.length < 15, false, id);
  }
  assertEquals(later.length >= 15, true);
});

Deno.test("votes of 2020 and 2024 are the Federal Election Commission's", () => {
  // FEC, official results of 2020 and 2024: Biden 81,283,501, Trump 74,223,975, all 158,429,631, of
  // which states differ by scattered write-ins; Trump 77,302,580, Harris 75,017,613.
  assertEquals(final("V10"), 74_223_975);
  assertAlmostEquals(final("V1") / 158_429_631, 1, 1e-5);
  assertEquals(final("W11"), 75_017_613);
  assertEquals(final("W12"), 81_283_501 - 75_017_613);
  // FEC, Federal Elections 2016: Trump 62,984,828; 2008: Obama 69,498,516; 2012: 65,915,795.
  assertEquals(final("V11"), 74_223_975 - 62_984_828);
  assertEquals(final("V13"), 81_283_501 - 69_498_516);
  assertEquals(reading("V13"), 81_283_501 - 65_915_795);
});

Deno.test("margins of states are those that they certified", () => {
  assertEquals(final("V2"), 20_682); // Wisconsin, after the recount of two counties
  assertEquals(-final("V14"), 80_555); // Pennsylvania
  assertEquals(final("V15"), 11_779 + 1); // Georgia
  assertEquals(final("V7"), 306);
});

Deno.test("Nixon in 1972 and Bush in 2004 grew by more than Trump in 2020", () => {
  // The American Presidency Project: Nixon 31,783,783 and 47,168,710; FEC: Bush 50,456,002, 62,040,610.
  const evidence = checked.get("V12")!.computed.evidence!.map(({ value }) => value);
  assertEquals(evidence.slice(0, 2), [47_168_710 - 31_783_783, 62_040_610 - 50_456_002]);
  assertEquals(final("V12"), 3);
});

Deno.test("Nixon lost in 1960 with Florida and Ohio, and no other before 2020", () => {
  assertEquals(final("V16"), 1);
});

Deno.test("all fifty states moved one way in 1976 and 2024 alone", () => {
  // 1976: every state gave Carter a better margin than it had given McGovern.
  assertEquals([final("W2"), reading("W2"), final("W3"), reading("W3")], [50, 50, 1, 0]);
});

Deno.test("the margin of 2024: 2,284,967 of 155.2 million, and its ranks", () => {
  const lead = 77_302_580 - 75_017_613;
  assertAlmostEquals(final("W6"), 100 * lead / 155_212_983, 1e-9);
  assertAlmostEquals(final("W4"), 100 * (312 - 226) / 538, 1e-9);
  // Smaller in size: 1844, 1880, 1884, 1888, 1960, 1968 and 2000. The presidents of 1824, 1876, 1888,
  // 2000 and 2016 trailed; of those who led, the ones of 1844, 1880, 1884, 1960 and 1968 led by less.
  assertEquals([final("W7"), reading("W7")], [51 - 7, 51 - 10]);
  assertEquals([final("W9"), reading("W9")], [11, 6]);
  assertEquals([final("W5"), reading("W5")], [3, 4]);
});

Deno.test("drop-off claims agree with the drop-off computed elsewhere", () => {
  interface Row {
    year: number;
    state_po: string;
    republican: number;
    democratic: number;
    all: number;
  }
  const { rows } = golden<{ rows: Row[] }>("drop_off_1976_2024.json");
  const of2024 = rows.filter(({ year }) => year === 2024);
  const share = of2024.filter(({ republican }) => republican > 0).length / of2024.length;
  assertAlmostEquals(final("W13"), 100 * share, 1e-9);
  const swing = of2024.filter(({ state_po }) => ["AZ", "MI", "NV", "PA", "WI"].includes(state_po));
  assertEquals(swing.every(({ republican, democratic }) => republican > democratic), true);
  assertEquals(final("W14"), 0);
  const nevada = rows.filter(({ state_po }) => state_po === "NV");
  // The reference has 608,970 votes for 2000, our state returns 609,426; 600,250 for the Senate.
  const earlier = nevada.filter(({ year }) => year < 2024)
    .map(({ year, all }) => year === 2000 ? 100 * (609_426 - 600_250) / 609_426 : all);
  const mean = earlier.reduce((a, b) => a + b) / earlier.length;
  const own = nevada.find(({ year }) => year === 2024)!.all;
  assertAlmostEquals(final("W15"), own - mean, 1e-5);
});

Deno.test("a sitting president's votes, a Republican's lead, and shares by state", () => {
  // FEC: Obama 65,915,795 in 2012, the most before; Bush led in 2004.
  assertEquals(final("V18"), 1);
  assertEquals(checked.get("V18")!.computed.evidence![0]!.value, 65_915_795);
  assertEquals(final("W18"), 20);
  // Trump's share rose in all fifty states and in the District, 5.4 to 6.5 percent.
  assertEquals(final("W19"), 51);
});

Deno.test("leads that a senator compared: of official totals", () => {
  // FEC 2024: 77,302,580 of 155,238,302. The Clerk of the House: 1964, 43,129,566 to 27,178,188 of 70,644,592;
  // 1984, 54,455,075 to 37,577,185 of 92,652,842.
  assertAlmostEquals(final("W20"), 100 * 77_302_580 / 155_238_302, 0.02);
  assertAlmostEquals(final("W21"), 100 * 2_284_967 / 155_238_302, 0.01);
  assertAlmostEquals(final("W22"), 100 * (43_129_566 - 27_178_188) / 70_644_592, 0.04);
  assertAlmostEquals(final("W23"), 100 * (54_455_075 - 37_577_185) / 92_652_842, 0.01);
});
