import { assertEquals, assertThrows } from "@std/assert";
import { machineEffect, specificationGrid } from "tallybook/election";
import { counties } from "./wisconsin_units.ts";

const choices = {
  outcomes: ["two-party", "two-party change"],
  doses: ["share", 0.25],
  weights: ["equal", "votes"],
  covariates: { none: [], all: ["college", "white", "log density"] },
  withinGroups: [false],
  size: [false, true],
} as const;

Deno.test("specificationGrid() crosses every choice once", () => {
  const grid = specificationGrid(counties(), choices);
  assertEquals(grid.length, 2 * 2 * 2 * 2 * 1 * 2);
  const keys = grid.map((r) => [r.outcome, r.dose, r.weights, r.covariates, r.size].join());
  assertEquals(new Set(keys).size, grid.length);
});

Deno.test("specificationGrid() gives what machineEffect() gives for each combination", () => {
  const grid = specificationGrid(counties(), choices);
  const found = grid.find((r) =>
    r.outcome === "change in four years" && r.dose === "yes or no, above 25%" &&
    r.weights === "by votes" && r.covariates === "all" && r.size === "size free"
  );
  const expected = machineEffect(counties(), {
    outcome: "two-party change",
    dose: 0.25,
    weights: "votes",
    covariates: choices.covariates.all,
  });
  assertEquals(found?.estimate.point, expected.estimate.point);
});

Deno.test("specificationGrid() refuses an empty choice", () => {
  assertThrows(
    () => specificationGrid(counties(), { ...choices, weights: [] }),
    RangeError,
    "weights: found 0 members",
  );
});
