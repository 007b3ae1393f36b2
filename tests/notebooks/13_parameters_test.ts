import { assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("13: what lies outside is named with its side, and Maine's independent too", async () => {
  const text = await pageText("13", { asked: "MD MA UT" });
  // Alsobrooks and Hogan, Harris and Trump: 25.0% more for Hogan than for Trump, 13.2% fewer for the other two.
  assertStringIncludes(text, "Outside lies Maryland's Republican gain of 25.0% (usual: gain of");
  assertStringIncludes(
    text,
    "1 of the 3 states asked about had a drop-off outside the usual range",
  );
  assertNotMatch(text, /(?:drop|gain) (?:of|beyond) \u2212/);
  const maine = await pageText("13", { asked: "ME" });
  // King had 427,331 of 818,500 votes.
  assertStringIncludes(maine, "In Maine a candidate of neither party had 52% of the votes");
});

Deno.test("13: senators of 1976 and 1980 are in no model of who stands again", async () => {
  const text = await pageText("13", { year: 1980 });
  assertStringIncludes(text, "None of the states asked about is among the pairs of the model");
});

Deno.test("13: the first sentence says of what range, and of which states", async () => {
  // By numpy (quantiles linear) 81 of the 124 contests since 2012 lie outside the middle half for one party or the
  // other, each left out of its own range: 5 × 81 / 124 = 3.3, so that 2 of 5 are no more.
  const half = await pageText("13", { usual: 0.5 });
  assertStringIncludes(
    half,
    "**No.** 2 of the 5 states that can be compared had a drop-off outside the middle half of contests since " +
      "2012, no more than elsewhere.",
  );
  assertStringIncludes(half, "81 of 124 lie outside for one or the other.");
  assertStringIncludes(half, "about 3.3 of any 5 would.");
  assertNotMatch(half, /the usual range|small anomaly/);
  assertNotMatch(await pageText("13", { asked: "OH MN NJ RI" }), /that can be compared/);
});

Deno.test("13: one state, many and none are answered by what there is of them", async () => {
  const none = await pageText("13", { asked: "GA NC" });
  assertStringIncludes(none, "**Can't tell.** No state asked about had a regular Senate contest");
  const one = await pageText("13", { asked: "GA MD" });
  // By numpy's "linear" the range ends at a gain of 17.4%, by "weibull" at 25.4%; Hogan gained 25.0% on Trump.
  assertStringIncludes(
    one,
    "**In part.** Maryland's drop-off (the other can't be compared) lay at the edge of the usual range " +
      "since 2012: outside by some definitions, inside by others.",
  );
  assertStringIncludes(one, "Georgia had no regular Senate contest of both parties");
  assertStringIncludes(one, "Maryland, at the edge | Republican gain of 25.0%");
  assertStringIncludes(
    await pageText("13", { asked: "MD MA UT" }),
    "Maryland lies at the edge: inside by some definitions of such a range, outside by others",
  );
  // 15 of 124. Arizona's 54.7% is beyond every definition's end.
  assertStringIncludes(
    await pageText("13", { year: 2004, asked: "AZ" }),
    "**Yes.** Arizona's drop-off lay outside the usual range of states since 2012, as did 12% of all contests.",
  );
  // Twelve of 2024, eight of them in the table.
  const many = await pageText("13", { asked: "AZ CA FL MD MI NV OH PA TX UT WI WY" });
  assertStringIncludes(many, "Of the 12 states asked about the table has the 8 furthest");
  // In 2004 8 of 17 are outside, where 17 × 15 / 124 = 2.1 would be.
  const strange = await pageText("13", {
    year: 2004,
    asked: "AZ CA CO CT FL GA ID IL IN IA KS KY LA MO NV NY OH PA",
  });
  assertStringIncludes(strange, "8 of the 17 states that can be compared had");
  assertStringIncludes(strange, "more than elsewhere. ");
});

Deno.test("13: nobody asked about, and a state with as many votes for both contests, are said so", async () => {
  const nobody = await pageText("13", { asked: "" });
  assertStringIncludes(
    nobody,
    "**Can't tell.** No state is asked about, so that there is no drop-off to judge.",
  );
  assertNotMatch(nobody, /answer for these|; All/);
  // Maine 2020: 819,461 votes for president, 819,183 for the Senate: 0.03% fewer.
  // The seven are named as such in their year alone.
  assertStringIncludes(
    await pageText("13", {}),
    "# Was the drop-off from president to Senate in the seven swing states unusual in 2024?",
  );
  const maine = await pageText("13", { year: 2020, asked: "ME MT" });
  assertStringIncludes(maine, "Senate in the states asked about unusual in 2020?");
  assertStringIncludes(maine, "as many, to a tenth of a percent, in Maine");
  assertNotMatch(maine, /no senator was chosen in 2024/);
});

Deno.test("13: a change that rounds to nothing keeps its sign and digits, and edges are not called inside", async () => {
  // Georgia 2020: 2,461,854 votes for Trump, 2,462,617 for Perdue in November: 0.031% more.
  const georgia = await pageText("13", { year: 2020, asked: "GA NC" });
  assertStringIncludes(georgia, "Republican gain of 0.03%");
  assertNotMatch(georgia, /(?:drop|gain) of 0\.0%/);
  // Wisconsin 2000: Kohl 25.8% above Gore, beyond the range by some definitions of a quantile only.
  assertStringIncludes(
    await pageText("13", { year: 2000 }),
    "1 of the 4 states that can be compared had a drop-off outside the usual range of contests since 2012, " +
      "by some definitions only.",
  );
  const district = await pageText("13", { asked: "DC" });
  assertStringIncludes(district, "Senate in the District of Columbia unusual in 2024?");
  assertStringIncludes(
    district,
    "The District of Columbia had no regular Senate contest of both parties in 2024, so its counts",
  );
});
