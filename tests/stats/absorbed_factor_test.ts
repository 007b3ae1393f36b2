import { assert, assertEquals } from "@std/assert";
import {
  clusterCovariance,
  factor,
  leastSquares,
  type LeastSquaresFit,
  numeric,
  robustCovariance,
  type Term,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { county, problem, reference, votes } from "./wisconsin.ts";

// A factor of many levels is absorbed; the same columns given one by one are decomposed with all others.
// The two ways share no step but the last, so that each is a reference for the other; R's numbers for the
// same model stand in cluster_covariance_test.ts and cluster_extras_test.ts.
const oneByOne = (terms: readonly Term[]): Term[] =>
  terms.flatMap((term) =>
    term.kind === "factor" ? term.columns.map(({ name, values }) => numeric(name, values)) : [term]
  );

const { outcome, terms } = problem(reference.models.j_dose_fe.formula);

/** Whether a fit came about by absorbing: the basis begins with a level's column, mostly 0. */
const absorbed = ({ basis }: LeastSquaresFit) => basis[0]!.filter((q) => q === 0).length > 0;

function assertSameFit(fit: LeastSquaresFit, other: LeastSquaresFit): void {
  assertEquals(fit.names, other.names);
  assertEquals([fit.n, fit.degreesOfFreedom], [other.n, other.degreesOfFreedom]);
  assertClose(fit.sigma, other.sigma, 1e-12, "sigma");
  assertClose(fit.rSquared, other.rSquared, 1e-12, "R squared");
  for (const [j, name] of fit.names.entries()) {
    assertClose(fit.coefficients[j]!, other.coefficients[j]!, 1e-11, name);
    assertClose(fit.standardErrors[j]!, other.standardErrors[j]!, 1e-11, `error of ${name}`);
  }
  for (let i = 0; i < fit.n; i++) {
    assert(Math.abs(fit.leverage[i]! - other.leverage[i]!) < 1e-12);
    assert(Math.abs(fit.residuals[i]! - other.residuals[i]!) < 1e-11 * other.sigma);
    assertClose(fit.fitted[i]!, other.fitted[i]!, 1e-12);
  }
}

for (const [kind, weights] of [["equal", undefined], ["by votes", votes]] as const) {
  Deno.test(`leastSquares() absorbs a factor of 72 levels and finds the same, units ${kind}`, () => {
    const more = weights ? { weights } : {};
    const fit = leastSquares({ outcome, terms, ...more });
    const other = leastSquares({ outcome, terms: oneByOne(terms), ...more });
    assert(absorbed(fit) && !absorbed(other));
    assertSameFit(fit, other);
    for (const errors of ["CR1", "CR2", "CR3"] as const) {
      const [a, b] = [fit, other].map((one) => clusterCovariance(one, county, errors));
      for (let j = 0; j < fit.names.length; j++) {
        const [x, y] = [a!.covariance[1]![j]!, b!.covariance[1]![j]!];
        const size = Math.sqrt(b!.covariance[1]![1]! * b!.covariance[j]![j]!);
        assert(Math.abs(x - y) <= 1e-10 * size, `${errors}, ${fit.names[j]}`);
      }
      assertClose(a!.degreesOfFreedom("dre"), b!.degreesOfFreedom("dre"), 1e-10, errors);
    }
    const [a, b] = [fit, other].map((one) => robustCovariance(one, "HC1")[1]![1]!);
    assertClose(a!, b!, 1e-11, "HC1");
  });
}

/** 40 units in ten groups, with a column that varies within them. */
const groups = Array.from({ length: 40 }, (_, i) => `g${i % 10}`);
const within = Array.from({ length: 40 }, (_, i) => Math.sin(i * i));
const result = within.map((value, i) => 2 * value + i % 10 + Math.cos(7 * i));

Deno.test("leastSquares() absorbs from nine levels on, with an intercept", () => {
  const fit = (levels: number, intercept: boolean) =>
    leastSquares({
      outcome: result,
      terms: [numeric("x", within), factor("group", groups.map((_, i) => `g${i % levels}`))],
      intercept,
    });
  assert(absorbed(fit(9, true)));
  assert(!absorbed(fit(8, true)));
  assert(!absorbed(fit(10, false)));
});

Deno.test("leastSquares() absorbs the larger of two factors, wherever it stands", () => {
  const side = factor("side", groups.map((_, i) => i % 3 === 0 ? "left" : "right"));
  const group = factor("group", groups);
  for (const order of [[side, group], [group, side]]) {
    const all = [order[0]!, numeric("x", within), order[1]!];
    const fit = leastSquares({ outcome: result, terms: all });
    assert(absorbed(fit));
    assertSameFit(fit, leastSquares({ outcome: result, terms: oneByOne(all) }));
  }
});

Deno.test("leastSquares() leaves out, beside a large factor, the same column as without absorbing", () => {
  // The groups tell the level; which of the columns goes is asked in the order given.
  const level = numeric("level", groups.map((_, i) => i % 10));
  const twice = numeric("twice", within.map((value) => 2 * value));
  for (
    const all of [
      [level, numeric("x", within), factor("group", groups)],
      [factor("group", groups), level, numeric("x", within)],
      [numeric("x", within), factor("group", groups), twice],
    ]
  ) {
    const fit = leastSquares({ outcome: result, terms: all });
    const other = leastSquares({ outcome: result, terms: oneByOne(all) });
    assertEquals(fit.dropped, other.dropped);
    assertEquals(fit.dropped.length, 1);
    assertEquals(fit.coefficients, other.coefficients);
  }
});

Deno.test("leastSquares() goes without absorbing where hardly anything is left within groups", () => {
  const nearly = (left: number) => [
    numeric("x", within.map((value, i) => 1000 * (1 + i % 10) + left * value)),
    factor("group", groups),
  ];
  const fit = (left: number) => leastSquares({ outcome: result, terms: nearly(left) });
  assert(absorbed(fit(100)));
  assert(!absorbed(fit(0.01)));
  const beside = (left: number) => [
    numeric("x", within),
    numeric("almost x", within.map((value, i) => value + left * Math.sin(3 * i))),
    factor("group", groups),
  ];
  assert(absorbed(leastSquares({ outcome: result, terms: beside(0.01) })));
  assert(!absorbed(leastSquares({ outcome: result, terms: beside(1e-5) })));
});

Deno.test("leastSquares() fits a group of one unit exactly, absorbed too", () => {
  const labels = groups.map((label, i) => i === 39 ? "alone" : label);
  const all = [numeric("x", within), factor("group", labels)];
  const fit = leastSquares({ outcome: result, terms: all });
  assert(absorbed(fit));
  assertSameFit(fit, leastSquares({ outcome: result, terms: oneByOne(all) }));
  assertClose(fit.leverage[39]!, 1, 1e-14);
});

Deno.test("leastSquares() does not absorb what only calls itself a factor", () => {
  const group = factor("group", groups);
  const change = (values: Float64Array) => values.map((value, i) => i < 20 ? 2 * value : value);
  const doubled = {
    ...group,
    columns: group.columns.map(({ name, values }) => ({ name, values: change(values) })),
  };
  // Two columns of one unit, and no unit of the reference.
  const every = {
    ...group,
    columns: [...group.columns, { name: "rest", values: new Float64Array(40).fill(1) }],
  };
  for (const strange of [doubled, every]) {
    const fit = leastSquares({ outcome: result, terms: [numeric("x", within), strange] });
    const other = leastSquares({
      outcome: result,
      terms: [
        numeric("x", within),
        ...strange.columns.map(({ name, values }) => numeric(name, values)),
      ],
    });
    assertEquals(fit.coefficients, other.coefficients);
    assertEquals(fit.dropped, other.dropped);
  }
});
