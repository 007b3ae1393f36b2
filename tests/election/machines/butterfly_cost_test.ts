import { assertEquals, assertThrows } from "@std/assert";
import { loadPalmBeachBallots } from "tallybook/data";
import { BUTTERFLY_OVERDISPERSION, butterflyCost } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden } from "../../stats/golden.ts";

// tests/golden/scripts/25_florida_layout.R, from the cells of the precincts.
const reference = golden("florida_layout");
const ballots = loadPalmBeachBallots();

Deno.test("butterflyCost() equals R for each choice for the Senate, and for all", () => {
  const { net, error, lower, upper, parts } = butterflyCost(ballots);
  assertEquals(parts.map(({ choice }) => choice), ["nelson", "mccollum", "others"]);
  for (const part of parts) {
    const expected = reference.by_senate[part.choice === "others" ? "other" : part.choice];
    assertClose(part.excess, expected.excess, 1e-11);
    assertClose(part.excessError, expected.error, 1e-11);
    assertClose(part.electionDay, expected.day, 1e-12);
    assertClose(part.absentee, expected.absentee, 1e-12);
    assertClose(part.lean, expected.lean, 1e-12);
    assertClose(part.net, expected.excess * expected.lean, 1e-11);
  }
  assertClose(net, reference.net.votes, 1e-11);
  assertClose(error, reference.net.error, 1e-11);
  assertClose(lower, reference.net.votes - 1.96 * reference.net.error, 1e-11);
  assertClose(upper, reference.net.votes + 1.96 * reference.net.error, 1e-11);
});

Deno.test("butterflyCost() widens with the factor alone, which is the study's unless one is given", () => {
  const binomial = butterflyCost(ballots, { overdispersion: 1 });
  assertClose(binomial.error, reference.net.error / 3.81, 1e-11);
  assertClose(binomial.net, reference.net.votes, 1e-11);
  assertEquals(BUTTERFLY_OVERDISPERSION, 3.81);
});

/** One part's ballots: Buchanan's, Gore's and Bush's on election day, and Buchanan's of 100 absentee ones. */
const cast = (senate: string, [buchanan, gore, bush]: readonly number[], absentee: number) => [
  { part: "election day", president: "buchanan", senate, ballots: buchanan! },
  { part: "election day", president: "gore", senate, ballots: gore! },
  { part: "election day", president: "bush", senate, ballots: bush! },
  { part: "absentee", president: "buchanan", senate, ballots: absentee },
  { part: "absentee", president: "gore", senate, ballots: 100 - absentee },
];

Deno.test("butterflyCost() leaves out ballots without a valid vote, and takes writeins and nobody together", () => {
  const found = butterflyCost([
    // 10 of 1,000 and 0 of 100: 10 votes too many, of which Gore lost (792 − 198) / 990 = 0.6.
    ...cast("nelson", [10, 792, 198], 0),
    // As many as by mail: none too many.
    ...cast("mccollum", [10, 90, 900], 1),
    // 20 + 20 of 2,000 against 2 of 200: 20 too many, and Bush leads among the others by 980 of 1,960.
    ...cast("under", [20, 245, 735], 2),
    ...cast("writein", [20, 245, 735], 0),
    { part: "election day", president: "over", senate: "nelson", ballots: 500 },
    { part: "absentee", president: "under", senate: "nelson", ballots: 500 },
  ]);
  assertEquals(found.parts.map(({ net }) => net), [6, 0, -10]);
  assertEquals(found.net, -4);
});

Deno.test("butterflyCost() refuses ballots that can't say what these voters wanted", () => {
  const rest = [...cast("mccollum", [1, 2, 3], 1), ...cast("logan", [1, 2, 3], 1)];
  assertThrows(
    () => butterflyCost([...cast("nelson", [5, 0, 0], 1), ...rest]),
    RangeError,
    "Cannot estimate what the butterfly ballot cost: voters of election day who chose nelson for the Senate: " +
      `found "no valid vote but Buchanan's", expected some that say what these voters wanted`,
  );
  assertThrows(
    () =>
      butterflyCost([{ part: "election-day", president: "gore", senate: "nelson", ballots: 1 }]),
    RangeError,
    'found "election-day", expected one of "election day", "absentee"; nearest: "election day"',
  );
  // No absentee ballot of that choice.
  assertThrows(
    () => butterflyCost([...cast("nelson", [5, 1, 0], 1).slice(0, 3), ...rest]),
    RangeError,
  );
});
