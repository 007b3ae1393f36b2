import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  pathToMajority,
  spoilerUnits,
  transferOf,
  transferVotes,
} from "../../../lib/election/mod.ts";
import spoiler from "../../golden/spoiler.json" with { type: "json" };
import { contests2016, electionOf } from "../units.ts";

Deno.test("pathToMajority() of 2016 equals the reference for each set of candidates", () => {
  const sets = {
    stein: ["Stein"],
    johnson: ["Johnson"],
    stein_johnson: ["Stein", "Johnson"],
    all_other: ["Stein", "Johnson", "McMullin", "Others"],
  };
  for (const [key, without] of Object.entries(sets)) {
    const units = spoilerUnits(contests2016(), {
      beneficiary: "Clinton",
      opponent: "Trump",
      without,
    });
    const path = pathToMajority(units);
    const expected = spoiler.paths_to_270[key as keyof typeof sets] as [number, string, number][];
    assertEquals(
      path.steps.map(({ unit, cumulative }) => [unit, cumulative]),
      expected.map(([, unit, electors]) => [unit, electors]),
    );
    path.steps.forEach(({ netShare }, i) => assertAlmostEquals(netShare, expected[i]![0], 5e-7));
    assertEquals([path.start, path.majority, path.reachesMajority], [232, 270, true]);
    assertEquals(path.netShare, path.steps.at(-1)!.netShare);
  }
});

Deno.test("pathToMajority() of 1992 needs the twelfth state, Iowa at 0.321390 of Perot's votes", () => {
  const units = spoilerUnits(electionOf("1992").contests, {
    beneficiary: "Bush",
    opponent: "Clinton",
    without: ["Perot"],
  });
  const path = pathToMajority(units);
  assertEquals(path.start, spoiler.perot_1992.bush_ev);
  assertEquals(
    path.steps.map(({ unit, netShare, cumulative }) => [unit, netShare, cumulative]),
    spoiler.perot_1992.path.map((
      { state, net_share, cum_ev_bush },
    ) => [state, net_share, cum_ev_bush]),
  );
  assertAlmostEquals(path.netShare!, 0.32139, 5e-7);
});

Deno.test("pathToMajority() says when no share is enough, and stops at those below 1", () => {
  const units = spoilerUnits([
    { unit: "A", electors: 5, votes: { X: 50, Y: 40, Z: 10 } }, // tie at best
    { unit: "B", electors: 4, votes: { X: 40, Y: 50, Z: 10 } },
  ], { beneficiary: "Y", opponent: "X", without: ["Z"] });
  const path = pathToMajority(units);
  assertEquals([path.start, path.steps, path.reachesMajority, path.netShare], [
    4,
    [],
    false,
    undefined,
  ]);
});

Deno.test("pathToMajority() counts a unit that a candidate taken out had won", () => {
  const contests = [
    { unit: "A", electors: 5, votes: { X: 20, Y: 30, Z: 50 } },
    { unit: "B", electors: 4, votes: { X: 60, Y: 30, Z: 10 } },
  ];
  const path = pathToMajority(
    spoilerUnits(contests, { beneficiary: "Y", opponent: "X", without: ["Z"] }),
  );
  assertEquals([path.start, path.netShare], [5, 0]);
});

Deno.test("pathToMajority() agrees with transferVotes() on both sides of every step", () => {
  const question = { beneficiary: "Clinton", opponent: "Trump", without: ["Stein", "Johnson"] };
  const units = spoilerUnits(contests2016(), question);
  const { steps, start } = pathToMajority(units, { all: true });
  assertEquals(steps.length, spoiler.flip_sets_2016.stein_johnson_all_to_clinton.states.length);
  const electors = (share: number) =>
    transferVotes(units, question, transferOf(share)).electors["Clinton"];
  steps.forEach(({ netShare, cumulative }, i) => {
    assertEquals(electors(netShare + 1e-6), cumulative);
    assertEquals(electors(netShare - 1e-6), steps[i - 1]?.cumulative ?? start);
  });
});

Deno.test("pathToMajority() ends with the unit that completes the majority, and counts on only if asked", () => {
  const three = spoilerUnits(
    ["A", "B", "C"].map((unit, i) => ({ unit, electors: 2, votes: { X: 40, Y: 41 + i, Z: 20 } })),
    { beneficiary: "X", opponent: "Y", without: ["Z"] },
  );
  const at = (majority: number, all = false) => {
    const { steps, netShare, reachesMajority, start } = pathToMajority(three, { majority, all });
    return [start, steps.length, netShare, reachesMajority];
  };
  // Leads of 1, 2 and 3 of 20 votes.
  assertEquals(at(1), [0, 1, 0.05, true]);
  assertEquals(at(2), [0, 1, 0.05, true]);
  assertEquals(at(3), [0, 2, 0.1, true]);
  assertEquals(at(4), [0, 2, 0.1, true]);
  assertEquals(at(4, true), [0, 3, 0.1, true]);
  assertEquals(at(6), [0, 3, 0.15, true]);
  assertEquals(at(7), [0, 3, undefined, false]);
  // Who has the majority needs nothing; a tie is gained by a share of 0, a lead of all third votes by none.
  const others = spoilerUnits([
    { unit: "A", electors: 3, votes: { X: 40, Y: 30, Z: 5 } },
    { unit: "B", electors: 2, votes: { X: 40, Y: 40, Z: 5 } },
    { unit: "C", electors: 2, votes: { X: 40, Y: 45, Z: 5 } },
  ], { beneficiary: "X", opponent: "Y", without: ["Z"] });
  const held = pathToMajority(others, { majority: 3 });
  assertEquals([held.start, held.steps, held.netShare], [3, [], 0]);
  const tied = pathToMajority(others, { majority: 5, all: true });
  assertEquals(tied.steps.map(({ unit, netShare }) => [unit, netShare]), [["B", 0]]);
});
