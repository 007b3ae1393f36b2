/** The transforms of units and of their electors, each beside its definition. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { Electors, type Wave, waveOf } from "../../../lib/election/inversion/college_waves.ts";

type Complex = readonly [number, number];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

Deno.test("waveOf() is the integral of a turning normal density from where the unit is won", () => {
  // Simpson's rule to 10 standard deviations.
  const integral = (from: number, kappa: number): Complex => {
    const n = 2000;
    const [low, width] = [Math.max(-10, from), (10 - Math.max(-10, from)) / n];
    let [re, im] = [0, 0];
    for (let i = 0; i <= n; i++) {
      const z = low + i * width;
      const weight = (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * width / 3 *
        Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      re += weight * Math.cos(kappa * z);
      im += weight * Math.sin(kappa * z);
    }
    return [re, im];
  };
  for (
    const [first, step, count, position, weight] of [
      [-3, 0.5, 13, 0.4, 0.3],
      [-1, 0.1, 20, -2.5, 0.9],
      [4, 1.3, 6, 5, 0.05],
      [-30, 1, 12, 0, 0.5],
      [12, 0.25, 4, 1, 0.5],
      [-11, 2, 11, 0, 1],
    ] as const
  ) {
    const wave = waveOf({ electors: 3, position, weight }, { first, step, count });
    for (const frequency of [0, 0.7, -2, 4]) {
      const { winRe, winIm, all } = wave(frequency);
      const kappa = frequency * weight;
      // Over all z: the normal distribution's characteristic function.
      assertAlmostEquals(all, Math.exp(-kappa * kappa / 2), 1e-12);
      assertEquals(winRe.length, count);
      for (let j = 0; j < count; j++) {
        // Three Gauss points in cells of 0.12 at four turns a unit: some 1e-10.
        const [re, im] = integral(-(first + j * step + position), kappa);
        assertAlmostEquals(winRe[j]!, re, 1e-9, `${first} ${frequency} ${j}`);
        assertAlmostEquals(winIm[j]!, im, 1e-9, `${first} ${frequency} ${j}`);
      }
    }
  }
});

Deno.test("Electors has the transforms of at least, and of at most so many electors, as all outcomes add up", () => {
  const sizes = [3, 0, 7, 1, 4, 2];
  const units = sizes.map((electors) => ({ electors, position: 0, weight: 0.1 }));
  const waves: Wave[] = sizes.map((_, i) => ({
    winRe: Float64Array.of(9, 0.2 + 0.1 * i),
    winIm: Float64Array.of(9, 0.05 * i - 0.1),
    all: 1 - 0.03 * i,
  }));
  const electors = new Electors(units);
  const total = sizes.reduce((a, b) => a + b, 0);
  const sums = Array.from({ length: total + 1 }, (): Complex => [0, 0]);
  for (let mask = 0; mask < 2 ** sizes.length; mask++) {
    let [product, won]: [Complex, number] = [[1, 0], 0];
    waves.forEach(({ winRe, winIm, all }, i) => {
      const win: Complex = [winRe[1]!, winIm[1]!];
      const has = (mask >> i & 1) === 1;
      product = times(product, has ? win : [all - win[0], -win[1]]);
      if (has) won += sizes[i]!;
    });
    sums[won] = [sums[won]![0] + product[0], sums[won]![1] + product[1]];
  }
  const sum = (some: readonly Complex[]): Complex =>
    some.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  for (const majority of [0, 1, 5, 8, 9, 16, 17]) {
    for (const most of [0, 1, 7, 8, 16, 17]) {
      const found = electors.tails(waves, 1, majority, most);
      const expected = [...sum(sums.slice(majority)), ...sum(sums.slice(0, most + 1))];
      found.forEach((value, i) => assertAlmostEquals(value, expected[i]!, 1e-12));
    }
  }
  // No outcome's transform is larger than the product of what either side of each unit has.
  const bound = waves.reduce((product, { winRe, winIm, all }, i) =>
    product *
    (sizes[i] === 0 ? all : Math.hypot(winRe[1]!, winIm[1]!) +
      Math.hypot(all - winRe[1]!, winIm[1]!)), 1);
  assertAlmostEquals(electors.bound(waves, 1), bound, 1e-12);
});
