import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { dumbbell, figure } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
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

Deno.test("dumbbell() on a phone: long names stand above their lines and beside zero, the axis' label in two lines", () => {
  const rows = [
    {
      claim: "T1: 7,000,000 votes, votes for Jill Stein and Gary Johnson together",
      then: -23,
      final: -15,
    },
    { claim: "P9: 1,000,000 votes, Clinton's votes less Trump's", then: 0, final: 187 },
  ];
  const narrow = assertNarrow(figure({
    id: "dumbbell-phone",
    title: "Both moved",
    source: "made for this test",
    alt: "−23 and −15 percent; 0 and 187 percent.",
    ...dumbbell(rows, {
      label: "claim",
      from: "then",
      to: "final",
      ends: ["on its day", "finally"],
      axis: "Value less the number that was stated, in percent of the number",
      references: [{ value: -20, label: "twenty percent below the number" }],
      zero: true,
    }),
  }));
  const boxes = textBoxes(narrow.svg);
  // The line at zero is drawn from the first row's top to the last one's end: names stand right of it.
  const zeroX = Number(/aria-label="tick"[^>]*><line [^>]*x1="([\d.]+)"/u.exec(narrow.svg)![1]);
  const spans = [...narrow.svg.matchAll(/<line [^>]*>/gu)]
    .map(([line]) =>
      ["x1", "x2", "y1", "y2"].map((name) => Number(RegExp(`${name}="([\\d.]+)"`).exec(line)![1]))
    )
    .filter(([x1, x2]) => x1 === x2 && Math.abs(x1! - zeroX) < 0.1);
  // The grid's own line, and a part a row: each ends where the next begins.
  assertEquals(spans.length, 1 + rows.length);
  const [[, , y1, y2], [, , y3, y4]] = spans.slice(1) as [number[], number[]];
  assertAlmostEquals(Math.max(y1!, y2!), Math.min(y3!, y4!), 0.1);
  // Both rows are two lines of words of 15 pixels high, and 26 pixels of marks.
  assertAlmostEquals(Math.abs(y1! - y2!), 2 * 15 + 26, 0.1);
  for (const start of ["T1:", "P9:"]) {
    const name = boxes.find(({ text }) => text.startsWith(start))!;
    // The drawing stands four pixels from the figure's edge.
    assert(name.left > zeroX + 4 && name.right <= narrow.width);
  }
  // The dots of the second row are as far apart as 187 is on the axis, of which 50 is a step.
  const at = (label: string) => {
    const { left, right } = boxes.find(({ text }) => text === label)!;
    return (left + right) / 2;
  };
  const pixel = (at("200") - at("0")) / 200;
  const dots = [...narrow.svg.matchAll(/<circle [^>]*cx="([\d.]+)"[^>]*>/gu)].map(([, x]) =>
    Number(x)
  );
  assertAlmostEquals(dots.at(-1)! - dots.at(-3)!, 187 * pixel, 1);
});

Deno.test("dumbbell() interrupts a line where a value would touch it, and nowhere else", () => {
  const rows = [
    { contest: "touches", before: 113, after: 907 },
    { contest: "crosses", before: 80, after: 194 },
    { contest: "stands clear", before: 261, after: -130 },
    { contest: "far", before: 537, after: 1784 },
  ];
  const svg = figure({
    id: "dumbbell-gaps",
    title: "Two values stand at the line",
    source: "made for this test",
    alt: "113 and 907; 80 and 194; 261 and −130; 537 and 1,784.",
    ...dumbbell(rows, {
      label: "contest",
      from: "before",
      to: "after",
      ends: ["before", "after"],
      axis: "Votes",
      format: String,
      zero: true,
    }),
  }).toSvg();
  const lines = [...svg.matchAll(/<g ([^>]*)>((?:<line [^>]*\/>)+)/gu)].flatMap(([, group, all]) =>
    [...all!.matchAll(/<line [^>]*>/gu)].map(([line]) => {
      const at = (name: string) => Number(RegExp(` ${name}="([\\d.]+)"`).exec(line)![1]);
      return { group: group!, x1: at("x1"), x2: at("x2") };
    })
  );
  const zero = lines.find(({ group }) => group.includes("#1f2328"))!.x1;
  const gaps = lines.filter(({ group }) => group.includes('stroke="#ffffff"'));
  // The figure's edge is left of the drawing, whose lines are measured from its own corner.
  const boxes = textBoxes(svg).map(({ text, left, right }) => ({
    text,
    left: left - 16,
    right: right - 16,
  }));
  const near = boxes.filter(({ text, left, right }) =>
    ["113", "907", "80", "194", "261", "-130", "537", "1784"].includes(text) &&
    left - 3 < zero && right + 3 > zero
  );
  assertEquals(near.map(({ text }) => text), ["113", "80"]);
  assert(near[0]!.left > zero && near[1]!.left < zero, "one beside the line, one on it");
  assertEquals(gaps.length, near.length);
  near.forEach(({ left, right }, i) => {
    assertAlmostEquals(gaps[i]!.x1, left - 4, 0.1);
    assertAlmostEquals(gaps[i]!.x2, right + 4, 0.1);
  });
});
