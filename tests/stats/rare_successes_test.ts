/** The beta-binomial model where successes, or failures, are rare. */
import { assertEquals, assertThrows } from "@std/assert";
import { betaBinomialFit } from "tallybook/stats";
import { assertClose } from "./close.ts";

Deno.test("betaBinomialFit() has the maximum likelihood of three successes in 100,000, and of as many failures", () => {
  // Roots of the derivatives, with mpmath at 40 digits.
  const fits: [successes: number[], trials: number, mean: number, correlation: number][] = [
    [[3, 0, 1, 9], 1e5, 3.24998796137406e-5, 3.69154096657038e-5],
    [[3, 1, 1, 40], 1e6, 1.12500079003516e-5, 2.20818059472997e-5],
  ];
  for (const [successes, each, mean, correlation] of fits) {
    const trials = successes.map(() => each);
    const rare = betaBinomialFit({ successes, trials });
    assertClose(rare.means["all units"]!, mean, 1e-5);
    assertClose(rare.correlation, correlation, 1e-4);
    const common = betaBinomialFit({ successes: successes.map((s) => each - s), trials });
    assertClose(common.means["all units"]!, 1 - mean, 1e-9);
    assertClose(common.correlation, correlation, 1e-4);
  }
});

Deno.test("betaBinomialFit() refuses a group's share nearer than 1e-5 to 0 or 1, and says which group", () => {
  const fit = (successes: number[], groups?: string[]) =>
    betaBinomialFit({ successes, trials: successes.map(() => 1e6), ...(groups ? { groups } : {}) });
  const refused = (found: number, group = "all units") =>
    `share of successes, ${group}: found ${found}, expected 0, 1, or from 0.00001 to 0.99999`;
  assertThrows(() => fit([19, 0]), RangeError, refused(0.0000095));
  assertThrows(() => fit([1e6, 999_981]), RangeError, refused(0.9999905));
  assertThrows(
    () => fit([400_000, 500_000, 9, 9], ["A", "A", "B", "B"]),
    RangeError,
    refused(0.000009, "B"),
  );
  // A group with one outcome alone says nothing, and its share is exact.
  const { means } = fit([400_000, 500_000, 0, 0], ["A", "A", "B", "B"]);
  assertEquals(means["B"], 0);
  assertClose(fit([20, 0]).means["all units"]!, 1e-5, 1e-4);
});
