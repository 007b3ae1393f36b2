import { assert, assertEquals, assertMatch } from "@std/assert";
import { flagRows, moreThan, rangeRow } from "./fingerprint_rows.ts";
import { pageText } from "./page_text.ts";

/** Asserts that the answer's words are those of the chances that stand under it, and these of the averages. */
function assertFollowsChance(text: string, elections: { round: number; digits: number }): void {
  const rows = flagRows(text);
  for (const [test, { flagged, average, limit, chance }] of Object.entries(rows)) {
    const simulated = test === "digits" ? elections.digits : elections.round;
    // So few elections' average, to a tenth, is exact: their flags are whole.
    const flags = average * simulated;
    assert(Math.abs(flags - Math.round(flags)) < 1e-6, `${test}: ${average}`);
    const size = Math.round(flags) + 0.5;
    if (flagged > 0) {
      const expected = 100 * moreThan(flagged - 1, size, simulated);
      assert(Math.abs(expected - chance) <= (chance === 0 ? 1 : 0.51), `${test}: ${expected}`);
    }
    // The most that more than one honest election in twenty reaches.
    assert(limit === 0 || moreThan(limit - 1, size, simulated) >= 0.05, `${test}: up to ${limit}`);
    assert(moreThan(limit, size, simulated) < 0.05, `${test}: up to ${limit}`);
  }
  // Second digits are told and don't decide.
  const deciding = [rows.whole, rows.fives, rows.density, rows.any];
  const rarest = deciding.reduce((a, b) => b.chance < a.chance ? b : a);
  const told = `have ([\\d.]+) flagged (?:so )?on average`;
  const above = patternsAbove(text);
  // A chance that is printed as 5 percent may lie on either side.
  if (rarest.chance > 5 && above !== "") {
    const opening =
      /\*\*No clear sign\.\*\* Round shares stay within chance; (.*?) exceeds? simulated honest elections, but these leave out how neighborhoods differ\. Of \d+ counts \(.*?\) three tests of round shares flag (none|\d+), simulated honest elections ([\d.]+) on average/
        .exec(text)!;
    assertEquals(opening[1], above);
    assertEquals(opening[2], rows.any.flagged === 0 ? "none" : String(rows.any.flagged));
    assertEquals(Number(opening[3]), rows.any.average);
  } else if (rarest.chance > 5) {
    assertMatch(
      text,
      /\*\*None beyond chance\.\*\* Of \d+ counts across the states, three tests for round shares (?:flag none|together flag \d+, within what honest elections give by chance)\. Each count is/,
    );
    assertEquals(Number(new RegExp(told).exec(text)![1]), rows.any.average);
  } else if (rarest.chance < 5) {
    assertMatch(text, /\*\*Can't tell\.\*\* Of \d+ counts across the states, /);
    assertMatch(text, new RegExp(`flags? ${rarest.flagged}, more than chance`));
    assertMatch(
      text,
      rarest.chance >= 1 ? /than chance usually gives/ : /than chance (?:explains|usually gives)/,
    );
    const so = above === "" ? told : `have ([\\d.]+) flagged so, one of four`;
    assertEquals(Number(new RegExp(so).exec(text)![1]), rarest.average);
    if (above !== "") assert(new RegExp(`; ${above} exceeds? theirs too`).test(text), above);
  }
  const sentence =
    /\*\*(?:None beyond chance|No clear sign|Can't tell)\.\*\* (.*?) (?:Each count is|Counts are|Of \d+ counts \()/
      .exec(text)!;
  assert(sentence[1]!.split(" ").length <= 25, sentence[1]);
  if (rows.digits.chance !== 5) {
    assertEquals(text.includes("decide nothing here"), rows.digits.chance < 5);
  }
  assertMatch(text, /whichever state is simulated below/);
  assertBeyondHonest(text);
}

/** What else is more than honest elections gave, in the opening's words; "" where nothing is. */
function patternsAbove(text: string): string {
  const size = rangeRow(text, "the share goes with the number of votes");
  const spread = rangeRow(text, "larger places vary less than their smaller ones");
  const ofSize = [size, spread].filter(({ flagged, high }) => flagged > high).length;
  const { digits } = flagRows(text);
  return [
    ...digits.flagged > 0 && digits.chance < 5 ? ["second digits"] : [],
    ...ofSize === 0
      ? []
      : [ofSize === 1 ? "one pattern by precinct size" : "two patterns by precinct size"],
  ].join(" and ");
}

/** Asserts that the opening says so where size or spread lie above all simulated elections, and only then. */
function assertBeyondHonest(text: string): void {
  const size = rangeRow(text, "the share goes with the number of votes");
  const spread = rangeRow(text, "larger places vary less than their smaller ones");
  const above = [
    ...size.flagged > size.high ? ["the share goes with the number of votes"] : [],
    ...spread.flagged > spread.high ? ["larger places vary less"] : [],
  ];
  assertEquals(
    /In more counts than in any simulated election (.*?): simulated places/.exec(text)?.[1] ?? "",
    above.join(" and "),
  );
  // "None beyond chance" is said of all that is tested, or not at all.
  if (text.includes("**None beyond chance.**")) assertEquals(above, []);
}

Deno.test("14: the answer follows the chance of so many flags in another year and state", async () => {
  // As the sweep asks for it, which then need not run it again; few elections: it is the words that are tested.
  const text = await pageText("14", { elections: 40, year: 2016, state: "WI", mode: "total" });
  assertFollowsChance(text, { round: 5, digits: 10 });
  assertMatch(text, /Do precinct counts of 2016 bear/);
});

Deno.test("14: the answer follows the chance of so many flags at another level and other places", async () => {
  assertFollowsChance(
    await pageText("14", { state: "IA", mode: "absentee", alpha: 0.2, least: 200, elections: 20 }),
    { round: 5, digits: 10 },
  );
});
