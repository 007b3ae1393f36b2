import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { dosePermutationTest, factor, leastSquares, numeric } from "tallybook/stats";
import { shuffles } from "../../lib/stats/permuted_orders.ts";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";
import { county, problem, reference, variables } from "./wisconsin.ts";

// numpy: every order refitted; for Wisconsin 20,000 orders around the fit with county effects.
const { dose, wisconsin } = golden("resampling_and_space");

Deno.test("dosePermutationTest() lists every order within groups, as refitting each does", () => {
  for (const expected of dose.cases) {
    const found = dosePermutationTest({
      outcome: dose.outcome,
      dose: dose.dose,
      groups: dose.groups,
      terms: [numeric("z", dose.z)],
      ...(expected.weighted ? { weights: dose.w } : {}),
    }, { permute: expected.permute });
    assertClose(found.coefficient, expected.coefficient, 1e-10);
    assertClose(found.partialCorrelation, expected.partial, 1e-10);
    assertEquals([found.method, found.orders, found.extreme], ["exact", 144, expected.extreme]);
    assertEquals(found.pValue, expected.extreme / 144);
  }
});

Deno.test("dosePermutationTest() finds Wisconsin's dose unlikely, and likely once size is held fixed", () => {
  const all = problem(reference.models.j_dose_fe.formula);
  const held = all.terms.filter(({ name }) => name !== "dre" && name !== "county");
  const size = [1, 2, 3].map((power) =>
    numeric(`size ${power}`, variables.l10v!.map((value) => value ** power))
  );
  for (const [name, terms] of [["held", held], ["size", [...held, ...size]]] as const) {
    const expected = wisconsin[name];
    const found = dosePermutationTest(
      { outcome: all.outcome, dose: variables.dre!, groups: county, terms },
      { draws: 4_000, seed: 20161108 },
    );
    assertClose(found.coefficient, expected.coefficient, 1e-7);
    const error = Math.sqrt(expected.p * (1 - expected.p) * (1 / 4_000 + 1 / expected.draws));
    assert(Math.abs(found.pValue - expected.p) < 4 * error + 1 / 4_000, `${name} ${found.pValue}`);
  }
  assert(wisconsin.held.p < 0.003 && wisconsin.size.p > 0.15);
});

Deno.test("dosePermutationTest() counts groups of two and more, and their units", () => {
  // A unit alone in its group has no other to change with.
  const found = dosePermutationTest({
    outcome: [1, 3, 2, 7, 5, 9],
    dose: [0, 1, 0, 1, 0.5, 1],
    groups: ["a", "a", "b", "b", "b", "c"],
  });
  // 2! orders in one group times 3! in the other.
  assertEquals([found.groups, found.n, found.orders], [2, 5, 12]);
});

Deno.test("dosePermutationTest() ignores terms that groups determine", () => {
  const base = { outcome: dose.outcome, dose: dose.dose, groups: dose.groups };
  const constant = numeric("north", dose.groups.map((g: string) => (g === "a" ? 1 : 0)));
  assertEquals(
    dosePermutationTest({ ...base, terms: [constant] }).pValue,
    dosePermutationTest(base).pValue,
  );
  assertEquals(
    dosePermutationTest({ ...base, terms: [factor("group", dose.groups)] }).extreme,
    dosePermutationTest(base).extreme,
  );
});

Deno.test("dosePermutationTest() one-sided counts sum to all orders and the ties", () => {
  const base = { outcome: [1, 2, 9], dose: [0, 0.5, 1], groups: ["a", "a", "a"] };
  const greater = dosePermutationTest(base, { alternative: "greater" });
  const less = dosePermutationTest(base, { alternative: "less" });
  assertEquals([greater.extreme, less.extreme], [1, 6]);
});

Deno.test("dosePermutationTest() refuses a dose that does not vary within groups", () => {
  assertThrows(
    () =>
      dosePermutationTest({
        outcome: [1, 2, 3, 4],
        dose: [0, 0, 1, 1],
        groups: ["a", "a", "b", "b"],
      }),
    RangeError,
    "Cannot permute a dose within groups: dose: found",
  );
  assertThrows(
    () =>
      dosePermutationTest({ outcome: [1, 2], dose: [0, 1], groups: ["a", "a"] }, {
        // @ts-expect-error no such alternative
        alternative: "two.sided",
      }),
    RangeError,
    'nearest: "two-sided"',
  );
});

Deno.test("dosePermutationTest() with five columns held fixed lists what refitting each order gives, weighted or not", () => {
  const groups = [..."aaaabbbbcccc"];
  const column = (k: number) => groups.map((_, i) => Math.sin((i + 1) * k) + (i % 3));
  const terms = [1, 2, 3, 4, 5].map((k) => numeric(`x${k}`, column(k + 0.3)));
  const dose = column(0.7);
  const outcome = column(1.9).map((value, i) => value + 0.4 * dose[i]!);
  for (const weights of [undefined, groups.map((_, i) => 1 + (i * 5) % 4)]) {
    const given = { outcome, dose, groups, terms, ...(weights ? { weights } : {}) };
    const found = dosePermutationTest(given, { limit: 20_000 });
    assertEquals([found.method, found.orders, found.groups, found.n], ["exact", 24 ** 3, 3, 12]);
    const fit = leastSquares({
      outcome,
      terms: [numeric("dose", dose), factor("group", groups), ...terms],
      ...(weights ? { weights } : {}),
    });
    const t = fit.coefficients[1]! / fit.standardErrors[1]!;
    assertAlmostEquals(found.coefficient, fit.coefficients[1]!, 1e-9);
    assertAlmostEquals(
      found.partialCorrelation,
      t / Math.sqrt(t * t + fit.degreesOfFreedom),
      1e-9,
    );
    assertEquals(found.pValue, found.extreme / found.orders);
    // Drawn, the share is that of all orders, within its error; one more order is as extreme: the observed.
    const drawn = dosePermutationTest(given, { limit: 10, draws: 2000 });
    assertEquals([drawn.method, drawn.orders], ["sampled", 2000]);
    assertEquals(drawn.pValue, (drawn.extreme + 1) / 2001);
    assertAlmostEquals(drawn.pValue, found.pValue, 4 * Math.sqrt(0.25 / 2000));
    // The dose dealt out anew: each order's partial correlation by refitting, for some of them.
    const dealt = dosePermutationTest(given, { permute: "dose", limit: 10, draws: 60, seed: 4 });
    const orders = [
      ...shuffles([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], 60, 4)
        .map((order) => [...order]),
    ];
    const extreme = orders.filter((order) => {
      const refit = leastSquares({
        outcome,
        terms: [numeric("dose", order.map((i) => dose[i]!)), factor("group", groups), ...terms],
        ...(weights ? { weights } : {}),
      });
      const own = refit.coefficients[1]! / refit.standardErrors[1]!;
      return Math.abs(own) >= Math.abs(t) - 1e-9;
    }).length;
    assertEquals(dealt.extreme, extreme);
  }
});
