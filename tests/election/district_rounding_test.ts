import { assertEquals, assertThrows } from "@std/assert";
import { loadContests, loadDistrictReturns } from "../../lib/data/mod.ts";
import { fewestVotes, shareRounding, withinRounding } from "../../lib/election/mod.ts";

Deno.test("shareRounding() tells percentages with one decimal from counts", () => {
  assertEquals(shareRounding(48.1 / 94.3), 0.5 / 943);
  assertEquals(shareRounding(65_853_514 / (65_853_514 + 62_984_828)), 0);
  assertThrows(() => shareRounding(1.2), RangeError, "share: found 1.2");
});

Deno.test("withinRounding() brackets the count of Nebraska's second district in 2020", () => {
  // Nebraska's canvass: Biden 176,468, Trump 154,377; a margin of 22,091, or 11,046 switches.
  const contests = loadContests({ year: 2020 });
  const districts = loadDistrictReturns({ year: 2020 }).toRecords();
  const margins = ["Joe Biden", "Donald Trump"].map((candidate) => {
    const { votes } = withinRounding(contests, districts, candidate)
      .find(({ unit }) => unit === "NE-02")!;
    return votes["Joe Biden"]! - votes["Donald Trump"]!;
  });
  // Half a tenth of about 339,000 votes, on both sides: less than 700 wide.
  assertEquals(margins[0]! > 22_091 && margins[1]! < 22_091, true, margins.join(" "));
  assertEquals(margins[0]! - margins[1]! < 700, true);
  // Wisconsin 20,682, Georgia 11,779 and Arizona 10,457: 10,342, 5,890 and 5,229 switches. With
  // the count's 11,046 they are 32,507.
  const [low, high] = ["Donald Trump", "Joe Biden"].map((candidate) =>
    fewestVotes(withinRounding(contests, districts, candidate), {
      goal: "win",
      candidate: "Donald Trump",
      by: "switching",
    }).votes
  );
  assertEquals(low! <= 32_507 && 32_507 <= high!, true, `${low} ${high}`);
});
