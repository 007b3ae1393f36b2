import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { binomialTail, minervaFirstRound, minervaRisk, minervaStopsAt } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Made by tests/golden/scripts/09_audits.py. */
const audits = golden<{
  checked_vectors: {
    minerva_r1_kmin_60_100: number;
    minerva_first_round_90: Record<string, number>;
    "minerva_first_round_0.5040799": number;
    ga2020_minerva_p: number;
  };
  states_2016: Record<string, Record<string, number>>;
}>("audits.json");
const { checked_vectors: vectors, states_2016: states } = audits;

Deno.test("minervaStopsAt() of 100 ballots at 60% is the published 58", () => {
  assertEquals(minervaStopsAt(100, 0.6, 0.1), vectors.minerva_r1_kmin_60_100);
  assertEquals(minervaStopsAt(5, 0.6, 0.1), null);
});

Deno.test("minervaRisk() gives the published risk of Georgia's Senate audit of 2020", () => {
  const share = 2_453_876 / (2_453_876 + 2_358_432);
  assertAlmostEquals(minervaRisk(8900, 17_605, share), vectors.ga2020_minerva_p, 1e-11);
});

Deno.test("minervaFirstRound() reaches its chance and its predecessor does not", () => {
  for (const [share, drawn] of Object.entries(vectors.minerva_first_round_90)) {
    const round = minervaFirstRound(Number(share), 0.1);
    assertEquals(round.drawn, drawn);
    assert(round.chance >= 0.9);
    const before = minervaStopsAt(drawn - 1, Number(share), 0.1)!;
    assert(binomialTail(before, drawn - 1, Number(share)) < 0.9);
  }
  assertEquals(
    minervaFirstRound(0.5040799, 0.1).drawn,
    vectors["minerva_first_round_0.5040799"],
  );
});

Deno.test("minervaFirstRound() sizes the first rounds of close states of 2016", () => {
  for (const state of ["WI", "FL", "AZ", "NC", "ME"]) {
    const { share_two: share, "minerva_first_round_90_alpha.1_relevant": drawn } = states[state]!;
    assertEquals(minervaFirstRound(share!, 0.1).drawn, drawn, state);
  }
});

Deno.test("minervaRisk() refuses more ballots for the winner than drawn", () => {
  assertThrows(() => minervaRisk(5, 4, 0.6), RangeError, "at most 4");
});
