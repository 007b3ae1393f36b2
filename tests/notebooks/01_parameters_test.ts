import { assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("01: what the news said of November 23 is not said of November 15", async () => {
  const text = await pageText("01", { asOf: "2016-11-15" });
  // Cook's tracker: 61,963,234 and 60,961,185.
  assertStringIncludes(text, "it was 1,002,049 with");
  assertNotMatch(text, /called 1,002,049/);
  assertNotMatch(text, /from 2016-11-15 to 2016-11-15/);
});

Deno.test("01: another tally's shares are held to its own least", async () => {
  const text = await pageText("01", { tallyName: "AP" });
  assertStringIncludes(text, "64.8% at first");
  assertStringIncludes(text, "never below 64.8%");
});

Deno.test("01: a day without a count says that the last one stands for it", async () => {
  assertStringIncludes(
    await pageText("01", { asOf: "2016-12-31" }),
    "on December 20, 2016, the day of the last count at hand, by the Cook tracker",
  );
  assertNotMatch(await pageText("01", {}), /last count/);
});

Deno.test("01: one total of a tally is one point, named once", async () => {
  const text = await pageText("01", { tallyName: "UPI", asOf: "2016-11-09" });
  // UPI: 59,755,284 and 59,535,522.
  assertStringIncludes(text, "What was still to be counted was 64% Clinton's, after November 9");
  assertStringIncludes(
    text,
    "first total of November 9, 2016, 1,002,049 on November 15, 2016, and",
  );
  assertNotMatch(text, /64% to 64%|at every date/);
});

Deno.test("01: totals are told in the order of their days", async () => {
  const text = await pageText("01", { asOf: "2016-11-14" });
  assertStringIncludes(text, "784,748 on November 14, 2016, 1,002,049 on November 15, 2016,");
});

Deno.test("01: the day and the tally that were set stand in the second sentence", async () => {
  assertStringIncludes(
    await pageText("01", { asOf: "2016-11-15" }),
    "counted until November 15, 2016 it was 1,002,049, by the Cook tracker.",
  );
  assertStringIncludes(
    await pageText("01", { tallyName: "AP", asOf: "2016-11-30" }),
    "counted until November 30, 2016 it was 2,357,260, by the Associated Press's tally.",
  );
});
