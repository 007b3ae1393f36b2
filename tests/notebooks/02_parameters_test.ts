import { assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("02: in 1876 Colorado's three electors stay with Hayes", async () => {
  const text = await pageText("02", { year: 1876 });
  assertStringIncludes(text, "Hayes's electors, won | 185 | Tilden 184; majority 185");
  // South Carolina's 889 votes: 445 switched.
  assertStringIncludes(
    text,
    "On the returns that Congress accepted, 445 of Hayes's voters, switched in South Carolina, " +
      "would have given Tilden a majority of electors.",
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

Deno.test("02: those who switch are called the winner's voters only where the winner led", async () => {
  // 1860: Lincoln's seconds were Douglas in some states, Breckinridge in others; Breckinridge's
  // cheapest states for a majority include some that Douglas or Bell won.
  const of1860 = await pageText("02", { year: 1860 });
  assertMatch(of1860, /18,238 of Lincoln's voters, switched in /);
  assertMatch(of1860, /a vote switched to whoever came second there moves/);
  assertMatch(of1860, /; a majority for Breckinridge took 73,976, in 8 states;/);
  const of1948 = await pageText("02", { year: 1948 });
  assertMatch(
    of1948,
    /12,487 of Truman's voters, switched to Dewey in California and Ohio, would have left nobody/,
  );
  assertMatch(of1948, /; a majority for Dewey took 29,294, in California, Illinois and Ohio;/);
});

Deno.test("02: up to four places are named, districts too", async () => {
  assertStringIncludes(
    await pageText("02", { year: 2020 }),
    "in Arizona, Georgia, Nebraska's district 2 and Wisconsin",
  );
});

Deno.test("02: a number that is exact is said as it is, and at least", async () => {
  // Arizona 10,457, Georgia 11,779 and Wisconsin 20,682: halves and one, 5,229 + 5,890 + 10,342.
  const text = await pageText("02", { year: 2020 });
  assertStringIncludes(text, "21,461 of Biden's voters, switched to Trump in Arizona");
  assertStringIncludes(text, "by each in the table above Wisconsin is the tipping point");
  assertNotMatch(text, /took about/);
});

Deno.test("02: margins over an opponent are his, though another came second there", async () => {
  // New York 1860: Lincoln 362,646 of 675,156 votes, and none for Breckinridge, who shared a ticket with others.
  const text = await pageText("02", { year: 1860 });
  assertStringIncludes(text, "completed, NY | +53.71 points");
  assertMatch(text, /all votes in the denominator NY \+53\.713 points/);
  assertStringIncludes(text, "no votes for Breckinridge in New York are in the tables");
  // Illinois 1892: Cleveland led Harrison there by more of all votes than in the nation, and by less of the two's.
  assertStringIncludes(
    await pageText("02", { year: 1892 }),
    "by another definition in the table the sign is the other",
  );
});
