import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { loadPalmBeachPatterns, palmBeachLikeness } from "tallybook/data";
import { alikeShare } from "tallybook/election";

Deno.test("alikeShare() of Palm Beach's Nader ballots and overvotes is that of pandas", () => {
  // pandas: pivot_table() by the nine columns, a * g / (g + b) summed over the groups with g + b > 0.
  const patterns = loadPalmBeachPatterns().toRecords();
  const parties = ["Democrat", "Republican"] as const;
  const nader = alikeShare(palmBeachLikeness(patterns), "Green", parties);
  assertEquals([nader.matched, nader.alone], [4233, 244]);
  assertAlmostEquals(nader.share, 0.6061788320085647, 1e-12);
  assertAlmostEquals(nader.lower, 0.5731416117695454, 1e-12);
  assertAlmostEquals(nader.upper, 0.6276423935430544, 1e-12);
  const day = patterns.filter(({ voted }) => voted === "election day");
  const over = alikeShare(palmBeachLikeness(day), "Overvote", parties);
  assertEquals([over.matched, over.alone], [13_250, 740]);
  assertAlmostEquals(over.share, 0.7972773628984355, 1e-12);
  assertAlmostEquals(over.lower, 0.7551054366264668, 1e-12);
  assertAlmostEquals(over.upper, 0.8080003615728572, 1e-12);
});

Deno.test("alikeShare() weighs each group by the ballots asked about", () => {
  // 1 of 2 to A where nine are alike, all to A where one is: (4.5 + 1) / 10.
  const rows = [
    { like: "x", choice: "A", ballots: 5 },
    { like: "x", choice: "B", ballots: 5 },
    { like: "x", choice: "C", ballots: 9 },
    { like: "y", choice: "A", ballots: 100 },
    { like: "y", choice: "C", ballots: 1 },
    { like: "y", choice: "D", ballots: 7 },
  ];
  assertAlmostEquals(alikeShare(rows, "C", ["A", "B"]).share, 0.55, 1e-12);
  assertAlmostEquals(alikeShare(rows, "C", ["B", "A"]).share, 0.45, 1e-12);
});

Deno.test("alikeShare() refuses a choice without a like, a choice that is none, and counts that are none", () => {
  const rows = [
    { like: "x", choice: "C", ballots: 2 },
    { like: "y", choice: "A", ballots: 3 },
    { like: "y", choice: "B", ballots: 1 },
  ];
  const refused = (asked: string, between: readonly [string, string], words: string): void => {
    const message = `Cannot divide ballots as those alike: ${words}`;
    assertThrows(() => alikeShare(rows, asked, between), RangeError, message);
  };
  refused("C", ["A", "B"], 'choice asked about: found "C", expected a choice with ballots');
  refused("c", ["A", "B"], 'choice asked about: found "c", expected one of "C", "A", "B"');
  refused("A", ["B", "b"], 'choices between[1]: found "b", expected one of "C"');
  refused("A", ["B", "B"], 'choices between[1]: found "B", expected one of "C"');
  refused("A", ["A", "B"], 'choices between[0]: found "A", expected one of "C", "B"');
  rows[0]!.ballots = -1;
  refused("C", ["A", "B"], "ballots[0].ballots: found -1");
});
