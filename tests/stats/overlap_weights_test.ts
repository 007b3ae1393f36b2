import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import { numeric, overlapWeights } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { problem, reference, variables } from "./wisconsin.ts";

Deno.test("overlapWeights() equals R for Wisconsin, with exact balance", () => {
  // overlap of tests/golden/scripts/08_wi_machines.R.
  const terms = problem(reference.models.f_adj.formula).terms.slice(1);
  const found = overlapWeights({ treated: variables.D!, terms });
  assertClose(found.difference(variables.d2p!), reference.overlap.est, 1e-7);
  assertClose(found.difference(variables.chg!), reference.overlap.est_change, 1e-7);
  assertClose(found.effectiveTreated, reference.overlap.ess_t, 1e-7);
  assertClose(found.effectiveControls, reference.overlap.ess_c, 1e-7);
  for (const { name, standardizedAfter } of found.balance) {
    assert(Math.abs(standardizedAfter) < 1e-8, name);
  }
  assert(found.balance.some(({ standardizedBefore }) => Math.abs(standardizedBefore) > 0.3));
});

Deno.test("overlapWeights() refuses treatment that is not both 0 and 1, or no overlap", () => {
  const x = numeric("x", [1, 2, 3, 4]);
  assertThrows(
    () => overlapWeights({ treated: [1, 1, 1, 1], terms: [x] }),
    RangeError,
    "treated: found 1 for every unit, expected both 0 and 1",
  );
  assertThrows(
    () => overlapWeights({ treated: [0, 2, 1, 0], terms: [x] }),
    RangeError,
    "treated[1]: found 2, expected 0 or 1",
  );
  assertThrows(
    () => overlapWeights({ treated: [0, 0, 1, 1], terms: [x] }),
    RangeError,
    '"x": found that it separates successes from failures, alone or with other columns, expected overlap (the likelihood has n',
  );
});

Deno.test("overlapWeights() standardizes a difference by the root of both groups' mean variance", () => {
  const treated = [1, 1, 1, 0, 0, 0, 0];
  const x = [3, 5, 10, 1, 2, 4, 9];
  const { balance } = overlapWeights({ treated, terms: [numeric("x", x)] });
  // Means 6 and 4; variances (9 + 1 + 16)/2 = 13 and (9 + 4 + 0 + 25)/3 = 38/3.
  assertAlmostEquals(balance[0]!.before, 2, 1e-12);
  assertAlmostEquals(balance[0]!.standardizedBefore, 2 / Math.sqrt((13 + 38 / 3) / 2), 1e-12);
  assertAlmostEquals(balance[0]!.after, 0, 1e-8);
  assertAlmostEquals(balance[0]!.standardizedAfter, 0, 1e-8);
});
