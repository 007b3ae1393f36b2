import { assert, assertEquals, assertThrows } from "@std/assert";
import { figure, theme, totalsByDate } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
import { assertFigure } from "./snapshot.ts";

const rows = [
  { day: "2016-11-09", lead: 220000, by: "others" },
  { day: "2016-11-15", lead: 1002049, by: "tracker" },
  { day: "2016-11-23", lead: 2015251, by: "tracker" },
  { day: "2016-11-23", lead: 1833000, by: "agency" },
  { day: "2016-12-19", lead: 2864974, by: "tracker" },
];
const options = {
  date: "day",
  value: "lead",
  publisher: "by",
  publishers: {
    tracker: { color: theme.accent, symbol: "circle" },
    agency: { color: theme.contrast, symbol: "square" },
    others: { color: theme.muted, symbol: "cross" },
  },
  joined: "tracker",
  label: "Lead, votes",
  named: [{ date: "2016-11-23", value: 2015251, label: "November 23, 2016: 2,015,251" }],
  references: [{ value: 2868686, label: "certified: 2,868,686" }],
  period: ["2016-11-08", "2016-12-22"],
} as const;
const drawn = figure({
  id: "totals-by-date",
  title: "The lead grew for six weeks",
  source: "news pages of the time",
  alt: "From 1,002,049 on 15 November to 2,864,974 on 19 December.",
  ...totalsByDate(rows, options),
});

Deno.test("totalsByDate() joins one publisher's totals and marks the others'", () => {
  assertFigure(drawn);
  const joined = drawn.toSvg().match(/<path d="M[\d.]+,[\d.]+L[\d.]+,[\d.]+L[\d.]+,[\d.]+"/gu);
  assertEquals(joined?.length, 1);
});

Deno.test("totalsByDate() on a phone: a named total's label stands whole at its left", () => {
  const boxes = textBoxes(assertNarrow(drawn).svg);
  const label = boxes.filter(({ text }) => ["November 23,", "2,015,251"].includes(text));
  assertEquals(label.length, 2);
  // 15 of the 44 days from the first to the last: the label ends left of there.
  const [day] = boxes.filter(({ text }) => text === "20").map(({ left, right }) =>
    (left + right) / 2
  );
  for (const { right } of label) assert(right < day! + 346 * 3 / 44);
});

Deno.test("totalsByDate() refuses publishers that it does not know", () => {
  assertThrows(
    () => totalsByDate([{ ...rows[0]!, by: "trakcer" }], options),
    RangeError,
    'publisher of row 0: found "trakcer"',
  );
  assertThrows(() => totalsByDate(rows, { ...options, joined: "agencies" }), RangeError, "joined");
});
