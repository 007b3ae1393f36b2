import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { closingAGap, netGain, preferenceOfAddedVoters } from "tallybook/election";
import { goldenRows } from "../../golden/read.ts";

const states2016 = goldenRows("ec_state_votes_1976_2024.csv").filter((row) => row.year === "2016");

Deno.test("closingAGap() of 2016 in California, New York and Florida takes 9.2% of their votes", () => {
  const cast = states2016.filter((row) => ["CA", "NY", "FL"].includes(row.state_po!))
    .reduce((sum, row) => sum + Number(row.total), 0);
  assertEquals(cast, 31_323_085);
  const { netVotes, shareOfVotes } = closingAGap(2_868_686, cast);
  assertEquals(netVotes, 2_868_687);
  assertAlmostEquals(shareOfVotes, 0.0916, 0.00005);
});

Deno.test("preferenceOfAddedVoters() and netGain() are each other's inverse", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      (net, growth) => {
        const preference = preferenceOfAddedVoters(net, 10_000, growth);
        if (preference === null) assert(netGain(10_000, growth, 1) < net);
        else assertAlmostEquals(netGain(10_000, growth, preference), net, 1e-8);
      },
    ),
    { seed: 9 },
  );
});

Deno.test("closingAGap() needs more than the gap", () => {
  // Ten behind: eleven net votes, or six who switch (each counts twice: 12 > 10; five only tie).
  assertEquals(closingAGap(10, 100), { netVotes: 11, shareOfVotes: 0.11, switches: 6 });
  assertThrows(
    () => closingAGap(1.5, 100),
    RangeError,
    "gap: found 1.5, expected a whole number of at least 0",
  );
  assertThrows(
    () => preferenceOfAddedVoters(1, 100, 0),
    RangeError,
    "growth: found 0, expected a finite number of more than 0 and at most 1000000",
  );
});

Deno.test("netGain() and preferenceOfAddedVoters() answer from one vote on and up to a millionfold growth", () => {
  assertEquals(netGain(1, 0, 1), 0);
  assertEquals(netGain(1, 1e6, 1), 1e6);
  assertEquals(preferenceOfAddedVoters(0, 1, 1e6), 0.5);
  assertEquals(preferenceOfAddedVoters(1, 1, 1), 1);
  assertEquals(closingAGap(0, 1), { netVotes: 1, shareOfVotes: 1, switches: 1 });
  for (
    const call of [
      () => netGain(0, 0.1, 0.5),
      () => netGain(1, -0.001, 0.5),
      () => netGain(1, 1e6 + 1, 0.5),
      () => preferenceOfAddedVoters(0, 0, 1),
      () => preferenceOfAddedVoters(0, 1, 1e6 + 1),
      () => preferenceOfAddedVoters(0, 1, 0),
      () => closingAGap(0, 0),
    ]
  ) assertThrows(call, RangeError, "Cannot ");
});
