import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { coefficientIndex, factor, interaction, leastSquares, numeric } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden, goldenRows, numbers } from "./golden.ts";
import { county, problem, problemOn, reference, rows, votes } from "./wisconsin.ts";

/** Relative error allowed of NIST's certified coefficients and standard deviations. */
const nistTolerance: Record<string, [number, number]> = {
  Norris: [1e-13, 1e-13],
  Pontius: [1e-12, 1e-13],
  Longley: [1e-13, 1e-12],
  // The powers up to x^10 are rounded to doubles before any regression sees them, and at a condition of
  // 1e15 that alone moves the exact solution's coefficients by 2e-8: no solver can do better.
  Filip: [5e-8, 2e-7],
  Wampler1: [1e-15, 0],
  Wampler2: [1e-12, 0],
  Wampler3: [1e-15, 1e-13],
  Wampler4: [1e-15, 1e-13],
  Wampler5: [1e-15, 1e-13],
};

// Data and certified values, checked in exact arithmetic by tests/golden/scripts/nist_linear.py.
for (const [name, set] of Object.entries<Record<string, number[]>>(golden("nist_linear").sets)) {
  Deno.test(`leastSquares() gives NIST's certified values for ${name}`, () => {
    const x = set.x as unknown as number[][];
    const terms = x[0]!.length === 1
      ? Array.from(
        { length: set.degree as unknown as number },
        (_, p) => numeric(`x^${p + 1}`, x.map((row) => row[0]! ** (p + 1))),
      )
      : x[0]!.map((_, j) => numeric(`x${j + 1}`, x.map((row) => row[j]!)));
    const fit = leastSquares({ outcome: set.y!, terms });
    assertEquals(fit.dropped, []);
    const [coefficient, deviation] = nistTolerance[name]!;
    for (const [j, expected] of set.coefficients!.entries()) {
      assertClose(fit.coefficients[j]!, expected, coefficient, `${name} b${j}`);
    }
    for (const [j, expected] of set.standardDeviations!.entries()) {
      if (expected === 0) assert(fit.standardErrors[j]! < 1e-9, `${name} sd${j}`);
      else assertClose(fit.standardErrors[j]!, expected, deviation, `${name} sd${j}`);
    }
  });
}

// Models of Wisconsin's municipalities: tests/golden/scripts/08_wi_machines.R.
for (const [key, model] of Object.entries<Record<string, unknown>>(reference.models)) {
  Deno.test(`leastSquares() equals R's lm for Wisconsin's model ${key}`, () => {
    const p = problemOn(
      model.formula as string,
      (i) => model.n === 1808 || county[i] !== "MENOMINEE",
    );
    const weights = key === "p_placebo" ? numbers(rows, "votes12") : votes;
    const fit = leastSquares({
      outcome: p.outcome,
      terms: p.terms,
      ...(model.weighted ? { weights: p.rows.map((i) => weights[i]!) } : {}),
    });
    assertClose(fit.coefficients[1]!, model.est as number, 1e-11, "estimate");
    assertClose(fit.standardErrors[1]!, model.se_classical as number, 1e-11, "standard error");
    assertClose(fit.rSquared, model.r2 as number, 1e-11, "R squared");
    assertEquals(fit.degreesOfFreedom, model.df);
  });
}

Deno.test("leastSquares() equals R on Georgia's regression with factors and an interaction", () => {
  // lmodi of tests/golden/scripts/05_gavote.R, which equals the textbook's published fit.
  const data = goldenRows("gavote");
  const votes = numbers(data, "votes");
  const ballots = numbers(data, "ballots");
  const center = (values: number[]): number[] => {
    const mean = values.reduce((a, b) => a + b) / values.length;
    return values.map((value) => value - mean);
  };
  const gore = numeric("cpergore", center(numbers(data, "gore").map((g, i) => g / votes[i]!)));
  const usage = factor("usage", data.map((row) => row.rural === "rural" ? "rural" : "urban"));
  const fit = leastSquares({
    outcome: ballots.map((b, i) => (b - votes[i]!) / b),
    terms: [
      numeric("cperAA", center(numbers(data, "perAA"))),
      gore,
      usage,
      factor("equip", data.map((row) => row.equip!)),
      interaction(gore, usage),
    ],
  });
  const expected = golden("gavote").lmodi;
  for (const [name, value] of Object.entries<number>(expected.coef)) {
    const ours = name.replace("(Intercept)", "(intercept)").replace("usageurban", "usage=urban")
      .replace(/^equip(?=[A-Z])/, "equip=");
    assertClose(fit.coefficients[coefficientIndex(fit, ours)]!, value, 1e-10, ours);
  }
});

Deno.test("leastSquares() leaves out a collinear column and names what it is made of", () => {
  const a = [1, 2, 3, 4, 6];
  const b = [2, 1, 0, 5, 2];
  const fit = leastSquares({
    outcome: [1, 2, 3, 5, 4],
    terms: [
      numeric("a", a),
      numeric("b", b),
      numeric("rest", a.map((value, i) => 100 - value - b[i]!)),
    ],
  });
  assertEquals(fit.dropped, [{ name: "rest", combinationOf: ["(intercept)", "a", "b"] }]);
  assertEquals(fit.names, ["(intercept)", "a", "b"]);
  assertThrows(
    () => coefficientIndex(fit, "rest"),
    RangeError,
    '"rest": found a combination of (intercept), a, b, expected a column of its own',
  );
  assertThrows(
    () => coefficientIndex(fit, "c"),
    RangeError,
    'name: found "c", expected one of "(intercept)", "a", "b"; nearest: "a"',
  );
});

Deno.test("leastSquares() with whole weights equals repeating each unit that often", () => {
  const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 });
  const weight = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 });
  fc.assert(fc.property(column, column, weight, (x, outcome, weights) => {
    fc.pre(new Set(x).size > 2);
    const repeat = (values: number[]): number[] =>
      values.flatMap((value, i) => new Array(weights[i]!).fill(value));
    const once = leastSquares({ outcome, terms: [numeric("x", x)], weights });
    const often = leastSquares({ outcome: repeat(outcome), terms: [numeric("x", repeat(x))] });
    for (const [j, b] of once.coefficients.entries()) {
      assert(Math.abs(b - often.coefficients[j]!) <= 1e-9 * (1 + Math.abs(b)));
    }
  }));
});

Deno.test("leastSquares() leaves residuals orthogonal to every column", () => {
  const p = problem(reference.models.f_adj.formula);
  const fit = leastSquares(p);
  for (const [j, column] of fit.design.columns.entries()) {
    let dot = 0;
    let size = 0;
    for (const [i, value] of column.entries()) {
      dot += value * fit.residuals[i]!;
      size += Math.abs(value * fit.residuals[i]!);
    }
    assert(Math.abs(dot) < 1e-12 * size, fit.design.names[j]);
  }
});

Deno.test("leastSquares() names what is wrong with its input", () => {
  const terms = [numeric("x", [1, 2, 4])];
  const cases: [() => unknown, string][] = [
    [() => leastSquares({ outcome: [1, 2], terms }), '"x": found 3 members, expected 2'],
    [
      () => leastSquares({ outcome: [1, NaN, 2], terms }),
      "outcome[1]: found NaN, expected a finite number",
    ],
    [() => numeric("x", [1, Infinity]), '"x"[1]: found Infinity, expected a finite number'],
    [
      () => leastSquares({ outcome: [1, 2, 3], terms, weights: [1, 0, 1] }),
      "weights[1]: found 0, expected a weight above 0 (leave out the units that should not count)",
    ],
    [
      () => leastSquares({ outcome: [1, 2], terms: [numeric("x", [1, 2])] }),
      "units: found 2 for 2 coefficients, expected more units than coefficients",
    ],
    [
      () => leastSquares({ outcome: [], terms: [] }),
      "outcome: found 0 members, expected at least 1",
    ],
    [() => factor("state", ["WI", "WI"]), '"state": found 1 kind of label, expected at least 2'],
    [
      () => factor("s", ["a", "b"], { reference: "c" }),
      'reference of "s": found "c", expected one of "a", "b"; nearest: "a"',
    ],
    [
      () => leastSquares({ outcome: [1, 2, 3], terms: [...terms, ...terms] }),
      'terms: found "x twice", expected distinct names',
    ],
  ];
  for (const [run, message] of cases) assertThrows(run, RangeError, message);
});

Deno.test("leastSquares() refuses what is not a term", () => {
  for (const wrong of [null, undefined, "x", { name: "x" }]) {
    assertThrows(
      () => leastSquares({ outcome: [1, 2, 4], terms: [wrong as never] }),
      TypeError,
      "expected a term, as numeric, factor and interaction give",
    );
  }
});

Deno.test("leastSquares() refuses weights of another length than the outcome", () => {
  for (const weights of [[1, 1, 1], [1, 1, 1, 1, 1]]) {
    assertThrows(
      () => leastSquares({ outcome: [1, 2, 3, 5], terms: [], weights }),
      RangeError,
      `weights: found ${weights.length} members, expected 4`,
    );
  }
});
