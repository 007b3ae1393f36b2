import { figure, partyColor, rankedBars } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("rankedBars() sorts by value and writes each value beside its bar", () => {
  const rows = [
    { year: 1824, loser: "Jackson", lead: 38221 },
    { year: 1876, loser: "Tilden", lead: 252666 },
    { year: 1888, loser: "Cleveland", lead: 90596 },
    { year: 2000, loser: "Gore", lead: 543895 },
    { year: 2016, loser: "Clinton", lead: 2868686 },
  ];
  assertFigure(figure({
    id: "ranked-bars",
    title: "Popular-vote winners who lost, by their lead in votes",
    source: "FEC; official returns as collected in state tables",
    alt:
      "Five bars: Clinton 2016 2,868,686 votes, Gore 543,895, Tilden 252,666, Cleveland 90,596, Jackson 38,221.",
    ...rankedBars(rows, {
      label: (row) => `${row.loser} ${row.year}`,
      value: "lead",
      format: (value) => value.toLocaleString("en-US"),
      color: (row) => row.year === 2016 ? "#0b5cad" : "#7f8894",
    }),
  }));
});

Deno.test("rankedBars() draws negative values to the left, with room for their texts", () => {
  const rows = [
    { state: "Michigan", margin: -0.223 },
    { state: "New Hampshire", margin: 0.368 },
    { state: "Florida", margin: -1.199 },
    { state: "Minnesota", margin: 1.52 },
  ];
  assertFigure(figure({
    id: "ranked-bars-negative",
    title: "Four close states",
    source: "FEC, Federal Elections 2016",
    alt: "Minnesota +1.52 points, New Hampshire +0.37, Michigan −0.22, Florida −1.20.",
    width: 600,
    ...rankedBars(rows, {
      label: "state",
      value: "margin",
      color: (row) => partyColor(row.margin > 0 ? "Democratic" : "Republican"),
      format: (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)} points`,
      references: [{ value: 0.5, label: "Recount threshold" }],
    }),
  }));
});
