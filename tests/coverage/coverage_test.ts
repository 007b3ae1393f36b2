import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { join } from "node:path";
import { ownRoot } from "../../lib/files/project_root.ts";
import { countSimulations } from "./counts.ts";
import { document, readDocument } from "./document.ts";
import { Draws } from "./random.ts";
import { pooledSimulations } from "./pooled.ts";
import { regressionSimulations } from "./regressions.ts";
import { type CoverageRow, rowsOf } from "./row.ts";
import { shareRows } from "./shares.ts";

const { seed, rows: written } = readDocument(
  Deno.readTextFileSync(join(ownRoot(), "docs/coverage.md")),
);
const simulations = [...regressionSimulations(), ...countSimulations(), ...pooledSimulations()];
const keyOf = (row: CoverageRow) => `${row.design}: ${row.method}${row.shown ? " (used)" : ""}`;

Deno.test("docs/coverage.md has every simulation's methods, and no other", () => {
  const expected = [
    ...simulations.flatMap(({ design, methods, shown }) =>
      methods.map((method) => `${design}: ${method}${method === shown ? " (used)" : ""}`)
    ),
    ...shareRows().map(keyOf),
  ];
  assertEquals([...written.keys()], expected);
});

for (const simulation of simulations) {
  Deno.test(`docs/coverage.md: the first ten draws again: ${simulation.design}`, () => {
    for (const row of rowsOf(simulation, seed, 10)) {
      assertEquals(written.get(keyOf(row))?.[3], String(row.firstTen), row.method);
    }
  });
}

Deno.test("docs/coverage.md: exact coverages again", () => {
  for (const row of shareRows()) {
    const cells = readDocument(document([row], seed)).rows.get(keyOf(row));
    assertEquals(written.get(keyOf(row)), cells, keyOf(row));
  }
});

Deno.test("an interval that the pages use is not below 95% by more than three standard errors, a share's by 1.5 points", () => {
  for (const [name, [coverage, error]] of written) {
    if (!name.endsWith("(used)")) continue;
    // Wilson's interval is at its level on average over shares, not at each.
    const allowed = error === "exact" ? 1.5 : 3 * Number(error!.slice(2));
    assert(parseFloat(coverage!) >= 95 - allowed - 1e-9, `${name}: ${coverage}`);
  }
});

Deno.test("Draws have the mean and variance of their distribution, within five standard errors", () => {
  const random = new Draws(7);
  const n = 20_000;
  const moments = (draw: () => number) => {
    const values = Array.from({ length: n }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const squares = values.map((value) => (value - mean) ** 2);
    const variance = squares.reduce((sum, value) => sum + value, 0) / (n - 1);
    const spread = squares.reduce((sum, value) => sum + (value - variance) ** 2, 0) / (n - 1);
    return { mean, variance, error: Math.sqrt(spread / n) };
  };
  const holds = (draw: () => number, mean: number, variance: number) => {
    const found = moments(draw);
    assertAlmostEquals(found.mean, mean, 5 * Math.sqrt(variance / n));
    assertAlmostEquals(found.variance, variance, 5 * found.error);
  };
  holds(() => random.normal(), 0, 1);
  holds(() => random.gamma(0.4), 0.4, 0.4);
  holds(() => random.gamma(7), 7, 7);
  holds(() => random.binomial(30, 0.8), 24, 4.8);
  // More than 500 expected, so drawn in parts.
  holds(() => random.binomial(2_000, 0.45), 900, 495);
  // 200 × 0.1 × 0.9 times a dispersion of 5.
  holds(() => random.overdispersed(200, 0.1, 5), 20, 90);
});
