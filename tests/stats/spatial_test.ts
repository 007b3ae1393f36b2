import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  conleyCovariance,
  leastSquares,
  moransI,
  numeric,
  robustCovariance,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

// numpy, from the definitions; Moran's mean and standard deviation from 200,000 permutations.
const { moran, conley } = golden("resampling_and_space");
const places = { longitude: moran.longitude, latitude: moran.latitude };

Deno.test("moransI() has the value of the definition and the permutations' mean, spread and p-value", () => {
  for (
    const [expected, options] of [
      [moran.nearest4, { nearest: 4 }],
      [moran.within120, { within: 120 }],
    ] as const
  ) {
    const found = moransI(moran.values, places, { ...options, draws: 4_999, seed: 5 });
    assertClose(found.value, expected.value, 1e-9);
    // 200,000 draws: the mean is known to sd/447, the standard deviation to some .16 percent.
    assert(Math.abs(found.expected - expected.mean) < 5 * expected.sd / 447);
    assertClose(found.standardDeviation, expected.sd, 0.008);
    const error = Math.sqrt(expected.p * (1 - expected.p) * (1 / 4_999 + 1 / 200_000)) + 1 / 5_000;
    assert(Math.abs(found.pValue - expected.p) < 4 * error);
  }
  assertEquals(moransI(moran.values, places, { within: 120 }).alone, moran.alone);
});

Deno.test("moransI() has the mean and spread of all 120 orders of five skewed values", () => {
  const five = { longitude: [0, 1, 2.5, 3, 6], latitude: [0, 0, 0, 0, 0] };
  const orders = (left: number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((value, i) => orders(left.toSpliced(i, 1)).map((rest) => [value, ...rest]));
  const found = orders([0, 1, 2, 4, 9]).map((values) =>
    moransI(values, five, { nearest: 2, draws: 1 })
  );
  const mean = found.reduce((sum, { value }) => sum + value, 0) / 120;
  const variance = found.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / 120;
  assertClose(found[0]!.expected, mean, 1e-12);
  assertClose(found[0]!.standardDeviation, Math.sqrt(variance), 1e-12);
});

Deno.test("moransI() counts a unit without neighbors for the mean and the variance alone", () => {
  // Four places a degree apart on the equator, 111 km, and one far away.
  const longitude = [0, 1, 2, 3, 90];
  const values = [1, 2, 4, 8, 3];
  const found = moransI(values, { longitude, latitude: longitude.map(() => 0) }, { within: 120 });
  const mean = 18 / 5;
  const z = values.map((value) => value - mean);
  // Each place times the mean of its neighbors, over the variance; by four places, not five.
  const lagged = [z[1]!, (z[0]! + z[2]!) / 2, (z[1]! + z[3]!) / 2, z[2]!];
  const top = lagged.reduce((sum, lag, i) => sum + lag * z[i]!, 0) / 4;
  assertClose(found.value, top / (z.reduce((sum, each) => sum + each * each, 0) / 5), 1e-12);
  assertEquals([found.alone, found.n], [1, 5]);
});

Deno.test("conleyCovariance() agrees with the double sum over pairs", () => {
  const terms = [numeric("x", conley.x)];
  for (const { weighted, kernel, cutoff, covariance } of conley.cases) {
    const fit = leastSquares({
      outcome: moran.values,
      terms,
      ...(weighted ? { weights: conley.w } : {}),
    });
    const negative = covariance.some((row: number[], j: number) => row[j]! < 0);
    assert(!negative);
    const found = conleyCovariance(fit, places, { cutoff, kernel });
    for (const a of [0, 1]) {
      for (const b of [0, 1]) assertClose(found[a]![b]!, covariance[a][b], 1e-7);
    }
  }
});

Deno.test("conleyCovariance() within a cutoff that reaches nobody is HC0", () => {
  const fit = leastSquares({ outcome: moran.values, terms: [numeric("x", conley.x)] });
  const found = conleyCovariance(fit, places, { cutoff: 0.001 });
  const expected = robustCovariance(fit, "HC0");
  for (const a of [0, 1]) assertClose(found[a]![a]!, expected[a]![a]!, 1e-12);
});

Deno.test("spatial functions refuse what is no place", () => {
  assertThrows(
    () => moransI([1, 2, 3, 4], { longitude: [0, 1, 2, 200], latitude: [0, 0, 0, 0] }),
    RangeError,
    "longitude[3]: found 200, expected degrees from -180 to 180",
  );
  assertThrows(
    () => moransI([1, 1, 1, 1], { longitude: [0, 1, 2, 3], latitude: [0, 0, 0, 0] }),
    RangeError,
    "expected values that differ",
  );
});

Deno.test("conleyCovariance() of a perfect fit is 0, and no error", () => {
  const fit = leastSquares({ outcome: [0, 0, 0, 0], terms: [numeric("x", [1, 2, 4, 8])] });
  const some = { longitude: [0, 1, 2, 3], latitude: [0, 0, 0, 0] };
  const found = conleyCovariance(fit, some, { cutoff: 200 });
  assert(found.every((row) => row.every((value) => value === 0)));
});
