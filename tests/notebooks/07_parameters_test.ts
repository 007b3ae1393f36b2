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
    /In Arizona they did not: .*a final lead for Biden of \u2212[\d,]+ .*certified lead is \+10,457/,
  );
  assertNotMatch(await pageText("07", { state: "GA" }), /In Georgia they did not/);
});

Deno.test("07: the low end is called the lead already counted only where it is", async () => {
  // With the report exact, 1,516,002 were left, and the lead had to grow by more than rounding.
  const exact = await pageText("07", { remainingError: 0 });
  assertNotMatch(exact, /the lead already counted,/);
  const low = await pageText("07", { asOf: "2016-11-17", since: "2016-11-14" });
  assertStringIncludes(low, "between 1.8 million votes and 2.8 million; it ended above.");
});
