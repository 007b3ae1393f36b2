import { assertEquals, assertThrows } from "@std/assert";
import { loadWisconsinMunicipalities, loadWisconsinPlaces } from "tallybook/data";
import { borderPairs, municipalUnits, type PlacedUnit } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden } from "../../stats/golden.ts";

const rows = loadWisconsinMunicipalities({ analysis: true });
const at = new Map(loadWisconsinPlaces().map((row) => [row.mcd_fips, row]));
const places: PlacedUnit[] = municipalUnits(rows).map((unit, i) => {
  const { longitude, latitude } = at.get(rows[i]!.mcd_fips!)!;
  return { unit, longitude, latitude };
});

Deno.test("borderPairs() makes Python's pairs of Wisconsin's municipalities", () => {
  // tests/golden/scripts/26_machines_more.py.
  const expected = golden("machines_more").pairs;
  const pairs = borderPairs(places, { threshold: 0.5, within: 15 });
  assertEquals(pairs.length, expected.n);
  assertEquals(new Set(pairs.map((pair) => pair.electronic.group)).size, expected.counties);
  const distances = pairs.map((pair) => pair.distance).sort((a, b) => a - b);
  assertClose(distances[(pairs.length - 1) / 2]!, expected.median_km, 1e-9);
  const changes = pairs.map(({ electronic: a, other: b }) =>
    (a.twoParty - a.twoPartyBefore) - (b.twoParty - b.twoPartyBefore)
  );
  assertClose(changes.reduce((a, b) => a + b, 0) / pairs.length, expected.change.est, 1e-9);
});

Deno.test("borderPairs() uses no unit twice, and pairs across borders only", () => {
  const pairs = borderPairs(places, { threshold: 0.5, within: 15 });
  const used = pairs.flatMap((pair) => [pair.electronic.unit, pair.other.unit]);
  assertEquals(new Set(used).size, used.length);
  for (const { electronic, other, distance } of pairs) {
    assertEquals(electronic.group !== other.group && distance <= 15, true);
    assertEquals([electronic.dose >= 0.5, other.dose >= 0.5], [true, false]);
  }
});

/** Places of two groups, one with machines and one without, all at one point. */
const crowd = (electronic: number, others: number): PlacedUnit[] =>
  Array.from({ length: electronic + others }, (_, i) => {
    const dose = i < electronic ? 1 : 0;
    const unit = { ...places[0]!.unit, unit: `u${i}`, group: `g${dose}`, dose };
    return { unit, longitude: -90, latitude: 45 };
  });

Deno.test("borderPairs() refuses more places than it can measure, and more near pairs than it can hold", () => {
  const within = 15;
  assertThrows(
    () => borderPairs(crowd(20_000, 20_000), { threshold: 0.5, within }),
    RangeError,
    "Cannot pair units across borders: work: found 20000 electronic × 20000 others × 30 steps",
  );
  const found = borderPairs(crowd(2, 3), { threshold: 0.5, within });
  assertEquals(found.map(({ electronic, other }) => [electronic.unit, other.unit]), [
    ["u0", "u2"],
    ["u1", "u3"],
  ]);
  assertThrows(
    () => borderPairs(crowd(1001, 1000), { threshold: 0.5, within }),
    RangeError,
    'option "within": found 15, expected a distance within which at most 1000000 pairs lie',
  );
});

Deno.test("borderPairs() refuses a distance that is none, and a place that is nowhere", () => {
  const task = "Cannot pair units across borders: ";
  assertThrows(
    () => borderPairs(places, { threshold: 0.5, within: 0 }),
    RangeError,
    `${task}option "within": found 0, expected`,
  );
  assertThrows(
    () => borderPairs([{ ...places[0]!, latitude: NaN }], { threshold: 0.5, within: 15 }),
    RangeError,
    `${task}latitude of CITY OF ABBOTSFORD, CLARK: found NaN, expected`,
  );
});

Deno.test("borderPairs() takes the nearest pair first, and at one distance the first listed", () => {
  const place = (unit: string, dose: number, longitude: number): PlacedUnit => ({
    unit: { ...places[0]!.unit, unit, group: `g${dose}`, dose },
    longitude,
    latitude: 0,
  });
  const names = (some: readonly PlacedUnit[]) =>
    borderPairs(some, { threshold: 0.5, within: 1000 })
      .map(({ electronic, other }) => `${electronic.unit}${other.unit}`);
  // y is nearest to b; then a takes x, though x was nearer to b than to a.
  assertEquals(
    names([
      place("a", 1, 0),
      place("b", 1, 2),
      place("x", 0, 1.2),
      place("y", 0, 2.1),
    ]),
    ["by", "ax"],
  );
  // Both others are as far from a: the first listed is taken.
  assertEquals(names([place("a", 1, 0), place("x", 0, 1), place("y", 0, -1)]), ["ax"]);
  assertEquals(names([place("a", 1, 0), place("y", 0, -1), place("x", 0, 1)]), ["ay"]);
  // A degree of the equator is 111.19 km of a sphere with a radius of 6,371 km.
  const [pair] = borderPairs([place("a", 1, 0), place("x", 0, 1)], { threshold: 0.5, within: 112 });
  assertClose(pair!.distance, 6371 * Math.PI / 180, 1e-3);
  assertEquals(
    borderPairs([place("a", 1, -180), place("x", 0, 180)], { threshold: 0.5, within: 1 }).length,
    1,
  );
});
