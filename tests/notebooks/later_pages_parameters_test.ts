import { assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("08: in 2000 two defections were not less likely by powers of ten, and in 1824 nobody had a majority", async () => {
  const close = await pageText("08", { year: 2000 });
  // Bush had 271 of 270 needed.
  assertStringIncludes(close, "2 of Bush's electors would have been enough");
  assertNotMatch(close, /the chance rises|moves by powers of ten/);
  const none = await pageText("08", { year: 1824 });
  assertStringIncludes(none, "Andrew Jackson had the most, 99 of 261, 32 short of a majority");
  assertNotMatch(none, /Nor is there|not identified/);
});

Deno.test("08: before 1948 the table of broken pledges does not say that none was broken", async () => {
  const text = await pageText("08", { year: 1872 });
  assertStringIncludes(text, "which is not complete before 1948");
  assertNotMatch(text, /no vote that was counted broke/);
});

Deno.test("09: who shares in proportion does not change 1976, and does change 2016", async () => {
  assertStringIncludes(await pageText("09", { year: 1976 }), "does not change who wins in 1976");
  assertStringIncludes(await pageText("09", {}), "Who may share in proportion matters");
});

Deno.test("10: in a landslide chances are said in billions, and no sign is left open that is not", async () => {
  const text = await pageText("10", { year: 1984 });
  assertMatch(text, /one chance in \d+\.\d billion/);
  assertNotMatch(text, /\d,\d{3}\.\d million|which sign it would have had/);
  // Reagan led by 16,878,120; 16.3 million people there did not vote.
  assertStringIncludes(text, "Not even all of them would have given the lead");
});

Deno.test("11: where no equipment is known, nothing is said of paper", async () => {
  const text = await pageText("11", { year: 1984, closest: 1 });
  assertStringIncludes(text, "Of none of the contests chosen do the tables know the equipment");
  // BRAVO would draw more ballots than Florida had in 2000.
  assertStringIncludes(await pageText("11", { year: 2000 }), "Florida more than there are");
});

Deno.test("13: what lies outside is named with its side, and Maine's independent too", async () => {
  const text = await pageText("13", { asked: "MD MA UT" });
  assertStringIncludes(text, "Outside lies Maryland's Republican drop of \u221225.0%, usual from");
  const maine = await pageText("13", { asked: "ME" });
  // King had 427,331 of 818,500 votes.
  assertStringIncludes(maine, "In Maine a candidate of neither party had 52% of the votes");
});

Deno.test("13: senators of 1976 and 1980 are in no model of who stands again", async () => {
  const text = await pageText("13", { year: 1980 });
  assertStringIncludes(text, "None of the states asked about is among the pairs of the model");
});

Deno.test("15: what is asked follows the parameter, and each side is named", async () => {
  const over = await pageText("15", { asked: "over" });
  assertStringIncludes(over, "62.1% of ballots with more than one choice for president in the");
  assertNotMatch(over, /Whether Nader cost/);
  const browne = await pageText("15", { asked: "browne", voted: "absentee" });
  assertStringIncludes(browne, "More of them chose the Republican than the Democrat, by 13");
});

Deno.test("16: counties that are not in the draw are named, and no missing card moves none", async () => {
  assertStringIncludes(await pageText("16", { year: 2020 }), "Gunnison and San Juan");
  assertNotMatch(await pageText("16", { cardsMissing: 0 }), /had 0 cards fewer/);
});
