import { figure, lineOverTime, smallMultiples } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("smallMultiples() draws the same chart once a group, with its heading", () => {
  const margins: Record<string, number[]> = {
    Michigan: [5.1, 3.4, 16.4, 9.5, -0.2, 2.8],
    Pennsylvania: [4.2, 2.5, 10.3, 5.4, -0.7, 1.2],
    Wisconsin: [0.2, 0.4, 13.9, 6.9, -0.8, 0.6],
    Ohio: [-3.5, -2.1, 4.6, 3.0, -8.1, -8.0],
  };
  const rows = Object.entries(margins).flatMap(([state, list]) =>
    list.map((margin, i) => ({ state, year: 2000 + 4 * i, margin }))
  );
  assertFigure(figure({
    id: "small-multiples",
    title: "Ohio left the group of three",
    subtitle: "Democratic margin, points of all votes",
    source: "MIT Election Data and Science Lab",
    alt:
      "Four panels, 2000 to 2020. Michigan, Pennsylvania and Wisconsin end near +1.5 points, Ohio at −8.0.",
    ...smallMultiples(rows, {
      by: "state",
      columns: 2,
      chart: (some) =>
        lineOverTime(some, {
          x: "year",
          y: "margin",
          label: "Points",
          domain: [-10, 20],
          height: 190,
        }),
    }),
  }));
});
