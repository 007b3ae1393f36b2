import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { breakEven, preferenceNeeded, turnoutNeeded } from "../../../lib/election/mod.ts";
import spoiler from "../../golden/spoiler.json" with { type: "json" };

interface Reference {
  margin: number;
  T: number;
  net_share_needed: number | null;
  p_needed_if_all_vote: number | null;
  feasible: boolean;
  min_votes_net: number;
  min_turnout_share_v_if_p?: Record<string, number | null>;
}

function assertEqualsReference(expected: Reference): void {
  const found = breakEven(expected.margin, expected.T);
  assertEquals(found.feasible, expected.feasible);
  assertEquals(found.netVotes, expected.min_votes_net);
  if (expected.net_share_needed === null) {
    assertEquals(found.netShare, Infinity);
  } else {
    assertEquals(found.netShare, expected.net_share_needed);
    assertEquals(found.preferenceIfAllVote, expected.p_needed_if_all_vote);
  }
  for (const [p, v] of Object.entries(expected.min_turnout_share_v_if_p ?? {})) {
    const turnout = turnoutNeeded(found.netShare, Number(p));
    assertEquals(turnout === undefined, v === null);
    if (v !== null) assertAlmostEquals(turnout as number, v, 1e-15);
  }
}

Deno.test("breakEven() equals the reference for all states and sets of candidates of 2016", () => {
  const states = spoiler.states_2016 as unknown as Record<string, Record<string, Reference>>;
  let compared = 0;
  for (const state of Object.values(states)) {
    for (const set of ["stein", "johnson", "stein_johnson", "all_other"]) {
      assertEqualsReference(state[set]!);
      compared++;
    }
  }
  assertEquals(compared, 51 * 4);
});

Deno.test("breakEven() equals the reference for Nader and Buchanan 2000 and Perot 1992", () => {
  for (const expected of Object.values(spoiler.other_years)) assertEqualsReference(expected);
  for (const { margin, perot, net_share, p_needed } of spoiler.perot_1992.path) {
    const found = breakEven(margin, perot);
    assertEquals([found.netShare, found.preferenceIfAllVote], [net_share, p_needed]);
  }
});

Deno.test("turnoutNeeded() for Florida 2000 at 60 to 40 is 2.754 percent, New Hampshire has none", () => {
  const { "2000 FL NADER": florida, "2000 NH NADER": hampshire } = spoiler.other_years;
  assertAlmostEquals(turnoutNeeded(florida.net_share_needed, 0.6)!, 0.02754185, 1e-8);
  assertEquals(turnoutNeeded(hampshire.net_share_needed, 0.6), undefined);
  assertAlmostEquals(preferenceNeeded(hampshire.net_share_needed, 1)!, 0.662425, 5e-7);
});

Deno.test("turnoutNeeded() and preferenceNeeded() reach to nobody and to all, and not beyond", () => {
  assertEquals([turnoutNeeded(0, 0.75), turnoutNeeded(0.5, 0.75)], [0, 1]);
  // A tie needs nobody, whomever they would prefer.
  assertEquals([0.25, 0.5].map((preference) => turnoutNeeded(0, preference)), [0, 0]);
  assertEquals([turnoutNeeded(-0.001, 0.75), turnoutNeeded(0.501, 0.75)], [undefined, undefined]);
  assertEquals([preferenceNeeded(-0.25, 0.25), preferenceNeeded(0.25, 0.25)], [0, 1]);
  assertEquals([preferenceNeeded(-0.251, 0.25), preferenceNeeded(0.251, 0.25)], [
    undefined,
    undefined,
  ]);
});

Deno.test("turnoutNeeded() and preferenceNeeded() are inverse and lie on v(2p − 1) = g*", () => {
  const share = fc.double({ min: -1, max: 1, noNaN: true });
  const turnout = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(fc.property(share, turnout, (netShare, v) => {
    const p = preferenceNeeded(netShare, v);
    if (p === undefined) {
      assert(Math.abs(netShare) > v * (1 - 1e-12));
      return;
    }
    assertAlmostEquals(v * (2 * p - 1), netShare, 1e-12);
    if (Math.abs(netShare) > 1e-6 && v < 0.999) {
      assertAlmostEquals(turnoutNeeded(netShare, p)!, v, 1e-9);
    }
  }));
});

Deno.test("breakEven() is a tie at its share: a hair more changes hands, a hair less does not", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 1, max: 1e6 }),
      (lead, third) => {
        const { netShare, feasible } = breakEven(lead, third);
        assertEquals(feasible, netShare < 1);
        assert(lead - third * netShare * (1 + 1e-9) < 0);
        assert(lead - third * netShare * (1 - 1e-9) > 0);
      },
    ),
  );
});

Deno.test("breakEven() without third-party votes is out of reach, or already won", () => {
  assertEquals([breakEven(5, 0).netShare, breakEven(5, 0).feasible], [Infinity, false]);
  assertEquals(breakEven(0, 0).netShare, Infinity); // a tie that nobody can break
  assertEquals([breakEven(-5, 0).netShare, breakEven(-5, 0).feasible], [-Infinity, true]);
});

Deno.test("breakEven(), preferenceNeeded() and turnoutNeeded() refuse what is not a share", () => {
  assertThrows(() => breakEven(5, -1), RangeError, "votes of the third candidates: found -1");
  assertThrows(() => preferenceNeeded(0.1, 0), RangeError, "found 0");
  assertThrows(() => turnoutNeeded(0.1, 1.2), RangeError, "found 1.2");
});

Deno.test("breakEven() refuses a lead that is no number of votes", () => {
  for (const lead of [NaN, Infinity]) {
    assertThrows(() => breakEven(lead, 100), RangeError, `lead: found ${lead}`);
  }
});
