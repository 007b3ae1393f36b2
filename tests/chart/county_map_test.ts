import { assert, assertEquals, assertLess, assertThrows } from "@std/assert";
import { countyMap, figure } from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";
import us from "us-atlas/counties-10m.json" with { type: "json" };
import { assertFigure } from "./snapshot.ts";

const fips = (us.objects.counties.geometries as { id: string }[]).map((each) => each.id)
  .filter((code) => code < "60");
// A smooth pattern across the codes: the map's drawing is what is tested, not the data.
const rows = fips.map((code, i) => ({
  fips: code,
  margin: 55 * Math.sin(i / 40) + 20 * Math.sin(i),
}));
const steps = {
  label: "Margin, points of the two-party vote",
  breaks: [-40, -20, 0, 20, 40],
  diverging: true,
  ends: ["Republican", "Democratic"] as const,
};

Deno.test("countyMap() draws the nation's counties in an output below one megabyte", () => {
  const drawn = figure({
    id: "county-map",
    title: "Margins by county",
    source: "Made for this test; boundaries by the U.S. Census Bureau",
    alt: "A map of the counties with made-up margins.",
    ...countyMap(rows, { fips: "fips", value: "margin", steps }),
  });
  const bundle =
    (drawn as unknown as Record<symbol, () => object>)[Symbol.for("Jupyter.display")]!();
  assertLess(JSON.stringify(bundle).length, 1_000_000);
  assertEquals(textProblems(drawn.toSvg()), []);
  // All 3,142 counties are in the paths: a path per color, each county starts with an M.
  const starts = [...drawn.toSvg().matchAll(/<path[^>]* d="([^"]*)"/gu)].map((match) =>
    match[1]!.split("M").length - 1
  );
  assert(Math.max(...starts) > 100 && starts.reduce((a, b) => a + b) > 3142);
});

Deno.test("countyMap() draws one state and what has no data", () => {
  assertFigure(figure({
    id: "county-map-state",
    title: "Wisconsin's counties",
    source: "Made for this test; boundaries by the U.S. Census Bureau",
    alt: "A map of Wisconsin with made-up margins by county, Dane without data.",
    ...countyMap(rows.filter((row) => row.fips !== "55025"), {
      fips: "fips",
      value: "margin",
      steps,
      state: "WI",
      unmatched: "ignore",
    }),
  }));
});

Deno.test("countyMap() refuses what it cannot place, unless told to ignore it", () => {
  const odd = [{ fips: "55025", margin: 1 }, { fips: "2938000", margin: 2 }];
  assertThrows(
    () => countyMap(odd, { fips: "fips", value: "margin", steps }),
    RangeError,
    'codes of 1 of 2 rows: found a list ["2938000"]',
  );
  countyMap(odd, { fips: "fips", value: "margin", steps, unmatched: "ignore" });
  assertThrows(
    () => countyMap(rows, { fips: "fips", value: "margin", steps, state: "Wisconsin" }),
    RangeError,
    'state: found "Wisconsin", expected one of "AL", "AK"',
  );
  // Shannon County, South Dakota, was renamed and given a new code in 2015.
  countyMap([{ fips: "46113", margin: 1 }], { fips: "fips", value: "margin", steps });
});
