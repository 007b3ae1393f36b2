import { assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("08: before 1988 nothing is said of the House's delegations", async () => {
  const text = await pageText("08", { year: 1960 });
  // Kennedy won 303 of 537; 303 − 268 = 35 leave him one short of 269.
  assertStringIncludes(text, "To leave nobody with a majority took 35 of Kennedy's");
  assertStringIncludes(text, "in no table here");
  assertNotMatch(text, /Republicans held/);
});

Deno.test("08: in 2000 two defections were not less likely by powers of ten, and in 1824 nobody had a majority", async () => {
  const close = await pageText("08", { year: 2000 });
  // Bush had 271 of 270 needed: 269 leave nobody a majority, 268 leave Gore with 267 + 3.
  assertStringIncludes(close, "Electing Gore needed 3 of Bush's 271 electors and all");
  assertStringIncludes(close, "To leave nobody with a majority took 2 of Bush's");
  assertStringIncludes(
    close,
    "Before 1948 the table is not complete, so that the share may be too low",
  );
  assertNotMatch(await pageText("08", { year: 2020, recordFrom: 1996 }), /share may be too low/);
  assertNotMatch(close, /the chance rises|moves by powers of ten/);
  const none = await pageText("08", { year: 1824 });
  assertStringIncludes(none, "Andrew Jackson had the most, 99 of 261, 32 short of a majority");
  assertNotMatch(none, /Nor is there|not identified/);
  assertStringIncludes(none, "**No.** The electors of 1824 gave no candidate a majority");
  // Of 2000 the one vote against a pledge was for nobody: there was none to count for another.
  assertNotMatch(close, /Congress counted/);
  assertStringIncludes(close, "whether laws and Congress allowed it no table here says");
});

Deno.test("08: before 1948 the table of broken pledges does not say that none was broken", async () => {
  const text = await pageText("08", { year: 1872 });
  assertStringIncludes(text, "which is not complete before 1948");
  assertNotMatch(text, /no vote that was counted broke/);
  // Nor is a rate of nothing estimated from a record that is not complete.
  assertStringIncludes(text, "No rate of broken pledges is taken from the record before 1872");
  assertNotMatch(text, /0\.000%|moves by powers of ten/);
  // Horace Greeley died on November 29: nobody could elect him any more.
  assertStringIncludes(text, "Greeley had died before the electors met");
  assertNotMatch(text, /elect(?:ing)? Greeley/i);
  assertStringIncludes(
    await pageText("08", { year: 1820 }),
    "1 of Monroe's electors broke a pledge by the table here, which is not complete before 1948",
  );
});

Deno.test("08: delegations of neither party are divided, an independent's or not known", async () => {
  // Connecticut, Illinois, Maryland and Nevada; Vermont's one member was an independent.
  assertStringIncludes(
    await pageText("08", { year: 2000 }),
    "4 were divided evenly and 1 was held by an independent",
  );
  // Colorado and Minnesota; of Virginia's 11 members one is in no list.
  assertStringIncludes(
    await pageText("08", { year: 2024 }),
    "2 were divided evenly and 1 is not known",
  );
});

Deno.test("08: whoever broke a pledge is said in a whole sentence, and 2020 is after the ruling", async () => {
  // DC's one vote for nobody was pledged to Gore.
  assertStringIncludes(
    await pageText("08", { year: 2000 }),
    "none of Bush's electors and 1 of Gore's broke a pledge",
  );
  const later = await pageText("08", { year: 2020 });
  assertNotMatch(later, /an answer for 20\d\d is none for a later year/);
  assertStringIncludes(later, "States may enforce them since July 2020");
  // Of Biden's states without a law New York had 29 and Illinois and Pennsylvania 20 each.
  assertStringIncludes(later, "Those of New York and Illinois, all without a law, would have been");
});

Deno.test("08: of 1876 it is said that a commission gave Hayes the electors both sides claimed", async () => {
  // Florida 4, Louisiana 8 and South Carolina 7, and one of Oregon's three: 20.
  assertStringIncludes(
    await pageText("08", { year: 1876 }),
    "Of Hayes's 185 a commission of Congress gave him 20, in 1877, that both sides claimed",
  );
});

Deno.test("08: where the record begins is said, and a chance too small to print is not that or less", async () => {
  const early = await pageText("08", { recordFrom: 1789 });
  assertStringIncludes(early, "The record of broken pledges further down is listed from 1789 on.");
  assertNotMatch(await pageText("08", {}), /is listed from/);
  assertStringIncludes(
    await pageText("08", { year: 1972 }),
    "the chance is less than one in 10³⁰⁰, far below it",
  );
  assertStringIncludes(
    await pageText("08", { year: 2000 }),
    "For so few defections it matters less",
  );
});
