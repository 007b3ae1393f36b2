/** Moran's I of places in a row, where the neighbors are known, from its definition. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { moransI, normalTail, Xoshiro128 } from "tallybook/stats";

const VALUES = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];

/** Places on the equator, a degree apart but for a hair that leaves no two as far from a third. */
const row = (n: number) => ({
  longitude: Array.from({ length: n }, (_, i) => i + i * i * 1e-4),
  latitude: new Array<number>(n).fill(0),
});

function definition(values: readonly number[], neighbors: readonly (readonly number[])[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const z = values.map((value) => value - mean);
  const connected = neighbors.filter((own) => own.length > 0).length;
  let sum = 0;
  neighbors.forEach((own, i) => own.forEach((j) => sum += z[i]! * z[j]! / own.length));
  return values.length / connected * sum / z.reduce((all, value) => all + value * value, 0);
}

/** The nearest in the row; of two neighbors that to the left is nearer, by the hair. */
function nearest(n: number, k: number): number[][] {
  const { longitude } = row(n);
  const far = (i: number, j: number) => Math.abs(longitude[i]! - longitude[j]!);
  return longitude.map((_, i) =>
    longitude.map((_, j) => j).filter((j) => j !== i)
      .sort((a, b) => far(i, a) - far(i, b)).slice(0, k)
  );
}

Deno.test("moransI() among the nearest, few of them or nearly all, is its definition", () => {
  for (const k of [1, 2, 5, 9]) {
    const found = moransI(VALUES, row(10), { nearest: k, draws: 20 });
    assertAlmostEquals(found.value, definition(VALUES, nearest(10, k)), 1e-12, `${k}`);
    assertAlmostEquals(found.z, (found.value + 1 / 9) / found.standardDeviation, 1e-9);
    assertAlmostEquals(found.normalPValue, normalTail(found.z), 1e-12);
    assertEquals([found.n, found.alone, found.expected], [10, 0, -1 / 9]);
  }
  // Unless told, five.
  assertEquals(moransI(VALUES, row(10)).value, moransI(VALUES, row(10), { nearest: 5 }).value);
  assertEquals(
    moransI(VALUES.slice(0, 4), row(4)).value,
    moransI(VALUES.slice(0, 4), row(4), { nearest: 3 }).value,
  );
});

Deno.test("moransI() picks 64 nearest out before it sorts them, and sorts all for more: the same", () => {
  const random = new Xoshiro128(4);
  const values = Array.from({ length: 80 }, () => random.uniform());
  for (const k of [63, 64, 65, 79]) {
    const { value } = moransI(values, row(80), { nearest: k, draws: 1 });
    assertAlmostEquals(value, definition(values, nearest(80, k)), 1e-12, `${k}`);
  }
});

Deno.test("moransI() within a distance has those at most as far, and does not count who is alone", () => {
  const places = { longitude: [0, 1, 2, 10, 11, 40], latitude: [0, 0, 0, 0, 0, 0] };
  const values = [1, 2, 4, 8, 9, 0];
  const neighbors = [[1], [0, 2], [1], [4], [3], []];
  // A degree of the equator is 111.2 km.
  const found = moransI(values, places, { within: 112, draws: 99 });
  assertAlmostEquals(found.value, definition(values, neighbors), 1e-12);
  assertEquals(found.alone, 1);
  const wide = moransI(values, places, { within: 223, draws: 99 });
  assertAlmostEquals(
    wide.value,
    definition(values, [[1, 2], [0, 2], [0, 1], [4], [3], []]),
    1e-12,
  );
});

Deno.test("moransI()'s mean and spread are those of all orders of five values with mutual and other neighbors", () => {
  const places = { longitude: [0, 1, 2.2, 3.6, 5.2], latitude: [0, 0, 0, 0, 0] };
  const values = [1, 2, 4, 9, 3];
  const neighbors = [[1], [0], [1], [2], [3]];
  const orders = (left: number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) =>
        orders(left.filter((other) => other !== first)).map((rest) => [first, ...rest])
      );
  const all = orders([0, 1, 2, 3, 4]).map((order) =>
    definition(order.map((i) => values[i]!), neighbors)
  );
  const mean = all.reduce((a, b) => a + b, 0) / 120;
  const found = moransI(values, places, { nearest: 1 });
  assertAlmostEquals(mean, found.expected, 1e-12);
  assertAlmostEquals(
    Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 120),
    found.standardDeviation,
    1e-12,
  );
  // Sampled: 999 orders unless told, so that p is a whole number of thousandths near all orders' share.
  const share = all.filter((value) => value >= found.value - 1e-12).length / 120;
  assertAlmostEquals(found.pValue * 1000, Math.round(found.pValue * 1000), 1e-9);
  // Three standard errors of that share in 999 orders.
  assertAlmostEquals(found.pValue, share, 3 * Math.sqrt(share * (1 - share) / 999));
});
