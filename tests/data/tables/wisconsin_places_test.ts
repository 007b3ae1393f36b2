import { assert, assertEquals } from "@std/assert";
import { loadWisconsinMunicipalities, loadWisconsinPlaces } from "tallybook/data";
import * as topojson from "topojson-client";
import atlas from "us-atlas/counties-10m.json" with { type: "json" };

type Ring = readonly (readonly [number, number])[];

/** Wisconsin's counties as the Census Bureau draws them: rings of longitude and latitude. */
const counties = new Map(
  (topojson.feature(atlas as never, atlas.objects.counties as never) as unknown as {
    features: { id: string; geometry: { type: string; coordinates: Ring[] | Ring[][] } }[];
  }).features.filter(({ id }) => id.startsWith("55")).map(({ id, geometry }) => [
    id,
    (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat()) as Ring[],
  ]),
);

/** Whether a ray to the east crosses the rings an odd number of times. */
function inside(rings: readonly Ring[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings) {
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length]!;
      if (y1 > y !== y2 > y && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)) odd = !odd;
    }
  }
  return odd;
}

Deno.test("loadWisconsinPlaces() puts each municipality into the county of its code", () => {
  const places = loadWisconsinPlaces().toRecords();
  const out = places.filter((row) =>
    !inside(counties.get(row.mcd_fips.slice(0, 5))!, row.longitude, row.latitude)
  );
  // The bureau's outlines are simplified: of these four the border runs within 2 kilometers.
  assertEquals(
    out.map((row) => row.mcd_fips),
    ["5502510075", "5502716450", "5504155575", "5511113300"],
  );
  for (const { mcd_fips, longitude, latitude } of out) {
    const rings = counties.get(mcd_fips.slice(0, 5))!;
    const around = [-0.02, 0, 0.02].flatMap((dx) => [-0.02, 0, 0.02].map((dy) => [dx, dy]));
    assert(around.some(([dx, dy]) => inside(rings, longitude + dx!, latitude + dy!)), mcd_fips);
  }
});

Deno.test("loadWisconsinPlaces() has a place for every municipality that an analysis uses", () => {
  const known = new Set(loadWisconsinPlaces().toRecords().map((row) => row.mcd_fips));
  const used = loadWisconsinMunicipalities({ analysis: true }).toRecords();
  assertEquals(used.filter((row) => !known.has(row.mcd_fips!)), []);
});

Deno.test("loadWisconsinPlaces() puts no two municipalities on one point", () => {
  const points = loadWisconsinPlaces().toRecords()
    .map((row) => `${row.longitude} ${row.latitude}`);
  assertEquals(new Set(points).size, points.length);
});
