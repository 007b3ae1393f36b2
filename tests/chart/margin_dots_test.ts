import { figure, marginDots } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("marginDots() sorts by margin and marks the tipping-point state", () => {
  const rows = ([
    ["Minnesota", 10, 1.52],
    ["New Hampshire", 4, 0.37],
    ["Michigan", 16, -0.22],
    ["Pennsylvania", 20, -0.72],
    ["Wisconsin", 10, -0.76],
    ["Florida", 29, -1.2],
    ["Arizona", 11, -3.55],
    ["North Carolina", 15, -3.66],
    ["Nevada", 6, 2.42],
    ["Maine", 2, 2.96],
  ] as const).map(([state, electors, margin]) => ({
    state,
    electors,
    margin,
    tipping: state === "Wisconsin",
  }));
  assertFigure(figure({
    id: "margin-dots",
    title: "Wisconsin was the tipping point, 2.9 points to the right of the nation",
    subtitle: "Clinton's margin in the ten closest contests of 2016, with their electors",
    source: "FEC, Federal Elections 2016",
    alt:
      "Ten dots from Maine, Clinton by 2.96 points, to North Carolina, Trump by 3.66. Wisconsin, the tipping point, went to Trump by 0.76.",
    ...marginDots(rows, {
      state: "state",
      margin: "margin",
      electors: "electors",
      marked: "tipping",
      label: "Margin, points of all votes",
      references: [{ value: 2.1, label: "nation +2.10" }],
    }),
  }));
});
