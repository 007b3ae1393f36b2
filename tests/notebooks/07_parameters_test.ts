import { assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("07: a report taken to be exact has no range", async () => {
  const text = await pageText("07", { asOf: "2016-11-17", remainingError: 0 });
  assertStringIncludes(text, "3,488,781 | taken to be exact");
});

Deno.test("07: in Arizona what gave more than was needed did not do so to the end", async () => {
  const text = await pageText("07", { state: "AZ" });
  // Certified: Biden by 10,457, 1,672,143 to 1,661,686.
  assertMatch(
    text,
    /In Arizona they did not do so to the end: .*a final lead for Biden of \u2212[\d,]+ .*below zero Trump leads.*certified lead is \+10,457/,
  );
  assertNotMatch(await pageText("07", { state: "GA" }), /In Georgia they did not do so/);
  assertNotMatch(text, /In Arizona they did not.*In Arizona most/);
});

Deno.test("07: the low end is called the lead already counted only where it is", async () => {
  // With the report exact, 1,516,002 were left, and the lead had to grow by more than rounding.
  const exact = await pageText("07", { remainingError: 0 });
  assertNotMatch(exact, /the lead already counted,/);
  const low = await pageText("07", { asOf: "2016-11-17", since: "2016-11-14" });
  assertStringIncludes(low, "between 1.8 million votes and 2.8 million; it ended above.");
});

Deno.test("07: how near the range comes is the mark: roughly, yes or no", async () => {
  // 1,932,316 wide is two thirds of the lead; of December 20 it is an eighth.
  assertStringIncludes(await pageText("07", {}), "**Roughly.** On November 23, 2016");
  const late = await pageText("07", { asOf: "2016-12-20", remainingError: 0 });
  // By the report none was left, and 14,096 came: 2,868,686 less 2,864,974.
  assertStringIncludes(
    late,
    "no vote was left on December 20, 2016, at a lead of 2.86 million; it",
  );
  assertStringIncludes(late, "it ended 3,712 higher");
  // 2,869,425 beside 2,868,686: 0.03%.
  assertStringIncludes(late, "off by less than 0.1%");
  // On November 24 2,103,941 ahead with 2,106,033 to come: 99.95% of them.
  assertStringIncludes(
    await pageText("07", { asOf: "2016-11-24" }),
    "Trump would have needed more than 99.9% of the two-party rest",
  );
});

Deno.test("07: a day without a count has the last one until then, and it is said whose", async () => {
  // The tracker's totals at hand are of November 24 and, after it, of December 5.
  const text = await pageText("07", { asOf: "2016-11-28" });
  assertStringIncludes(
    text,
    "On November 28, by the last count until then, of November 24, between 2.1 million votes,",
  );
  assertNotMatch(await pageText("07", { asOf: "2016-11-24" }), /the last count until then/);
});

Deno.test("07: the state followed for 2020 is named beside an answer that is not of it", async () => {
  assertStringIncludes(
    await pageText("07", { state: "MI" }),
    "This is of the nation in 2016; Michigan's count of 2020 is followed further down.",
  );
});

Deno.test("07: an exact report is not off by up to nothing, and ends are printed on their side", async () => {
  const exact = await pageText("07", { remainingError: 0 });
  assertNotMatch(exact, /within 0%|up to 0%|outside the 0%/);
  assertStringIncludes(exact, "It is taken to be exact here, and was not.");
  // 2,864,974 were counted and 2,868,686 certified: 2.9 million would be above both.
  assertStringIncludes(
    await pageText("07", { asOf: "2016-12-20" }),
    "between 2.86 million votes, the lead already counted, and 3.23 million",
  );
});
