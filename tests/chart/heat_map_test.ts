import { assertThrows } from "@std/assert";
import { figure, heatMap } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("heatMap() shows coverage by category and leaves gaps white", () => {
  const rows = ["nation", "state", "congressional district", "county", "precinct"].flatMap((
    level,
    depth,
  ) =>
    Array.from({ length: 24 }, (_, i) => 1932 + 4 * i).map((year) => ({
      year,
      level,
      coverage: year < 1932 + depth * 16
        ? null
        : year < 1952 + depth * 16
        ? "two parties"
        : depth === 4 && year !== 2016
        ? null
        : "all candidates",
    }))
  );
  assertFigure(figure({
    id: "heat-map",
    title: "Returns go back far for states, not for precincts",
    subtitle: "Tables by year and level",
    source: "the tables described in datapackage.json",
    alt:
      "A grid of years and levels. State returns reach back to 1948, precincts exist for 2016 only.",
    ...heatMap(rows, {
      x: "year",
      y: "level",
      value: "coverage",
      categories: { "all candidates": "#0b3c6f", "two parties": "#7fb0da" },
    }),
  }));
});

Deno.test("heatMap() colors numbers by steps and writes texts that read on them", () => {
  const rows = ["Huntington-Hill", "Webster", "Jefferson", "Adams"].flatMap((method, i) =>
    ["MT", "RI", "NY", "OH", "CA"].map((state, j) => ({ method, state, seats: (i - 1) * (j - 1) }))
  );
  assertFigure(figure({
    id: "heat-map-numbers",
    title: "Seats won and lost by the method of apportionment",
    source: "Made for this test",
    alt: "A grid of methods and states with seats from −2 to 6.",
    width: 600,
    ...heatMap(rows, {
      x: "state",
      y: "method",
      value: "seats",
      text: (row) => String(row.seats).replace("-", "−"),
      steps: {
        label: "Seats more or fewer",
        breaks: [-2, 0, 1, 3],
        colors: ["#b8402c", "#f6d5ca", "#e4e9ef", "#84aadb", "#123a78"],
      },
    }),
  }));
  assertThrows(
    () =>
      heatMap(rows, {
        x: "state",
        y: "method",
        value: "method",
        categories: { Webster: "#000000" },
      }),
    RangeError,
    'category of row 0: found "Huntington-Hill", expected one of "Webster"',
  );
  assertThrows(
    () => heatMap(rows, { x: "state", y: "method", value: "seats" }),
    TypeError,
    "either categories or steps",
  );
});
