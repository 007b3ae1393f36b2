import { assert, assertEquals, assertThrows } from "@std/assert";
import { binomialTail, minervaFirstRound, minervaStopsAt } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Made by tests/golden/scripts/09_audits.py. */
const { checked_vectors: vectors, states_2016: states } = golden<{
  checked_vectors: {
    minerva_first_round_90: Record<string, number>;
    "minerva_first_round_0.5040799": number;
  };
  states_2016: Record<string, Record<string, number>>;
}>("audits.json");

/** A contest with that share for the winner, in ten millions. */
function contestOf(share: number) {
  const winner = Math.round(1e7 * share);
  return { winner, loser: 1e7 - winner, ballots: 1e7 };
}

Deno.test("minervaFirstRound() reaches its chance and its predecessor does not", () => {
  for (const [share, drawn] of Object.entries(vectors.minerva_first_round_90)) {
    const round = minervaFirstRound(contestOf(Number(share)), 0.1)!;
    assertEquals(round.drawn, drawn);
    assert(round.chance >= 0.9);
    const before = minervaStopsAt(drawn - 1, Number(share), 0.1)!;
    assert(binomialTail(before, drawn - 1, Number(share)) < 0.9);
  }
  const narrow = minervaFirstRound(contestOf(0.5040799), 0.1)!;
  assertEquals(narrow.drawn, vectors["minerva_first_round_0.5040799"]);
});

Deno.test("minervaFirstRound() of thousands is the first that reaches its chance, as SciPy finds by trying all", () => {
  // binom.sf() for every size from 1,000 on and every count.
  const wide = minervaFirstRound(contestOf(0.53), 0.05)!;
  assertEquals([wide.drawn, wide.stopsAt], [2480, 1283]);
  const close = minervaFirstRound(contestOf(0.52), 0.1)!;
  assertEquals([close.drawn, close.stopsAt], [4301, 2195]);
});

Deno.test("minervaFirstRound() sizes the first rounds of close states of 2016", () => {
  for (const state of ["WI", "FL", "AZ", "NC", "ME"]) {
    const row = states[state]!;
    const contest = { winner: row.W!, loser: row.L!, ballots: row.valid_total! };
    const round = minervaFirstRound(contest, 0.1)!;
    assertEquals(round.drawn, row["minerva_first_round_90_alpha.1_relevant"], state);
    assertEquals(round.ballots, row.minerva_first_round_ballots, state);
    assertEquals(round.stopsAt, minervaStopsAt(round.drawn, row.W! / (row.W! + row.L!), 0.1));
  }
});

Deno.test("minervaFirstRound() answers that all must be counted where a round would exceed them", () => {
  const florida = { winner: 2_912_790, loser: 2_912_253, ballots: 5_963_110 };
  assertEquals(minervaFirstRound(florida, 0.05), null);
  // 173 ballots at 60 percent (above): as many as there are is a full count, one more is not.
  assertEquals(minervaFirstRound({ winner: 102, loser: 68, ballots: 300 }, 0.1), null);
  const enough = minervaFirstRound({ winner: 108, loser: 72, ballots: 300 }, 0.1)!;
  assertEquals([enough.drawn, enough.ballots], [173, Math.ceil(173 * 300 / 180)]);
});

Deno.test("minervaFirstRound() of a unanimous contest needs as few as make a tie unlikely", () => {
  // ½^5 = .031 ≤ .05 and ½^4 = .0625 > .05.
  const round = minervaFirstRound({ winner: 100, loser: 0, ballots: 100 }, 0.05)!;
  assertEquals([round.drawn, round.stopsAt, round.chance], [5, 5, 1]);
});

Deno.test("minervaFirstRound() with a greater chance or a smaller limit is larger", () => {
  const contest = contestOf(0.52);
  const drawn = (limit: number, chance: number) =>
    minervaFirstRound(contest, limit, { chance })!.drawn;
  assert(drawn(0.05, 0.9) > drawn(0.1, 0.9));
  assert(drawn(0.05, 0.95) > drawn(0.05, 0.9));
});

Deno.test("minervaFirstRound() refuses reports and options that cannot be", () => {
  const contest = contestOf(0.6);
  assertThrows(
    () => minervaFirstRound({ ...contest, ballots: 10 }, 0.1),
    RangeError,
    "ballots cast: found 10",
  );
  assertThrows(() => minervaFirstRound(contest, 0), RangeError, "risk limit: found 0");
  assertThrows(() => minervaFirstRound(contest, 0.1, { chance: 1 }), RangeError, "chance: found 1");
  assertThrows(
    () => minervaFirstRound(contest, 0.1, { chanse: 0.8 } as never),
    RangeError,
    'nearest: "chance"',
  );
});
