import { assertEquals, assertThrows } from "@std/assert";
import { figure, pointMap, theme } from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";
import { assertFigure } from "./snapshot.ts";

const rows = [
  { city: "Milwaukee", longitude: -87.92, latitude: 43.04, votes: 247_836, machine: "scan" },
  { city: "Madison", longitude: -89.4, latitude: 43.07, votes: 153_000, machine: "scan" },
  { city: "Superior", longitude: -92.1, latitude: 46.72, votes: 12_800, machine: "touch" },
  { city: "", longitude: -90.0, latitude: 45.0, votes: 90, machine: "touch" },
];
const options = {
  state: "WI",
  longitude: "longitude",
  latitude: "latitude",
  category: "machine",
  weight: "votes",
  label: "city",
  categories: {
    scan: { color: theme.categories[0] },
    touch: { color: theme.categories[1], symbol: "triangle" },
  },
} as const;

Deno.test("pointMap() draws places with their category, their weight as area, and their names", () => {
  assertFigure(figure({
    id: "point-map",
    title: "Three cities and a town",
    source: "Made for this test; boundaries by the U.S. Census Bureau",
    alt: "A map of Wisconsin with Milwaukee, Madison and Superior, and a town without a name.",
    ...pointMap(rows, options),
  }));
});

Deno.test("pointMap() puts a place where its county is drawn", () => {
  const svg = figure({
    id: "one-place",
    title: "A city",
    source: "Made for this test",
    alt: "One point.",
    ...pointMap(rows.slice(0, 1), options),
  }).toSvg();
  assertEquals(textProblems(svg), []);
  // Milwaukee lies on the lake, in the south: right of the middle and in the lowest fifth.
  const [, x, y] =
    /aria-label="dot"><path[^>]* transform="translate\(([\d.]+),([\d.]+)\)/u.exec(svg) ??
      [];
  assertEquals([Number(x) > 400, Number(y) > 400], [true, true], `${x} ${y}`);
});

Deno.test("pointMap() names the row that it can't draw", () => {
  assertThrows(
    () => pointMap([{ ...rows[0]!, machine: "hand" }], options),
    RangeError,
    'category of row 0: found "hand", expected one of "scan", "touch"',
  );
  assertThrows(
    () => pointMap([rows[0]!, { ...rows[1]!, votes: -1 }], options),
    RangeError,
    "weight of row 1: found -1, expected a finite number of at least 0",
  );
  assertThrows(
    () => pointMap([{ ...rows[0]!, latitude: Number.NaN }], options),
    RangeError,
    'row 0, column "latitude": found NaN, expected a finite number',
  );
  assertThrows(() => pointMap(rows, { ...options, state: "XX" }), RangeError, "XX");
});

Deno.test("pointMap() draws places without any weight as points of one size", () => {
  const svg = figure({
    id: "weights",
    title: "Cities",
    source: "Made for this test",
    alt: "Points.",
    ...pointMap(rows.slice(0, 2).map((row) => ({ ...row, votes: 0 })), options),
  }).toSvg();
  const [, dots = ""] = /aria-label="dot">(.*?)<\/g>/us.exec(svg) ?? [];
  const shapes = [...dots.matchAll(/ d="([^"]*)"/gu)].map(([, d]) => d);
  assertEquals([shapes.length, new Set(shapes).size, dots.includes("NaN")], [2, 1, false]);
});
