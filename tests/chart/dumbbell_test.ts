import { dumbbell, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("dumbbell() writes both values outside the line between them", () => {
  const rows = [
    { state: "Michigan", y2012: 9.47, y2016: -0.22 },
    { state: "Wisconsin", y2012: 6.94, y2016: -0.76 },
    { state: "Pennsylvania", y2012: 5.39, y2016: -0.72 },
    { state: "Texas", y2012: -15.8, y2016: -8.99 },
    { state: "Minnesota", y2012: 7.69, y2016: 1.52 },
  ];
  assertFigure(figure({
    id: "dumbbell",
    title: "Four of five states moved to the right, Texas to the left",
    source: "FEC, Federal Elections 2012 and 2016",
    alt: "Michigan from +9.47 to −0.22 points; Texas from −15.80 to −8.99.",
    ...dumbbell(rows, {
      label: "state",
      from: "y2012",
      to: "y2016",
      ends: ["2012", "2016"],
      axis: "Democratic margin, points",
      format: (value) => `${value < 0 ? "−" : value > 0 ? "+" : ""}${Math.abs(value)}`,
    }),
  }));
});
