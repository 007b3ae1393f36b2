import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import * as topojson from "topojson-client";
import counties from "us-atlas/counties-10m.json" with { type: "json" };
import albers from "us-atlas/states-albers-10m.json" with { type: "json" };
import { mapOfState, nationMap } from "../../lib/chart/us_atlas.ts";

type Point = [number, number];
type Shape = {
  id: string;
  properties: { name: string };
  geometry: { type: string; coordinates: unknown };
};

/** The shapes of a topology as its own client reads them, in the file's coordinates. */
const shapesOf = (topology: unknown, object: unknown): Shape[] =>
  (topojson as unknown as { feature(t: unknown, o: unknown): { features: Shape[] } })
    .feature(topology, object).features;

const ringsOf = ({ geometry: { type, coordinates } }: Shape): Point[][] =>
  type === "Polygon" ? coordinates as Point[][] : (coordinates as Point[][][]).flat();

/** How far a point is from the nearest of a ring's corners: quantizing drops corners of one place. */
const farFrom = ([x, y]: readonly number[], ring: readonly (readonly number[])[]) =>
  Math.min(...ring.map(([u, v]) => Math.hypot(u! - x!, v! - y!)));

Deno.test("nationMap() has each state where the atlas draws it, to half a step of its grid", () => {
  const drawn = shapesOf(albers, albers.objects.states);
  for (const width of [975, 390]) {
    const map = nationMap("states", width);
    assertEquals([map.width, map.height, map.step], [width, Math.ceil(610 * width / 975), 0.5]);
    assertEquals(map.shapes.length, drawn.length);
    assertEquals(map.place, undefined);
    for (const shape of map.shapes) {
      const original = drawn.find(({ id }) => id === shape.fips)!;
      assertEquals(shape.name, original.properties.name);
      const corners = ringsOf(original).flat().map((point) => point.map((x) => x * width / 975));
      for (const ring of shape.rings) {
        for (const point of ring) {
          // The nearest corner is at most half a step away in each direction.
          const pixels = point.map((x) => x * map.step);
          assert(farFrom(pixels, corners) <= 0.25 * Math.SQRT2 + 1e-9, `${shape.name} ${pixels}`);
        }
      }
    }
  }
});

Deno.test("nationMap() draws borders between states alone, in a map of counties too", () => {
  const states = nationMap("states", 975);
  const owners = new Map<string, Set<string>>();
  for (const { fips, rings } of states.shapes) {
    for (const corner of rings.flat().map(String)) {
      owners.set(corner, (owners.get(corner) ?? new Set()).add(fips));
    }
  }
  const borders = states.borders.flat();
  const between = borders.filter((corner) => owners.get(String(corner))!.size > 1);
  assert(between.length / borders.length > 0.9, `${between.length} of ${borders.length}`);
  // The counties' map is made from the same survey: a corner of its borders is near one of the states'.
  const inCounties = nationMap("counties", 975).borders.flat();
  const near = inCounties.filter((_, i) => i % 5 === 0).map((corner) => farFrom(corner, borders));
  const most = near.filter((far) => far <= 8).length / near.length;
  // The two are simplified each by itself: long lines have corners in one of them only.
  assert(most > 0.8, `${most} of the corners are within four pixels`);
});

/** Mercator's ordinate by its other formula, and the longitude, both in radians. */
const mercator = ([longitude, latitude]: readonly number[]): Point => [
  ((longitude! > 0 ? longitude! - 360 : longitude!) * Math.PI) / 180,
  -Math.asinh(Math.tan((latitude! * Math.PI) / 180)),
];

Deno.test("mapOfState() fills its room with a state's counties in Mercator's projection", () => {
  const all = shapesOf(counties, counties.objects.counties);
  // Wisconsin is higher than wide, Tennessee wider than high, Alaska crosses the date line.
  for (
    const [fips, width, mostHeight] of [["55", 600, 300], ["47", 700, 520], [
      "02",
      500,
      400,
    ]] as const
  ) {
    const map = mapOfState(fips, width, mostHeight);
    const own = all.filter(({ id }) => id.startsWith(fips));
    assertEquals(map.shapes.map(({ fips }) => fips).sort(), own.map(({ id }) => id).sort());
    const points = own.flatMap((each) => ringsOf(each).flat());
    const planes = points.map(mercator);
    const [xs, ys] = [planes.map(([x]) => x), planes.map(([, y]) => y)];
    const range = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
    const [[left, right], [top, bottom]] = [range(xs), range(ys)];
    // A pixel is left free at the edges.
    const scale = Math.min((width - 2) / (right - left), (mostHeight - 2) / (bottom - top));
    assertEquals(map.width, width);
    assertEquals(map.height, Math.ceil((bottom - top) * scale + 2 - 1e-9));
    const at = ([x, y]: readonly number[]): Point => [
      width / 2 + (x! - (left + right) / 2) * scale,
      1 + (y! - top) * scale,
    ];
    for (const [i, point] of points.entries()) {
      if (i % 37 !== 0) continue;
      const [x, y] = map.place!(...point);
      const [u, v] = at(planes[i]!);
      assertAlmostEquals(x, u, 1e-6);
      assertAlmostEquals(y, v, 1e-6);
    }
    for (const shape of map.shapes) {
      const corners = ringsOf(own.find(({ id }) => id === shape.fips)!).flat().map(mercator).map(
        at,
      );
      for (const corner of shape.rings.flat()) {
        const pixels = corner.map((x) => x * map.step);
        assert(farFrom(pixels, corners) <= 0.25 * Math.SQRT2 + 1e-6, `${shape.name} ${pixels}`);
      }
    }
    // The one state's outline is what no two of its counties share.
    const count = new Map<string, number>();
    for (const { rings } of map.shapes) {
      for (const corner of new Set(rings.flat().map(String))) {
        count.set(corner, (count.get(corner) ?? 0) + 1);
      }
    }
    const outline = map.borders.flat().map(String);
    assert(outline.filter((corner) => count.get(corner) === 1).length / outline.length > 0.6);
  }
});

Deno.test("mapOfState() refuses a code of no state", () => {
  assertThrows(
    () => mapOfState("99", 600, 500),
    RangeError,
    'state: found "99", expected the FIPS code of a state',
  );
});
