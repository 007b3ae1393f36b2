import { assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
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

Deno.test("02: in 1876 Colorado's three electors stay with Hayes", async () => {
  const text = await pageText("02", { year: 1876 });
  assertStringIncludes(text, "Hayes's electors, won | 185 | Tilden 184; majority 185");
  // South Carolina's 889 votes: 445 switched.
  assertStringIncludes(
    text,
    "On the returns that Congress accepted, it took 445 of Hayes's voters at least, switched in " +
      "South Carolina, to give Tilden a majority of electors.",
  );
  assertStringIncludes(text, "Colorado held no popular vote");
  assertStringIncludes(
    text,
    "these are the ones that Congress, by its commission's vote of 8 to 7",
  );
});

Deno.test("02: of 1872 it is not said that Greeley's 66 electors cast nothing", async () => {
  const text = await pageText("02", { year: 1872 });
  // Georgia 11, Kentucky 12, Maryland 8, Missouri 15, Tennessee 12 and Texas 8.
  assertStringIncludes(text, "What the 66 electors of Georgia, Kentucky, Maryland, Missouri");
  assertStringIncludes(text, "electoral votes, cast | 286 | Greeley not at hand |");
  assertNotMatch(text, /cast no vote|cast for anybody else/);
});

Deno.test("02: Florida alone is not enough, and Florida with Michigan is", async () => {
  const florida = await pageText("02", { contested: ["FL"] });
  // 232 + 29 = 261.
  assertStringIncludes(florida, "Florida alone would not have given Clinton a majority");
  assertStringIncludes(florida, "would have had 261 of the 270 needed");
  assertNotMatch(florida, /hung on every elector/);
  const both = await pageText("02", { contested: ["FL", "MI"] });
  assertStringIncludes(both, "Only Florida and Michigan all together");
});

Deno.test("02: in 2000 any one of several states was enough", async () => {
  const text = await pageText("02", { year: 2000 });
  assertStringIncludes(text, "Florida (537 votes), New Hampshire (7,211 votes)");
  // Bump's article is of 2016.
  assertNotMatch(text, /Bump/);
  assertNotMatch(text, /in each of/);
});

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
    "Trump would still have won unless Clinton led by more than 22.52 points among Johnson's",
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

Deno.test("04: no zero stands for what is not known in 1876 and 1960", async () => {
  for (const year of [1876, 1960]) {
    const text = await pageText("04", { year });
    assertMatch(text, /Persons eligible to vote by state are not known/);
    assertNotMatch(text, /persons who don't vote [+−]?0\.00/);
  }
});

Deno.test("04: in 1960 the electors of record and those by pluralities are told apart", async () => {
  const text = await pageText("04", { year: 1960 });
  assertStringIncludes(text, "Kennedy and Nixon won 303 to 220 electors");
  assertStringIncludes(text, "298 to 220 electors by the states' votes (of record 303 to 220:");
});

Deno.test("06: another county's page holds Palm Beach to the counties besides it", async () => {
  const text = await pageText("06", { outlier: "Duval" });
  assertStringIncludes(text, "other than Palm Beach z lies between \u22121.12 and 1.65");
  assertMatch(text, /election day gave him \u2212\d+ votes, 95% interval \u2212\d+ to/);
});

Deno.test("07: a report taken to be exact has no range", async () => {
  const text = await pageText("07", { asOf: "2016-11-17", remainingError: 0 });
  assertStringIncludes(text, "3,488,781 | taken to be exact");
});

Deno.test("08: before 1988 nothing is said of the House's delegations", async () => {
  const text = await pageText("08", { year: 1960 });
  // Kennedy won 303 of 537; 303 − 268 = 35 leave him one short of 269.
  assertStringIncludes(text, "To leave nobody with a majority took 35 of Kennedy's");
  assertStringIncludes(text, "in no table here");
  assertNotMatch(text, /Republicans held/);
});

Deno.test("11: of 2000 nothing is said of states whose equipment is not known", async () => {
  const text = await pageText("11", { year: 2000, earlier: 2016, closest: 5 });
  assertStringIncludes(text, "**Can't tell.** None could in Florida");
  assertStringIncludes(text, "of the others it is not known.");
});

Deno.test("11: many states get no third number in the answer, and the rest are named", async () => {
  const text = await pageText("11", { closest: 20 });
  assertStringIncludes(
    text,
    "Paper could settle it in 14 of the 20 closest states, perhaps in Florida, not in the rest",
  );
  assertStringIncludes(
    text,
    "It could not in Pennsylvania, Georgia, Virginia, Texas and Delaware.",
  );
});

Deno.test("04: in 1824 the votes asked for are those that would have given Jackson a majority", async () => {
  const text = await pageText("04", { year: 1824 });
  // 99 electors of the 131 needed: nobody had a majority, and Jackson led both counts.
  assertMatch(text, /would have given Jackson a majority/);
  assertNotMatch(text, /given Adams|give Adams/);
});

Deno.test("02: those who switch are called the winner's voters only where the winner led", async () => {
  // 1860: Lincoln's seconds were Douglas in some states, Breckinridge in others; Breckinridge's
  // cheapest states for a majority include some that Douglas or Bell won.
  const of1860 = await pageText("02", { year: 1860 });
  assertMatch(of1860, /took 18,238 of Lincoln's voters at least, switched in /);
  assertMatch(of1860, /a vote switched to whoever came second there moves/);
  assertMatch(of1860, /To give Breckinridge a majority it took 73,976 in 8 states/);
  const of1948 = await pageText("02", { year: 1948 });
  assertMatch(
    of1948,
    /It took 12,487 of Truman's voters at least, switched in California and Ohio, to leave nobody/,
  );
  assertMatch(of1948, /a majority it took 29,294 in California, Illinois and Ohio/);
});

Deno.test("02 and 04: up to four places are named, districts too", async () => {
  const places = "in Arizona, Georgia, Nebraska's district 2 and Wisconsin";
  assertStringIncludes(await pageText("02", { year: 2020 }), places);
  assertStringIncludes(
    await pageText("04", { year: 2020 }),
    `votes switched to Trump, from Biden's voters, ${places}`,
  );
});

Deno.test("01: a day without a count says that the last one stands for it", async () => {
  assertStringIncludes(
    await pageText("01", { asOf: "2016-12-31" }),
    "on December 20, 2016, the day of the last count at hand, by the Cook tracker",
  );
  assertNotMatch(await pageText("01", {}), /last count/);
});

Deno.test("04: what hangs on a reading depends, and what is arithmetic is counted", async () => {
  assertStringIncludes(
    await pageText("04", { year: 1960 }),
    // The reading of the key table: 318,303 votes in Alabama, those of the strongest pledged elector.
    "**It depends.** Counted one way Kennedy led Nixon by 112,827 votes, another way he trailed by",
  );
  const of1824 = await pageText("04", { year: 1824 });
  // Jackson 151,271 and Adams 113,122 in the states that voted.
  assertStringIncludes(of1824, `Jackson led Adams by ${(151_271 - 113_122).toLocaleString("en")}.`);
  assertStringIncludes(of1824, "from Adams's or Clay's voters, in Illinois, Maryland, Missouri");
  assertStringIncludes(
    await pageText("04", { year: 1888 }),
    "House seats by the census with all who did not or could not vote (+7.59)",
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
});

Deno.test("03: where one state was enough the lead is of its voters", async () => {
  const text = await pageText("03", { year: 2000 });
  // Florida: 537 of 97,488.
  assertStringIncludes(
    text,
    "a lead over Bush of more than 0.55 points among Nader's voters in Florida. " +
      "The lead is counted in points of all of Nader's voters there",
  );
  // Gallup's and the exit poll's figures are national.
  assertStringIncludes(
    text,
    "Every figure at hand is above what was needed, which does not settle it: the figures are " +
      "what some voters told polls of the nation, and not of Florida.",
  );
  assertNotMatch(await pageText("03", { year: 2016 }), /and not of /);
});

Deno.test("04: the title names the two who are compared", async () => {
  const text = await pageText("04", { year: 2000, candidates: "Gore, Nader" });
  assertStringIncludes(
    text,
    "Did Gore win more votes as well as more electors than Nader in 2000?",
  );
});

Deno.test("04: of 1824 the states without a popular vote are named in the answer", async () => {
  const text = await pageText("04", { year: 1824 });
  assertStringIncludes(
    text,
    "No popular vote was held in Delaware, Georgia, Louisiana, New York, South Carolina and Vermont",
  );
});

Deno.test("05: the question names the state that is asked about", async () => {
  const text = await pageText("05", { state: "PA", unit: "county", draws: 199 });
  assertStringIncludes(text, "cost Clinton votes in Pennsylvania? **Can't tell.**");
  assertStringIncludes(text, "32 models that account for 2012 and for who lives there none has");
  assertNotMatch(text.slice(0, 1500), /Of the other two states in the claim|the margin grew by/);
});

Deno.test("05: of Pennsylvania nothing is said that is so of Wisconsin's municipalities", async () => {
  const text = await pageText("05", { state: "PA", unit: "county", draws: 199 });
  // Medians 45,659 and 19,706 votes: machines stood in the large counties.
  assertStringIncludes(text, "The median electronic unit cast 45,659 votes, the median other unit");
  assertNotMatch(text, /Electronic machines stand in small places|[^n] DREs stood in small/);
  assertNotMatch(text, /does not by itself erase|The closer the comparison/);
  assertStringIncludes(text, "The difference by what is held fixed");
  // Three outcomes, each named: 5.35, 5.50 and 3.84.
  assertStringIncludes(text, "Clinton's share of all votes differs by 5.35");
  assertStringIncludes(text, "counties with DREs, alone or beside scanners, for half or more");
  assertStringIncludes(text, "Clinton's two-party share was 3.84");
});

Deno.test("05: the degrees of freedom named are those of the dose by votes", async () => {
  const text = await pageText("05", { weights: "equal", dose: "threshold", draws: 199 });
  // R (clubSandwich): 11.7.
  assertStringIncludes(text, "11.7 for the dose by votes, although there are 72 counties");
});

Deno.test("05: of counties it is said which interval leaves zero out", async () => {
  const text = await pageText("05", { unit: "county", draws: 199 });
  assertStringIncludes(
    text,
    "none has a 95% interval without zero; but a simpler model, of the share of 2016 alone with education",
  );
  assertStringIncludes(text, "how many were cast on them is not known");
});

Deno.test("06: a standard error too wide takes the answer away", async () => {
  const text = await pageText("06", { overdispersion: 12 });
  assertStringIncludes(
    text,
    "**Can't tell.** Palm Beach County's ballot cost Gore an estimated 1,574 votes net, too",
  );
  assertStringIncludes(text, "by standard errors 12 times the binomial ones");
  assertNotMatch(text, /Whatever else moved/);
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
