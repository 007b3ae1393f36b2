import { assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("03: the article's verdict is not McMullin's", async () => {
  const text = await pageText("03", { candidates: "McMullin" });
  assertNotMatch(text, /seven million|The number is false/);
  assertStringIncludes(text, "Did McMullin decide the election of 2016?");
  // Utah could have turned, and 232 + 6 are no majority.
  assertNotMatch(text, /UT alone would have/);
});

Deno.test("03: in 1824 nobody had a majority that these voters could have taken away", async () => {
  const text = await pageText("03", { year: 1824 });
  assertStringIncludes(text, "could have given Jackson one");
  // Adams 84 and Jackson 99 of record: six legislatures chose electors, and some states divided theirs.
  assertStringIncludes(text, "Adams won 84 and Jackson won 99");
});

Deno.test("03: asked for Trump, what Clinton needed is what he could lose", async () => {
  const text = await pageText("03", { beneficiary: "Trump" });
  // Pennsylvania: 44,292 of 196,656.
  assertStringIncludes(
    text,
    "Trump would still have won unless Clinton led by more than 22.52 points among their voters",
  );
  assertStringIncludes(text, "Trump falls below 270 electors at a net share of \u221222.5%");
  assertNotMatch(text, /no net share, common|needed, none/);
});

Deno.test("03: in 2000 the studies and their sizes are Nader's", async () => {
  const text = await pageText("03", { year: 2000 });
  assertStringIncludes(text, "all 4 studies find them nearer to Gore");
  // Gallup: 43 to 21 of 193: .22 ± 1.96 × √((.64 − .22²) / 193) = .22 ± .109.
  assertStringIncludes(
    text,
    "Gallup News Service, survey | +22 points | 11 to 33 by sampling at least",
  );
});

Deno.test("03: of candidates not all studied it is not said that every figure is enough", async () => {
  const text = await pageText("03", { year: 2000, candidates: "Nader, Buchanan" });
  // Magee's abstract: more of Buchanan's votes would have gone to Bush; no share is at hand.
  assertStringIncludes(text, "Of Buchanan's voters: Magee finds them nearer to Bush.");
  assertNotMatch(text, /Every figure at hand|No figure at hand/);
});

Deno.test("03: what Palm Beach County's ballot cost stands beside a study of Buchanan's votes", async () => {
  const text = await pageText("03", { year: 2000, candidates: "Buchanan" });
  // Notebook 06's estimate of 1,574 (954 to 2,194): 9.0% of 17,484; 537 of them are 3.07%.
  assertStringIncludes(
    text,
    "in Palm Beach County alone the ballot cost Gore an estimated 1,574 votes net (95% interval 954 to 2,194;",
  );
  assertStringIncludes(text, "9.0 points of Buchanan's Florida votes, where 3.07 were needed.");
  assertNotMatch(await pageText("03", { year: 2000 }), /votes were mistakes/);
});

Deno.test("03: in 2020 what it took to leave Biden without a majority has its number", async () => {
  const text = await pageText("03", { year: 2020 });
  // Wisconsin: 20,682 of 38,491. 306 less 16, 11 and 10 electors are 269.
  assertStringIncludes(
    text,
    "that leaves Biden without a majority | 53.73 points | \u2013 | AZ, GA and WI |",
  );
  assertStringIncludes(text, "find them nearer to Trump, 60% to 32%; how many would have voted");
});

Deno.test("03: of more states than are drawn it says how many", async () => {
  const text = await pageText("03", { year: 1968 });
  assertStringIncludes(text, "Drawn: the first 24 of the 29, those that needed least.");
  assertStringIncludes(text, "the 17 of the 19 listed above that are drawn below");
});

Deno.test("03: a study that was not read has found nothing", async () => {
  const of1980 = await pageText("03", { year: 1980 });
  assertNotMatch(of1980, /Abramson: studies/);
  const of1968 = await pageText("03", { year: 1968 });
  assertStringIncludes(
    of1968,
    "Brody: outside the South somewhat more of Wallace's voters ranked Humphrey second than Nixon",
  );
  assertNotMatch(of1968, /No study at hand says which of the two these voters/);
  // What was read of it says something, though not of all of them.
  assertStringIncludes(
    of1968,
    "Wallace's voters by Brody, survey | not said of all of them in the part read | \u2013 | \u2013 |",
  );
});

Deno.test("03: below one percent the strongest is taken out, and it is said so", async () => {
  // Johnson had 1,275,971 of 129,085,410 votes by the FEC: 0.99%.
  const text = await pageText("03", { year: 2012 });
  assertStringIncludes(
    text,
    "0.99% of all, the strongest besides the first two, though below one percent",
  );
  assertNotMatch(await pageText("03", { year: 2016 }), /though below one percent/);
});

Deno.test("03: electors that leave nobody a majority go to the House, and are said to", async () => {
  // 1848: Taylor had 163 of 290; without Connecticut's 6 and Massachusetts' 12, 145, one short of
  // a majority, and Cass 136.
  const of1848 = await pageText("03", { year: 1848 });
  assertStringIncludes(of1848, "among Van Buren's voters, alike everywhere, for a majority.");
  assertStringIncludes(
    of1848,
    "With a lead of more than 67.28 points nobody would have had a majority, and the House of Representatives would have chosen.",
  );
  // Trump's 232 of 2020 with Arizona's 11, Georgia's 16 and Wisconsin's 10 are 269 of 538.
  const of2016 = await pageText("03", { year: 2016 });
  assertStringIncludes(of2016, "not possible; above 53.73% nobody has one");
  assertStringIncludes(of2016, "for a choice by the House it falls short even if all had");
  assertNotMatch(of2016, /for the presidency/);
});

Deno.test("03: where one state was enough the lead is of its voters", async () => {
  const text = await pageText("03", { year: 2000 });
  // Florida: 537 of 97,488.
  assertStringIncludes(
    text,
    "Gore would have needed to lead Bush by more than 0.55 points among Nader's voters in " +
      "Florida to win. The lead is in points of all Nader's voters there",
  );
  // Gallup's and the exit poll's figures are national.
  assertStringIncludes(
    text,
    "Every figure at hand is above what was needed, which does not settle it: the figures are " +
      "what some voters told polls of the nation, and not of Florida;",
  );
  assertNotMatch(await pageText("03", { year: 2016 }), /and not of /);
});

Deno.test("03: of 2000 the study that reads Florida's own ballots is told beside national polls", async () => {
  // Herron and Lewis (2007): at least 40 percent would have chosen Bush.
  assertStringIncludes(
    await pageText("03", { year: 2000 }),
    "and not of Florida; by Herron and Lewis, who read whole ballots from Florida, those who " +
      "would have chosen one of the two divide at most 60% to 40% for Gore.",
  );
});

Deno.test("03: in 2020 the lead that a study allows at most is set beside the one that it took", async () => {
  // Cervas and Grofman: 60 to 32. Wisconsin: 20,682 of 38,491, 53.73 percent.
  assertStringIncludes(
    await pageText("03", { year: 2020 }),
    "Had all of them voted, that is a lead of 28 points, short of the 53.73 points, alike in " +
      "every state, that would have left Biden without a majority.",
  );
});

Deno.test("03: evidence of both directions has two marks, and none has a third", async () => {
  // Perot: 51 to 42 for Clinton, and Bush needed 32.14. Nader: 43 to 21 and 47 to 21 for Gore, of 0.55.
  const marks = [
    [{ year: 1992 }, "**Not by the figures at hand.** Without Perot, Bush would have needed"],
    [{ year: 2000 }, "**Yes, by the figures at hand.** Without Nader, Gore would have needed"],
    // Johnson's 25 to 15 are all that is known, below 30.19 for Clinton.
    [
      { candidates: "Johnson", beneficiary: "Trump" },
      "**Not by the figures at hand.** Without Johnson, Trump would still have won unless Clinton",
    ],
    // Cervas and Grofman's 60 to 32 are a lead of 28 at most, and Wisconsin took 53.73.
    [{ year: 2020 }, "**Not by the figures at hand.** Without Jorgensen, Trump could not have"],
    // No study is of Taft's, Debs's and Chafin's voters, and none of all three of 1968's gives shares.
    [{ year: 1912 }, "**Can't tell.** Without these candidates, Roosevelt would have needed"],
    [{ year: 2000, candidates: "Nader, Buchanan" }, "**Can't tell.** Without Nader and Buchanan,"],
  ] as const;
  for (const [given, says] of marks) assertStringIncludes(await pageText("03", given), says);
});

Deno.test("03: one candidate's poll has one sample size and is not pooled, and no chance is printed as none", async () => {
  const text = await pageText("03", { candidates: "Stein" });
  assertStringIncludes(text, "intervals below are at an assumed sample size (120).");
  assertStringIncludes(text, "At an assumed number (120 of Stein's) the net share of 11.0%");
  assertStringIncludes(text, "as if they were independent would say less than 0.01%");
  assertNotMatch(text, /sample sizes|pooled net share|together, points|say 0\.00%/);
});
