import { assertEquals } from "@std/assert";
import { centralBeta } from "../../lib/stats/central_beta.ts";
import { assertClose } from "./close.ts";

Deno.test("centralBeta() is the binomial tail summed with 40 digits, off the middle and of a skewed share", () => {
  // mpmath: the sum from a on of the chances of a successes in a + b − 1 trials.
  assertClose(centralBeta(0.5, 5_000_050_000, 4_999_950_000)!, 0.158655253919358515, 1e-12);
  assertClose(centralBeta(0.3, 2_999_940_000, 7_000_060_000)!, 0.904785782913185325, 1e-12);
  assertClose(centralBeta(0.01, 2_200_740, 217_799_260)!, 0.308124980928659089, 1e-10);
  // Seven standard deviations out, of four million million trials.
  assertClose(centralBeta(0.5, 2_000_007_000_000, 1_999_993_000_001)!, 1.27981711119e-12, 1e-9);
});

Deno.test("centralBeta() leaves small variances and far tails to others", () => {
  assertEquals(centralBeta(0.5, 4e6, 4e6), undefined);
  assertEquals(centralBeta(0.5, 5e9 + 4e5, 5e9 - 4e5), undefined);
});
