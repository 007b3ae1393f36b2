import { assert, assertEquals, assertMatch } from "@std/assert";
import { pageText } from "./page_text.ts";

/** The tests that the answer weighs: flags, honest flags on average, and the chance of so many in percent. */
const TOLD = [
  /Whole percentages flag (\d+|none), where .* have ([\d.]+) flagged on average(?:, and so many or more in (fewer than 1|\d+)% of them)?;/,
  /multiples of five percent flag (\d+|none) \(honest ([\d.]+)(?:; so many or more in (fewer than 1|\d+)%)?\)/,
  /the resampled density (\d+|none) \(honest ([\d.]+)(?:; so many or more in (fewer than 1|\d+)%)?\)/,
  /any of these three (\d+|none) \(honest ([\d.]+)(?:; so many or more in (fewer than 1|\d+)%)?\)/,
  /second digits (\d+|none) \(honest ([\d.]+)(?:; so many or more in (fewer than 1|\d+)%)?\)/,
];

/** Asserts that the answer's words are those of the chances that stand under it. */
function assertFollowsChance(text: string): void {
  const rows = TOLD.map((pattern) => {
    const found = pattern.exec(text);
    assert(found !== null, `${pattern}`);
    const [, flagged, average, chance] = found;
    if (flagged === "none") return { flagged: 0, average, chance: 100 };
    return {
      flagged: Number(flagged),
      average,
      chance: chance === "fewer than 1" ? 0 : Number(chance),
    };
  });
  // Second digits are told and don't decide.
  const rarest = rows.slice(0, 4).reduce((a, b) => b.chance < a.chance ? b : a);
  // A chance that is printed as 5 percent may lie on either side.
  if (rarest.chance > 5) {
    assertMatch(
      text,
      /\*\*None beyond chance\.\*\* Of \d+ counts across the states, three tests for round shares (?:flag none|together flag \d+, within what honest elections give by chance)\. Tested/,
    );
  } else if (rarest.chance < 5) {
    assertMatch(text, /\*\*Can't tell\.\*\* Of \d+ counts across the states, /);
    assertMatch(
      text,
      new RegExp(`flags? ${rarest.flagged}, more than chance`),
    );
    assertMatch(
      text,
      rarest.chance >= 1 ? /than chance usually gives/ : /than chance (?:explains|usually gives)/,
    );
  }
  const sentence = /\*\*(?:None beyond chance|Can't tell)\.\*\* (.*?) Tested are/.exec(text)![1]!;
  assert(sentence.split(" ").length <= 25, sentence);
  const digits = rows[4]!;
  if (digits.chance !== 5) {
    assertEquals(text.includes("decide nothing here"), digits.chance < 5);
  }
  assertEquals(/whichever state is simulated below/.test(text), true);
}

/** As few places and simulated elections as let the answer's words differ: the words are what is tested. */
const FEW = { least: 400, elections: 20 };

Deno.test("14: the answer follows the chance of so many flags in another year and state", async () => {
  const text = await pageText("14", {
    ...{ year: 2016, state: "WI", mode: "total" },
    ...FEW,
  });
  assertFollowsChance(text);
  assertMatch(text, /Do precinct counts of 2016 bear/);
});

Deno.test("14: the answer follows the chance of so many flags at another level and other places", async () => {
  assertFollowsChance(
    await pageText("14", { state: "IA", mode: "absentee", alpha: 0.2, ...FEW }),
  );
});
