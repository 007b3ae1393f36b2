import { assert, assertEquals, assertThrows } from "@std/assert";
import { leastSquares, numeric, specificationTest, wildClusterTest } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

// Every assignment of weights to 4 clusters, each refitted from the textbook formulas by numpy.
const { wild, specifications } = golden("resampling_and_space");
const terms = [numeric("x", wild.x), numeric("z", wild.z)];
const plain = leastSquares({ outcome: wild.y, terms });
const weighted = leastSquares({ outcome: wild.y, terms, weights: wild.w });

Deno.test("wildClusterTest() lists all weights where they are few, and agrees with refitting", () => {
  for (const expected of wild.cases) {
    const found = wildClusterTest(expected.weighted ? weighted : plain, "x", wild.clusters, {
      null: expected.null,
      weights: expected.kind,
      level: 0.5,
    });
    assertClose(found.t, expected.t, 1e-10);
    assertEquals(found.draws, (expected.kind === "webb" ? 6 : 2) ** 4);
    assertClose(found.pValue, expected.p, 1e-12);
  }
});

Deno.test("wildClusterTest()'s interval ends where its p-value crosses 1 − level", () => {
  const level = 0.8;
  const found = wildClusterTest(plain, "x", wild.clusters, { level });
  const p = (theta: number): number =>
    wildClusterTest(plain, "x", wild.clusters, { level, null: theta }).pValue;
  for (const [end, outward] of [[found.lower, -1e-6], [found.upper, 1e-6]] as const) {
    assert(p(end - outward) > 1 - level);
    assert(p(end + outward) <= 1 - level);
  }
});

Deno.test("wildClusterTest() sampled agrees with all assignments within Monte Carlo error", () => {
  const exact = wildClusterTest(plain, "x", wild.clusters, { level: 0.5 });
  const sampled = wildClusterTest(plain, "x", wild.clusters, { level: 0.5, draws: 1_000, seed: 3 });
  assertEquals([exact.draws, sampled.draws], [1296, 1000]);
  const error = Math.sqrt(exact.pValue * (1 - exact.pValue) / 1_000);
  assert(Math.abs(exact.pValue - sampled.pValue) < 4 * error + 1e-3);
});

Deno.test("wildClusterTest() refuses what has no test", () => {
  assertThrows(
    () => wildClusterTest(plain, "y", wild.clusters),
    RangeError,
    '"y"',
  );
  assertThrows(
    // @ts-expect-error no such weights
    () => wildClusterTest(plain, "x", wild.clusters, { weights: "Webb" }),
    RangeError,
    'option "weights": found "Webb", expected one of "webb", "rademacher"; nearest: "webb"',
  );
  const two = wild.clusters.map((label: string) => (label < "c2" ? "a" : "b"));
  assertThrows(
    () => wildClusterTest(plain, "x", two),
    RangeError,
    "clusters: found 2, expected more, or a level below 0.83",
  );
});

Deno.test("specificationTest() agrees with refitting each specification under every assignment", () => {
  const alone = leastSquares({ outcome: wild.y, terms: [terms[0]!] });
  const { clusters } = wild;
  const found = specificationTest(
    [alone, plain, weighted].map((fit) => ({ fit, name: "x", clusters })),
  );
  assertEquals([found.draws, found.clusters], [1296, 4]);
  for (const name of ["median", "significant", "stouffer"] as const) {
    const expected = specifications[name];
    assertClose(found[name].observed, expected.observed, 1e-9, name);
    assert(Math.abs(found[name].expected - expected.expected) < 1e-9, name);
    assertClose(found[name].pValue, expected.p, 1e-12, name);
  }
  const estimates = found.curve.map(({ estimate }) => estimate);
  assertEquals(estimates, [...estimates].sort((a, b) => a - b));
});

Deno.test("specificationTest() keeps its level where nothing is there", () => {
  // 40 data sets without an effect, 12 clusters: at 5 percent 2 are expected, and 7 or more have chance .0035.
  let rejected = 0;
  for (let seed = 1; seed <= 40; seed++) {
    let state = seed * 2654435761 % 4294967296;
    const noise = (): number => {
      let sum = 0;
      for (let i = 0; i < 6; i++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        sum += state / 4294967296;
      }
      return sum - 3;
    };
    const n = 48;
    const clusters = Array.from({ length: n }, (_, i) => `c${i % 12}`);
    const shock = Array.from({ length: 12 }, noise);
    const x = Array.from({ length: n }, noise);
    const z = Array.from({ length: n }, noise);
    const outcome = x.map((_, i) => shock[i % 12]! + noise());
    const fits = [[numeric("x", x)], [numeric("x", x), numeric("z", z)]].map((terms) =>
      leastSquares({ outcome, terms })
    );
    const test = specificationTest(fits.map((fit) => ({ fit, name: "x", clusters })), {
      draws: 199,
    });
    if (test.median.pValue <= 0.05) rejected++;
  }
  assert(rejected < 7, `${rejected}`);
});

Deno.test("specificationTest() takes one specification, and refuses none", () => {
  const one = specificationTest([{ fit: plain, name: "x", clusters: wild.clusters }], {
    draws: 99,
  });
  assertEquals(one.curve.length, 1);
  assertThrows(() => specificationTest([], { draws: 99 }), RangeError, "expected at least 1");
});
