import { assert, assertThrows } from "@std/assert";
import * as Plot from "@observablehq/plot";
import { Figure, figure, type FigureOptions } from "tallybook/chart";
import { data, options } from "./two_margins.ts";

Deno.test("figure() names the figure and the option that is missing", () => {
  for (const name of ["title", "source", "alt"] as const) {
    const without = { ...options, [name]: undefined } as unknown as FigureOptions;
    assertThrows(
      () => figure(without),
      TypeError,
      `Cannot draw the figure "margins": ${name}: found nothing, expected a text`,
    );
    assertThrows(
      () => figure({ ...options, [name]: "  " }),
      TypeError,
      `Cannot draw the figure "margins": ${name}`,
    );
  }
});

Deno.test("figure() refuses an id that would not do as a file name", () => {
  for (const id of ["Margins", "two words", "../up", "", "-a"]) {
    assertThrows(
      () => figure({ ...options, id }),
      TypeError,
      "expected lower-case words joined by hyphens",
    );
  }
});

Deno.test("figure() refuses data that is no rows, and no data", () => {
  assertThrows(() => figure({ ...options, data: [] }), RangeError, "data: found 0 members");
  assertThrows(
    () => figure({ ...options, data: "a" as unknown as [] }),
    TypeError,
    'data: found "a", expected a list of rows',
  );
  assertThrows(
    () => figure({ ...options, data: [1 as unknown as object] }),
    TypeError,
    "row 0 of data: found 1, expected an object",
  );
});

Deno.test("figure() refuses a plot that is not a function or returns nothing", () => {
  assertThrows(
    () => figure({ ...options, plot: {} as unknown as FigureOptions["plot"] }),
    TypeError,
    "expected a function that returns",
  );
  assertThrows(
    () => figure({ ...options, plot: () => [] }),
    TypeError,
    "what plot returns: found a list []",
  );
  assertThrows(
    () => figure({ ...options, width: -1 }),
    RangeError,
    "width: found -1, expected a finite number of at least 1 and at most 4000",
  );
});

Deno.test("figure() refuses an estimate whose interval is not drawn", () => {
  const estimate = { ...options, estimand: "margin, points" };
  assertThrows(() => figure(estimate), TypeError, "row 0, 1: found no mark from lower to upper");
  // One row's interval is not enough.
  assertThrows(
    () =>
      figure({
        ...estimate,
        plot: () => ({
          marginLeft: 80,
          marks: [Plot.ruleY(data.slice(0, 1), { x1: "lower", x2: "upper", y: "state" })],
        }),
      }),
    TypeError,
    ": row 1: found no mark",
  );
  // A bar from zero to the point is no interval.
  assertThrows(
    () =>
      figure({
        ...estimate,
        plot: () => ({ marginLeft: 80, marks: [Plot.barX(data, { x: "point", y: "state" })] }),
      }),
    TypeError,
  );
});

Deno.test("figure() accepts an interval drawn in percent, the other way round, or of a nested estimate", () => {
  const draw = (
    rows: object[],
    x1: (row: typeof data[number]) => number,
    x2: (row: typeof data[number]) => number,
  ) =>
    figure({
      ...options,
      estimand: "margin",
      data: rows,
      plot: () => ({
        marginLeft: 80,
        height: 100,
        marks: [Plot.ruleY(data, { x1, x2, y: "state" } as Plot.RuleYOptions)],
      }),
    });
  assert(draw(data, (row) => row.lower * 100, (row) => row.upper * 100) instanceof Figure);
  assert(draw(data, (row) => -row.upper, (row) => -row.lower) instanceof Figure);
  assert(
    draw(data.map((estimate) => ({ estimate })), (row) => row.lower, (row) => row.upper) instanceof
      Figure,
  );
});
