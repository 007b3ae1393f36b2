import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { pageText } from "./page_text.ts";

Deno.test("08: in 2000 two defections were not less likely by powers of ten, and in 1824 nobody had a majority", async () => {
  const close = await pageText("08", { year: 2000 });
  // Bush had 271 of 270 needed: 269 leave nobody a majority, 268 leave Gore with 267 + 3.
  assertStringIncludes(close, "Electing Gore would have taken 3 of Bush's 271 electors and all");
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
});

Deno.test("08: before 1948 the table of broken pledges does not say that none was broken", async () => {
  const text = await pageText("08", { year: 1872 });
  assertStringIncludes(text, "which is not complete before 1948");
  assertNotMatch(text, /no vote that was counted broke/);
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

Deno.test("09: who shares in proportion does not change 1976, and does change 2016", async () => {
  assertStringIncludes(await pageText("09", { year: 1976 }), "does not change who wins in 1976");
  assertStringIncludes(await pageText("09", {}), "Who may share in proportion matters");
});

Deno.test("10: in a landslide a chance is said by what it is below, and no sign is left open that is not", async () => {
  const text = await pageText("10", { year: 1984 });
  // One in 143.7 million and one in 668.9 million by the widest errors with heavy tails.
  assertStringIncludes(text, "under one chance in 140 million to decide the election");
  assertStringIncludes(text, "for the average voter under one in 660 million");
  assertNotMatch(text, /10[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|\d billion/);
  assertNotMatch(text, /\d,\d{3}\.\d million|which sign it would have had/);
  // Reagan led by 16,878,120; 16.3 million people there did not vote.
  assertStringIncludes(text, "Not even all of them would have given the lead");
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

Deno.test("09: where only the size of the House changes the outcome the answer is not a plain no", async () => {
  const text = await pageText("09", { year: 1976 });
  assertStringIncludes(
    text,
    "**It depends.** On the votes as cast no other rule elects anybody else",
  );
  assertStringIncludes(
    text,
    "but 39 of 951 sizes of the House, all smaller, would have elected Ford",
  );
  // The census of the parameter, 2010, has no part in that election: the one in force is named.
  assertStringIncludes(text, "by the census of 1970 and the states as they were won");
  assertNotMatch(text, /missed the last seat, census of 2010 \|/);
  // A compact that is not in force is no other rule: seven others where districts are known.
  assertStringIncludes(await pageText("09", { year: 2024 }), "each of 7 other rules elects Trump");
  // A figure's title says how many sizes, not one of them.
  assertStringIncludes(text, "With the states of 1976, 41 of 951 sizes of the House give another");
});

Deno.test("09: where a rule leaves nobody a majority no other president is elected, and each number has a name", async () => {
  const three = await pageText("09", { year: 1992 });
  assertStringIncludes(
    three,
    "**It depends.** On the votes cast no other rule elects anybody else; 1 of 6 leaves",
  );
  assertStringIncludes(three, "more if all candidates share electors");
  // Each leader had 269 of 2000 by largest remainders (tests/golden/scripts/10_ec_history.py): no majority.
  const { rules } = golden<Record<string, { rules: Record<string, Record<string, number>> }>>(
    "ec_history_1976_2024.json",
  )["2000"]!;
  const { D, R } = rules.proportional_two_party_hamilton!;
  assertEquals([D, R], [269, 269]);
  const even = await pageText("09", { year: 2000 });
  assertStringIncludes(even, '"Proportional, largest remainder" (269 each)');
  // In Python's fractions from data/state_returns.csv: 258.802 and 257.699 of 538.
  assertStringIncludes(even, "(Bush 258.8, Gore 257.7, others 21.5)");
  assertStringIncludes(
    even,
    "a national popular vote elects Gore; of 5 other rules 2 do, one only if the two leaders",
  );
  const turned = await pageText("09", { year: 2012 });
  assertStringIncludes(turned, "1 of 7 other rules (electors by district) elects Romney");
  assertNotMatch(turned, /a national popular vote elects/);
});

Deno.test("10: a gap wider than all votes of the states chosen is said, not refused", async () => {
  // 2,868,686 behind; Wyoming and Alaska cast 255,849 and 318,608.
  const text = await pageText("10", { campaignStates: "WY AK" });
  assertStringIncludes(text, "fewer voted than Trump's gap is wide");
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

Deno.test("11: the limit is printed with its digits, and paperless votes beside the whole margin", async () => {
  const strict = await pageText("11", { riskLimit: 0.001 });
  assertStringIncludes(strict, "at most 0.1% of such audits would confirm it");
  // Minerva's saving there is 18%, below the quarter that its authors found for their limits.
  assertStringIncludes(strict, "18% at most, less than theirs at this risk limit");
  // Lever machines of Florida 2000: 62,013 votes, margin 537.
  const text = await pageText("11", { year: 2000 });
  assertStringIncludes(text, "None could in Florida, where too many polling places left no paper");
  // Martin County alone had lever machines.
  assertStringIncludes(
    text,
    "In Florida 62,013 votes came from a county whose polling places left no paper (lever machines)",
  );
  // A size of an audit beside it is not what could be done.
  assertStringIncludes(text, "no errors found, if all left paper | 69,131");
  assertStringIncludes(
    await pageText("11", { year: 2000, closest: 1 }),
    "left no paper cast far more votes than the whole margin",
  );
});

Deno.test("11: one percent is called no evidence only where it is none, and no election stands twice", async () => {
  // 85,629 ballots of Texas, decided by 9 points: the sample's error is a third of a point.
  const wide = await pageText("11", { chosenStates: "TX" });
  assertStringIncludes(wide, "is more than 99.9%, so that there one percent is plenty");
  assertNotMatch(wide, /much the same either way|100(?:\.0)?%/);
  const same = await pageText("11", { year: 2000 });
  assertStringIncludes(same, "No earlier election was chosen beside 2000");
  assertEquals(same.match(/Florida 2000 269 62,013/g)?.length, 1);
});

Deno.test("11: where no equipment is known, nothing is said of paper", async () => {
  const text = await pageText("11", { year: 1984, closest: 1 });
  assertStringIncludes(text, "Of none of the contests chosen do the tables know the equipment");
  // BRAVO would draw more ballots than Florida had in 2000.
  assertStringIncludes(await pageText("11", { year: 2000 }), "Florida more than there are");
});

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
  assertStringIncludes(half, "81 of all 124 lie outside for one party or the other");
  assertStringIncludes(half, "so that about 3.3 of any 5 would");
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

Deno.test("15: a net that may be of either sign is said so, and what moves nothing too", async () => {
  assertMatch(
    await pageText("15", { voted: "absentee" }),
    /would have gained \d+ net, or anything from a loss of \d+ to a gain of \d+; Bush led by 537/,
  );
  assertStringIncludes(
    await pageText("15", { asked: "browne" }),
    "Bush would have gained 25 net",
  );
  const none = await pageText("15", { voting: 0 });
  assertStringIncludes(none, "they would have moved nothing between the two");
  assertNotMatch(none, /would have (?:gained|lost) [+\u2212-]?0 votes/);
  assertStringIncludes(none, "If, as set here, none of these voters had chosen between the two");
  assertStringIncludes(
    await pageText("15", { voting: 0.3 }),
    "If, as set here, the voters of 30% of the 5,565 certified votes had chosen between the two in that way",
  );
});

Deno.test("15: what is asked follows the parameter, and each side is named", async () => {
  const over = await pageText("15", { asked: "over" });
  assertStringIncludes(over, "62.1% of ballots with more than one choice for president in the");
  assertNotMatch(over, /Whether Nader cost/);
  // These voters came: what no ballot says is what they meant.
  assertStringIncludes(over, "How many of them meant to vote for one of the two no ballot says");
  assertNotMatch(
    over,
    /would have voted at all|They would all have voted|that they would have voted/,
  );
  const part = await pageText("15", { asked: "over", voted: "election day" });
  assertStringIncludes(part, "of all of the 18,571 such election day ballots in the file");
  assertNotMatch(part, /the county's 18,571/);
  assertStringIncludes(
    await pageText("15", { asked: "buchanan", voted: "absentee" }),
    "of all of the 81 absentee ballots in the file",
  );
  const browne = await pageText("15", { asked: "browne", voted: "absentee" });
  assertStringIncludes(browne, "More of them chose the Republican than the Democrat, by 13");
});

Deno.test("16: counties that are not in the draw are named, and no missing card moves none", async () => {
  assertStringIncludes(await pageText("16", { year: 2020 }), "Gunnison and San Juan");
  assertNotMatch(await pageText("16", { cardsMissing: 0 }), /had 0 cards fewer/);
});

Deno.test("16: the draw can be redone and the comparison not, in each year; what an audit catches has its chance", async () => {
  // Cards: the report's N of 2020, and the manifests of 2024 added up.
  for (
    const [year, ballots, least, cards] of [
      [2020, 65, 96, "4,114,582"],
      [2024, 100, 97, "4,746,866"],
    ]
  ) {
    const text = await pageText("16", { year });
    assertStringIncludes(
      text,
      `**In part.** The draw can be redone: ${year}'s published dice pick all ${ballots} sampled ballots again`,
    );
    assertStringIncludes(text, `which of ${cards} ballot cards boards of citizens compare`);
    assertStringIncludes(
      text,
      `had the reported winner in truth lost, ${ballots} matches in a row`,
    );
    assertStringIncludes(text, "That is not the chance that the result is wrong");
    assertStringIncludes(text, `enough to change the winner: with a chance of at least ${least}%`);
  }
});

Deno.test("08: of 1876 it is said that a commission gave Hayes the electors both sides claimed", async () => {
  // Florida 4, Louisiana 8 and South Carolina 7, and one of Oregon's three: 20.
  assertStringIncludes(
    await pageText("08", { year: 1876 }),
    "Of Hayes's 185 a commission of Congress gave him 20, in 1877, that both sides claimed",
  );
});

Deno.test("09: before there were fifty states and the District the electors were fewer than 538", async () => {
  // 435 members, two senators for each of 48 states: 531.
  const text = await pageText("09", { census: 1940 });
  assertStringIncludes(text, "Adding two for the senators of each of 48 states gives the 531");
  assertStringIncludes(await pageText("09", {}), "50 states, and three for the District");
});

Deno.test("11: Georgia's paper of 2020, counted by hand, is not said to be unknown", async () => {
  const text = await pageText("11", { year: 2020, chosenStates: "GA AZ WI" });
  assertStringIncludes(
    text,
    "**In part.** Paper could settle it in Georgia; in Arizona and Wisconsin",
  );
  // The audit's report: by hand 2,475,141 and 2,462,857, by machine 2,474,248 and 2,461,468.
  assertStringIncludes(
    text,
    "Biden led by 12,284, by 12,780 in the machines' first count and by 11,779",
  );
});
