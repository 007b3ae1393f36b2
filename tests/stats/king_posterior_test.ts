import { assertAlmostEquals } from "@std/assert";
import { ecologicalPlaces } from "../../lib/stats/ecological_places.ts";
import { logPosterior } from "../../lib/stats/king_posterior.ts";
import { golden } from "./golden.ts";

// R, package ei: tests/golden/scripts/king_posterior.R. Means lie inside the square and beyond each of its sides.
const POINTS = [
  [0, 0, -1.6, -1.6, 0],
  [0.8, -0.6, -1.2, -2, 0.4],
  [2.5, -2.6, -1, -1.1, -0.3],
  [-2.4, 2.7, -0.9, -1.3, 0.2],
  [-2.6, -2.2, -1.2, -0.8, 0.5],
  [2.2, 2.5, -0.7, -1, -0.6],
  [0.5, 0.3, -0.4, -2.5, 1.1],
];
const PLACES = [
  [100, 260],
  [300, 410],
  [420, 480],
  [500, 520],
  [640, 700],
  [720, 690],
  [0, 310],
  [1000, 620],
  [250, 0],
  [900, 1000],
].map(([first, second]) => ({ first: first!, second: second!, total: 1000 }));
const SETS: Record<string, number[]> = {
  "of two kinds": [0, 1, 2, 3, 4, 5],
  "of one kind too": [0, 1, 2, 3, 4, 5, 6, 7],
  "with nobody and everybody": [0, 1, 2, 3, 4, 5, 8, 9],
};

// Simpson's rule in 120 steps has the square's probability to 1e-8 a place.
/** The prior of Fisher's z is a density in R, which has its constant. */
const CONSTANT = -Math.log(0.5 * Math.sqrt(2 * Math.PI));

for (const [name, rows] of Object.entries(SETS)) {
  Deno.test(`King's posterior is that of the R package ei, places ${name}`, () => {
    const places = ecologicalPlaces("test", rows.map((row) => PLACES[row]!));
    const expected: number[] = golden("king_posterior")[name];
    for (const [i, point] of POINTS.entries()) {
      const found = logPosterior(places, Float64Array.from(point)) + CONSTANT;
      assertAlmostEquals(
        found,
        expected[i]!,
        1e-7 * Math.max(1, Math.abs(expected[i]!)),
        `${point}`,
      );
    }
  });
}

Deno.test("King's posterior of the shares that are not is the same, also where both lie far out on one side", () => {
  // 1 − share of either kind: the means change sign about the middle, and the two tails of the normal distribution
  // change places, of which only one keeps its digits.
  const rows = PLACES.slice(0, 6);
  const here = ecologicalPlaces("test", rows);
  const there = ecologicalPlaces(
    "test",
    rows.map((row) => ({ ...row, second: 1000 - row.second })),
  );
  for (
    const point of [...POINTS, [6, 5, -1, -1, 0.2], [9, -9, -1.5, -1.2, -0.4], [
      -7,
      -8,
      -1,
      -2,
      0.6,
    ]]
  ) {
    const [first, other, ...spread] = point as [number, number, ...number[]];
    const found = logPosterior(here, Float64Array.from(point));
    const mirrored = logPosterior(there, Float64Array.from([-first, -other, ...spread]));
    assertAlmostEquals(found, mirrored, 1e-8 * Math.max(1, Math.abs(found)), `${point}`);
  }
});
