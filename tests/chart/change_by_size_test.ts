import { assert, assertThrows } from "@std/assert";
import { changeBySize, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = Array.from({ length: 40 }, (_, i) => ({
  kind: i % 2 === 0 ? "hand" : "scan",
  votes: 5 + 37 * i,
  change: Math.round(8 * Math.sin(1.3 * i) ** 5),
}));
const options = {
  by: "kind",
  titles: { scan: "scanned", hand: "by hand" },
  size: "votes",
  change: "change",
  xLabel: "Votes",
  yLabel: "Change",
  format: (value: number) => String(value).replace("-", "−"),
} as const;

Deno.test("changeBySize() has a panel a group, in the order of the headings", () => {
  const drawn = figure({
    id: "change-by-size",
    title: "Moved both ways in both groups",
    source: "Made for this test",
    alt: "Changes of up to 8 votes either way in units of up to 1,448 votes.",
    ...changeBySize(rows, options),
  });
  assertFigure(drawn);
  const svg = drawn.toSvg();
  assert(svg.indexOf(">scanned<") > 0 && svg.indexOf(">scanned<") < svg.indexOf(">by hand<"));
});

Deno.test("changeBySize() refuses a group without a heading", () => {
  assertThrows(
    () => changeBySize(rows, { ...options, titles: { scan: "scanned" } }),
    RangeError,
    'row 0, by: found "hand"',
  );
});
