import { assertThrows } from "@std/assert";
import { figure, lineOverTime } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

// National totals as counting went on, in votes (FEC and the Cook Political Report's tracker).
const tallies = [
  { date: "2016-11-09", clinton: 59_814_018, trump: 59_611_678 },
  { date: "2016-11-15", clinton: 61_963_234, trump: 60_961_185 },
  { date: "2016-11-16", clinton: 62_568_373, trump: 61_336_159 },
  { date: "2016-11-23", clinton: 64_225_863, trump: 62_210_612 },
  { date: "2016-12-01", clinton: 65_152_112, trump: 62_625_928 },
  { date: "2016-12-20", clinton: 65_844_610, trump: 62_979_636 },
].map((row) => ({ ...row, lead: row.clinton - row.trump }));

Deno.test("lineOverTime() writes the last value at the line's end", () => {
  assertFigure(figure({
    id: "line-over-time",
    title: "Clinton's lead grew for six weeks after election night",
    subtitle: "Clinton's votes minus Trump's in the national count, by the date of the tally",
    caption: "Tallies before certification are unofficial.",
    source:
      "Cook Political Report's national tracker, as quoted on the day; FEC, Federal Elections 2016",
    alt:
      "A rising line: 202,340 votes on 9 November, 2.0 million on 23 November, 2.9 million at the end.",
    ...lineOverTime(tallies, {
      x: "date",
      y: "lead",
      label: "Lead, votes",
      references: [{ value: 543_895, label: "Gore's lead in 2000: 543,895" }],
    }),
  }));
});

Deno.test("lineOverTime() keeps the labels of several lines apart", () => {
  const rows = tallies.flatMap(({ date, clinton, trump }) => [
    { date, name: "Clinton", votes: clinton },
    { date, name: "Trump", votes: trump },
    { date, name: "Trump, if only slightly more", votes: trump + 120_000 },
  ]);
  assertFigure(figure({
    id: "lines-over-time",
    title: "Both totals grew, Clinton's by more",
    source: "FEC, Federal Elections 2016",
    alt: "Three rising lines; Clinton's ends highest, at 65.8 million votes.",
    width: 600,
    ...lineOverTime(rows, { x: "date", y: "votes", series: "name", label: "Votes", zero: false }),
  }));
});

Deno.test("lineOverTime() shows a band between lower and upper", () => {
  const rows = [1976, 1984, 1992, 2000, 2008, 2016].map((year, i) => ({
    year,
    share: 50 + 3 * Math.sin(i),
    lower: 48 + 3 * Math.sin(i),
    upper: 52.5 + 3 * Math.sin(i),
  }));
  assertFigure(figure({
    id: "line-with-band",
    title: "A share with its interval",
    source: "Made for this test",
    alt: "A line that swings around 50 percent from 1976 to 2016, within a band of four points.",
    estimand: "share",
    ...lineOverTime(rows, {
      x: "year",
      y: "share",
      lower: "lower",
      upper: "upper",
      label: "Percent of the two-party vote",
      zero: false,
      endLabel: (_, last) => `${last.toFixed(1)}%`,
    }),
  }));
});

Deno.test("lineOverTime() says which row has no number", () => {
  const rows = [{ date: "2016-11-15", lead: 1 }, {
    date: "2016-11-16",
    lead: null as unknown as number,
  }];
  assertThrows(
    () => lineOverTime(rows, { x: "date", y: "lead", label: "Lead" }),
    TypeError,
    'row 1, column "lead": found null, expected a finite number',
  );
  assertThrows(
    () => lineOverTime(rows, { x: "day" as "date", y: "lead", label: "Lead" }),
    RangeError,
    'column: found "day", expected one of "date", "lead"',
  );
});
