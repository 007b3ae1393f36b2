import { assertThrows } from "@std/assert";
import { figure, scatterFit } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

// Bush and Buchanan votes in some Florida counties, 2000, as certified.
const counties = ([
  ["Alachua", 34135, 263],
  ["Broward", 177939, 795],
  ["Miami-Dade", 289574, 560],
  ["Duval", 152460, 653],
  ["Hillsborough", 180794, 847],
  ["Orange", 134531, 446],
  ["Palm Beach", 152964, 3411],
  ["Pinellas", 184849, 1013],
  ["Pasco", 68607, 570],
  ["Polk", 90310, 533],
  ["Marion", 55146, 563],
  ["Leon", 39073, 282],
  ["Escambia", 73171, 502],
  ["Liberty", 1317, 39],
  ["Lafayette", 1670, 10],
  ["Volusia", 82368, 498],
  ["Brevard", 115253, 570],
  ["Sarasota", 83117, 305],
  ["Collier", 60467, 122],
] as const).map(([county, bush, buchanan]) => ({ county, bush, buchanan }));

const outliers = (row: typeof counties[number]) =>
  ["Palm Beach", "Pinellas", "Collier"].includes(row.county) ? row.county : "";

Deno.test("scatterFit() shows the fit's interval and names the outliers", () => {
  const fit = [0, 100_000, 200_000, 300_000].map((bush) => ({
    x: bush,
    y: 100 + 0.0025 * bush,
    lower: -130 + 0.0024 * bush,
    upper: 330 + 0.0026 * bush,
  }));
  assertFigure(figure({
    id: "scatter-fit",
    title: "Palm Beach gave Buchanan 2,600 votes more than its neighbors' pattern",
    subtitle: "Florida counties, 2000",
    source: "Florida Division of Elections",
    alt:
      "Points along a rising line; Palm Beach, with 3,411 votes for Buchanan, stands far above the band.",
    ...scatterFit(counties, {
      x: "bush",
      y: "buchanan",
      xLabel: "Votes for Bush",
      yLabel: "Votes for Buchanan",
      label: outliers,
      fit,
      fitLabel: "99% prediction interval without Palm Beach",
      zero: true,
    }),
  }));
});

Deno.test("scatterFit() draws logarithmic axes and groups by color and shape", () => {
  assertFigure(figure({
    id: "scatter-log",
    title: "On the log scale Palm Beach is less extreme",
    source: "Florida Division of Elections",
    alt:
      "Points in two groups on logarithmic axes; Palm Beach is above the line by a factor of five.",
    width: 600,
    ...scatterFit(counties, {
      x: "bush",
      y: "buchanan",
      xLabel: "Votes for Bush, log scale",
      yLabel: "Votes for Buchanan, log scale",
      label: outliers,
      group: (row) => row.bush > 100_000 ? "large counties" : "small counties",
      size: "bush",
      log: true,
    }),
  }));
  assertThrows(
    () => scatterFit([{ x: 0, y: 1 }], { x: "x", y: "y", xLabel: "x", yLabel: "y", log: true }),
    RangeError,
    "expected values above zero",
  );
});

Deno.test("logarithmic axes take any value above zero, and refuse zero", () => {
  const draw = (x: number, y: number) =>
    scatterFit([{ x, y }, { x: 20, y: 30 }, { x: 5, y: 7 }], {
      ...{ x: "x", y: "y", xLabel: "X", yLabel: "Y", log: true } as const,
    });
  draw(0.5, 0.01);
  for (const [x, y] of [[0, 1], [1, 0], [-1, 1]] as const) {
    assertThrows(() => draw(x, y), RangeError, "values above zero");
  }
});
