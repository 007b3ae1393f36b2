import { assertThrows } from "@std/assert";
import { figure, partyColor, tileMap } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const electors =
  "AL9 AK3 AZ11 AR6 CA55 CO9 CT7 DE3 DC3 FL29 GA16 HI4 ID4 IL20 IN11 IA6 KS6 KY8 LA8 ME4 MD10 MA11 MI16 MN10 MS6 MO10 MT3 NE5 NV6 NH4 NJ14 NM5 NY29 NC15 ND3 OH18 OK7 OR7 PA20 RI4 SC9 SD3 TN11 TX38 UT6 VT3 VA13 WA12 WV5 WI10 WY3"
    .split(" ").map((each) => ({ state: each.slice(0, 2), electors: Number(each.slice(2)) }));
const clinton = new Set(
  "CA CO CT DE DC HI IL ME MD MA MN NV NH NJ NM NY OR RI VT VA WA".split(" "),
);

Deno.test("tileMap() has a tile for every state and the District of Columbia", () => {
  assertFigure(figure({
    id: "tile-map",
    title: "Who won which state's electors in 2016",
    subtitle: "Each tile is a state with its electors; one elector of Maine went to Trump",
    source: "FEC, Federal Elections 2016",
    alt:
      "A tile map: Clinton won the West Coast, most of the Northeast, Illinois, Minnesota, Colorado, New Mexico, Nevada, Virginia and Hawaii; Trump all others.",
    ...tileMap(
      electors.map((row) => ({ ...row, winner: clinton.has(row.state) ? "Clinton" : "Trump" })),
      {
        state: "state",
        value: "winner",
        text: "electors",
        categories: { Clinton: partyColor("Democratic"), Trump: partyColor("Republican") },
      },
    ),
  }));
});

Deno.test("tileMap() colors numbers by steps and shows what is missing", () => {
  assertFigure(figure({
    id: "tile-map-steps",
    title: "Electors by state, Texas left out",
    source: "National Archives",
    alt: "A tile map of electors in four steps of blue, Texas grey.",
    width: 600,
    ...tileMap(electors.filter((row) => row.state !== "TX"), {
      state: "state",
      value: "electors",
      steps: { label: "Electors", breaks: [5, 10, 20] },
    }),
  }));
  assertThrows(
    () =>
      tileMap([{ state: "XX", value: 1 }], {
        state: "state",
        value: "value",
        steps: { label: "x", breaks: [1] },
      }),
    RangeError,
    'state: found "XX", expected one of',
  );
});

Deno.test("tileMap() hatches the lower half of a diverging scale, for a grey print", () => {
  assertFigure(figure({
    id: "tile-map-hatched",
    title: "Two sides that a grey print keeps apart",
    source: "Made for this test",
    alt: "A tile map in which the states below zero are striped.",
    width: 600,
    ...tileMap(electors.map((row, i) => ({ ...row, margin: 30 * Math.sin(i) })), {
      state: "state",
      value: "margin",
      steps: {
        label: "Margin, points",
        breaks: [-20, -10, 0, 10, 20],
        diverging: true,
        hatchLow: true,
        ends: ["Republican", "Democratic"],
      },
    }),
  }));
});
