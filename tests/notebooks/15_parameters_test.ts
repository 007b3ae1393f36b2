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
