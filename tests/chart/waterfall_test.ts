import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { figure, waterfall } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
import { assertFigure } from "./snapshot.ts";

const rows = [
  { part: "popular vote", points: 0.54, isWhole: true },
  {
    part: "the senators' two electors a state, which all of them have",
    points: -2.35,
    isWhole: false,
  },
  { part: "House seats by the census", points: 2.54, isWhole: false },
  { part: "persons who don't vote", points: -1.97, isWhole: false },
  { part: "winner takes all", points: 0.5, isWhole: false },
  { part: "electors", points: -0.74, isWhole: true },
];
const drawn = figure({
  id: "waterfall",
  title: "From the popular vote to the electors",
  source: "FEC, Federal Elections 2000",
  alt: "+0.54 points, −2.35, +2.54, −1.97 and +0.50 lead to −0.74.",
  ...waterfall(rows, { label: "part", value: "points", whole: "isWhole", axis: "Points" }),
});

const bars = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*>/gu)].map(([rect]) =>
    ["x", "width"].map((name) => Number(rect.match(new RegExp(` ${name}="([^"]+)"`, "u"))?.[1]))
  ).filter(([x]) => x! > 0).map(([x, width]) => ({ left: x!, right: x! + width! }));

Deno.test("waterfall() starts each part where the last one ended", () => {
  assertFigure(drawn);
  for (const svg of [drawn.toSvg(), assertNarrow(drawn).svg]) {
    const [popular, ...parts] = bars(svg);
    const electors = parts.pop()!;
    const pixel = (popular!.right - popular!.left) / 0.54;
    const zero = popular!.left;
    // Derived by hand: 0.54, −1.81, 0.73, −1.24, −0.74.
    const sums = [0.54, -1.81, 0.73, -1.24, -0.74];
    for (const [i, { left, right }] of parts.entries()) {
      const [from, to] = [sums[i]!, sums[i + 1]!];
      assertAlmostEquals(left, zero + pixel * Math.min(from, to), 0.8);
      assertAlmostEquals(right, zero + pixel * Math.max(from, to), 0.8);
    }
    assertAlmostEquals(electors.left, zero - 0.74 * pixel, 0.8);
    assertAlmostEquals(electors.right, zero, 0.1);
  }
});

Deno.test("waterfall() on a phone: names above the bars, values beside them", () => {
  const narrow = assertNarrow(drawn);
  const boxes = textBoxes(narrow.svg);
  for (const { part, points } of rows) {
    const first = part.split(" ").slice(0, 2).join(" ");
    const value = `${points > 0 ? "+" : "−"}${Math.abs(points)}`;
    const name = boxes.find(({ text }) => text.startsWith(first))!;
    const number = boxes.find(({ text, top }) => text === value && top > name.top);
    assert(number !== undefined, `${value} below ${first}`);
    assertEquals(name.left < 14, true);
  }
});
