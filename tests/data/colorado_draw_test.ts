import { assertEquals, assertThrows } from "@std/assert";
import { inDrawOrder, loadColoradoManifests } from "tallybook/data";

Deno.test("inDrawOrder() keeps every batch but Gunnison's of 2020, each county's in its own order", () => {
  for (const [year, without] of [[2020, "Gunnison"], [2024, ""]] as const) {
    const rows = loadColoradoManifests({ year }).toRecords();
    const ordered = inDrawOrder(rows);
    assertEquals(ordered.length, rows.filter(({ county }) => county !== without).length);
    // Counties stand in one piece each, with places that grow by one.
    const seen = new Set<string>();
    ordered.forEach(({ county, place }, i) => {
      if (ordered[i - 1]?.county === county) assertEquals(place, ordered[i - 1]!.place + 1);
      else {
        assertEquals([seen.has(county), place], [false, 1]);
        seen.add(county);
      }
    });
    assertEquals(ordered.at(-1)!.county, "Broomfield");
  }
});

Deno.test("inDrawOrder() refuses what are no rows of a manifest", () => {
  const row = { year: 2024, county: "Lake", place: 1 };
  assertThrows(() => inDrawOrder("Lake" as never), TypeError, "manifests");
  assertThrows(
    () => inDrawOrder([{ ...row, county: 7 as never }]),
    TypeError,
    "county of manifests[0]",
  );
  assertThrows(
    () => inDrawOrder([row, { ...row, place: 0.5 }]),
    RangeError,
    "place of manifests[1]",
  );
});
