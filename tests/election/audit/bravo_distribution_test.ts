import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { bravoDistribution, bravoExpectedBallots } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Made by tests/golden/scripts/09_audits.py. */
const audits = golden<{
  bravo_exact_two_candidate: Record<string, {
    asn_formula: number;
    quantiles_relevant: Record<string, number>;
    mean_relevant: number;
    mass: number;
  }>;
}>("audits.json");

for (const [key, expected] of Object.entries(audits.bravo_exact_two_candidate)) {
  Deno.test(`bravoDistribution() is exact for ${key.replace("|", " at risk limit ")}`, () => {
    const [share, limit] = key.split("|").map(Number) as [number, number];
    const winner = Math.round(share * 10_000);
    const contest = { winner, loser: 10_000 - winner, ballots: 10_000 };
    assertAlmostEquals(
      bravoExpectedBallots(contest, limit),
      expected.asn_formula,
      1e-9 * expected.asn_formula,
    );
    const { quantiles, mean, covered } = bravoDistribution(contest, limit);
    for (const [probability, ballots] of Object.entries(expected.quantiles_relevant)) {
      assertEquals(quantiles.get(Number(probability)), ballots, probability);
    }
    assertAlmostEquals(mean, expected.mean_relevant, 1e-9 * mean);
    assertAlmostEquals(covered, expected.mass, 1e-12);
  });
}

Deno.test("bravoDistribution() answers a probability asked for twice once", () => {
  const contest = { winner: 60, loser: 40, ballots: 100 };
  assertEquals(
    bravoDistribution(contest, 0.1, [0.9, 0.5, 0.5]),
    bravoDistribution(contest, 0.1, [0.5, 0.9]),
  );
});

Deno.test("bravoDistribution() adds ballots for neither candidate by their share", () => {
  const plain = bravoDistribution({ winner: 60, loser: 40, ballots: 100 }, 0.1);
  const diluted = bravoDistribution({ winner: 60, loser: 40, ballots: 200 }, 0.1);
  assertEquals(diluted.quantiles.get(0.5), 2 * plain.quantiles.get(0.5)!);
  assertAlmostEquals(diluted.mean, 2 * plain.mean, 1e-9);
  assertThrows(
    () => bravoDistribution({ winner: 5001, loser: 4999, ballots: 10_000 }, 0.1),
    RangeError,
    "margin: found 2, expected one that 20000 ballots",
  );
});
