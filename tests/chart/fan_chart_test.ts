import { fanChart, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("fanChart() draws narrower intervals above wider ones, and the count", () => {
  const rows = ["2016-11-11", "2016-11-15", "2016-11-18", "2016-11-23", "2016-12-01", "2016-12-20"]
    .map((date, i) => {
      const left = 5 - i;
      const projected = 2.7e6 + 0.03e6 * i;
      return {
        date,
        counted: 2.87e6 - 0.5e6 * left,
        projected,
        low50: projected - 0.08e6 * left,
        high50: projected + 0.08e6 * left,
        low95: projected - 0.25e6 * left,
        high95: projected + 0.25e6 * left,
        low: projected - 0.6e6 * left,
        high: projected + 0.5e6 * left,
      };
    });
  assertFigure(figure({
    id: "fan-chart",
    title: "The final lead was within every interval from 15 November on",
    subtitle: "Projections of Clinton's final lead by the day they could have been made",
    source: "FEC; made for this test",
    alt:
      "A fan that narrows from 15 November to 20 December around 2.8 million votes; the count rises to meet it.",
    estimand: "final lead, votes",
    ...fanChart(rows, {
      x: "date",
      point: "projected",
      bands: [
        { level: 0.5, lower: "low50", upper: "high50" },
        { level: 0.95, lower: "low95", upper: "high95" },
        { level: 1, lower: "low", upper: "high" },
      ],
      counted: "counted",
      label: "Lead, votes",
      references: [{ value: 2_868_686, label: "final: 2,868,686" }],
    }),
  }));
});
