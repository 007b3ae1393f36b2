import { assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("10: in a landslide a chance is said by what it is below, and no sign is left open that is not", async () => {
  const text = await pageText("10", { year: 1984 });
  // One in 143.7 million and one in 668.9 million by the widest errors with heavy tails.
  assertStringIncludes(
    text,
    "under one chance in 140 million to decide; on average under one in 660 million",
  );
  // Of fifteen states none of which is plausible no ratio is said.
  assertNotMatch(text, /Compare plausible states/);
  assertNotMatch(text, /10[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|\d billion/);
  assertNotMatch(text, /\d,\d{3}\.\d million|which sign it would have had/);
  // Reagan led by 16,878,120; 16.3 million people there did not vote.
  assertStringIncludes(text, "Not even all of them would have given the lead");
});

Deno.test("10: a gap wider than all votes of the states chosen is said, not refused", async () => {
  // 2,868,686 behind; Wyoming and Alaska cast 255,849 and 318,608.
  const text = await pageText("10", { campaignStates: "WY AK" });
  assertStringIncludes(text, "fewer voted than Trump's gap in the nation is wide");
  assertStringIncludes(text, "574,457 votes were cast, fewer than the gap of 2,868,686");
});

Deno.test("10: a chance is called none in this model only where it is", async () => {
  // Wyoming's margin of 1992 was 6 points: one in 10⁸, beside one in 16 million for the average.
  assertNotMatch(await pageText("10", { year: 1992 }), /never in this model/);
  const certain = await pageText("10", { commonError: 0.005, stateError: 0.005 });
  assertNotMatch(certain, /one in 10 with normal errors|\d{7,}[.\d]* times the last/);
});

Deno.test("10: errors that a reader sets are said to be set, and none is a chance below one in a billion", async () => {
  const wide = await pageText("10", { commonError: 0.05 });
  assertStringIncludes(
    wide,
    "By the errors set here a vote decides with one chance in 4.0 million in",
  );
  assertStringIncludes(
    wide,
    "set for this run of the page (its own assumption is 2.0 points each)",
  );
  const none = await pageText("10", { year: 1984, commonError: 0.005, stateError: 0.01 });
  assertStringIncludes(none, "give less than one in a billion everywhere");
  assertNotMatch(none, /0\.0000|each line in the figure/);
});
