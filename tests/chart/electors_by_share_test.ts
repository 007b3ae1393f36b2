import { assert, assertEquals, assertThrows } from "@std/assert";
import { electorsByShare, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const stairs = [[-1, 227], [0.05, 243], [0.2, 253], [0.22, 273], [0.6, 302], [1, 302]].map(
  ([share, electors]) => ({ share: share!, electors: electors! }),
);
const options = {
  share: "share",
  electors: "electors",
  steps: [
    { unit: "Michigan", netShare: 0.05, cumulative: 243 },
    { unit: "Wisconsin", netShare: 0.2, cumulative: 253 },
    { unit: "Pennsylvania", netShare: 0.22, cumulative: 273 },
    { unit: "Florida", netShare: 0.6, cumulative: 302 },
  ],
  majority: 270,
  xLabel: "Net share, %",
  yLabel: "Electors",
} as const;

Deno.test("electorsByShare() names the steps that have room, and shades what was measured", () => {
  const drawn = figure({
    id: "electors-by-share",
    title: "A majority at a net share of 22 percent",
    source: "Made for this test",
    alt: "Electors rise from 227 to 302; 270 are passed at 22 percent with Pennsylvania.",
    ...electorsByShare(stairs, {
      ...options,
      estimate: { point: 0.3, lower: 0.1, upper: 0.5 },
    }),
  });
  assertFigure(drawn);
  const svg = drawn.toSvg();
  // Wisconsin and Pennsylvania are two points of net share apart: neither name has room.
  assertEquals(
    options.steps.map(({ unit }) => svg.includes(`>${unit}<`)),
    [true, false, false, true],
  );
  assert(svg.includes("majority: 270"));
});

Deno.test("electorsByShare() refuses a majority that is no count, and an interval reversed", () => {
  assertThrows(
    () => electorsByShare(stairs, { ...options, majority: 269.5 }),
    RangeError,
    "majority: found 269.5",
  );
  assertThrows(
    () => electorsByShare(stairs, { ...options, estimate: { point: 0.3, lower: 0.5, upper: 0.1 } }),
    RangeError,
    "lower of the estimate",
  );
});
