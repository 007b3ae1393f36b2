import { figure, slopeChart } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("slopeChart() keeps the labels at both sides apart", () => {
  // Residual votes in Georgia 2000 by equipment, percent: mean of counties and by ballots.
  const rows = [
    { equipment: "lever", counties: 4.189, ballots: 3.978 },
    { equipment: "central scan", counties: 4.198, ballots: 3.475 },
    { equipment: "precinct scan", counties: 5.156, ballots: 2.136 },
    { equipment: "paper", counties: 4.025, ballots: 3.272 },
    { equipment: "punch cards", counties: 4.709, ballots: 4.668 },
  ];
  assertFigure(figure({
    id: "slope-chart",
    title: "Precinct scan looks worst by counties and is best by ballots",
    subtitle: "Residual votes, percent of ballots, Georgia 2000",
    source: "Georgia Secretary of State",
    alt:
      "Precinct scan falls from 5.16 percent, the highest, to 2.14, the lowest; punch cards stay at 4.7.",
    width: 600,
    ...slopeChart(rows, {
      label: "equipment",
      from: "counties",
      to: "ballots",
      ends: ["mean of counties", "by ballots"],
      format: (value) => `${value.toFixed(2)}%`,
      highlight: (row) => row.equipment === "precinct scan",
    }),
  }));
});
