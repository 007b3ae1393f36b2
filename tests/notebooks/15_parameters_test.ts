import { assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

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
  assertStringIncludes(
    over,
    "# Did more of the ballots with more than one choice for president in Palm Beach County choose the Democrat than " +
      "the Republican for the Senate in 2000? **Yes.** 62.1% of these ballots in the county's file",
  );
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

Deno.test("15: the mark is the difference's sign, or open where the ballots that the file lacks could turn it", async () => {
  // Nader 2,473 and 1,664, of 5,565 certified 170 lacking; Browne 216 and 229, of 743 certified 20 lacking.
  const nader = await pageText("15", {});
  assertMatch(
    nader,
    /\*\*Yes\.\*\* 45\.8% of Nader's ballots in the county's file chose the Democrat/,
  );
  assertNotMatch(nader, /could turn a difference/);
  assertStringIncludes(nader, "lacks 170 of Nader's 5,565 certified votes in the county, too few");
  // 809 of 5,565 votes at the shares printed: 537 of 1,182, of 1,421 and of 814.
  assertMatch(
    nader,
    /the votes of 45\.4% of them \(37\.8% to 6[56]\.\d%, by the ballots without a match\)/,
  );
  const browne = await pageText("15", { asked: "browne" });
  assertMatch(browne, /\*\*Can't tell\.\*\* 29\.9% of Browne's ballots/);
  assertStringIncludes(
    browne,
    "lacks 20 of Browne's 743 certified votes in the county, which could turn a difference of 13 ballots;",
  );
});
