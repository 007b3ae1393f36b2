import { assertAlmostEquals, assertEquals } from "@std/assert";
import { measureText } from "../../lib/chart/fonts.ts";
import { type TextBox, textBoxes, textProblems } from "../../lib/chart/text_problems.ts";

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">${body}</svg>`;

type Place = (x: number, y: number) => readonly [number, number];

/** The box by its definition: 0.7 of the size above the line, 0.2 below, each corner moved by the transforms. */
function expected(text: string, at: {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly weight?: 400 | 600;
  readonly shift?: number;
  readonly place?: Place;
}): Omit<TextBox, "text"> {
  const { x, y, size = 12, weight = 400, shift = 0, place = (u, v) => [u, v] } = at;
  const width = measureText(text, size, weight);
  const left = x - shift * width;
  const corners = [left, left + width].flatMap((u) =>
    [y - 0.7 * size, y + 0.2 * size].map((v) => place(u, v))
  );
  const [xs, ys] = [corners.map(([u]) => u), corners.map(([, v]) => v)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function assertBox(body: string, text: string, at: Parameters<typeof expected>[1]): void {
  const box = textBoxes(svg(body)).find((each) => each.text === text)!;
  for (const [side, value] of Object.entries(expected(text, at))) {
    assertAlmostEquals(box[side as "left"], value, 1e-9, `${side} of ${body}`);
  }
}

const turned = (degrees: number, aboutX = 0, aboutY = 0): Place => (x, y) => {
  const angle = degrees / 180 * Math.PI;
  const [u, v] = [x - aboutX, y - aboutY];
  return [
    aboutX + u * Math.cos(angle) - v * Math.sin(angle),
    aboutY + u * Math.sin(angle) + v * Math.cos(angle),
  ];
};

Deno.test("textBoxes() places a text by transforms of its groups, the inner ones first", () => {
  assertBox('<text x="5" y="20">Ohio</text>', "Ohio", { x: 5, y: 20 });
  assertBox('<text x="5" y="20" transform="translate(7)">Ohio</text>', "Ohio", {
    x: 5,
    y: 20,
    place: (x, y) => [x + 7, y],
  });
  assertBox('<g transform="scale(2)"><text x="5" y="20">Ohio</text></g>', "Ohio", {
    x: 5,
    y: 20,
    place: (x, y) => [2 * x, 2 * y],
  });
  assertBox(
    '<g transform="translate(10,4) scale(2,3)"><text x="5" y="20" transform="scale(0.5,-2)">Ohio</text></g>',
    "Ohio",
    { x: 5, y: 20, place: (x, y) => [10 + 2 * 0.5 * x, 4 + 3 * -2 * y] },
  );
  assertBox('<text x="5" y="20" transform="rotate(30)">Ohio</text>', "Ohio", {
    x: 5,
    y: 20,
    place: turned(30),
  });
  assertBox('<text x="5" y="20" transform="rotate(-50 40 60)">Ohio</text>', "Ohio", {
    x: 5,
    y: 20,
    place: turned(-50, 40, 60),
  });
  // A turned text in a stretched and turned group: all four numbers of a transform count.
  assertBox(
    '<g transform="scale(2,3) rotate(40)"><text x="5" y="20" transform="translate(3,9) rotate(25,1,2)">Ohio</text></g>',
    "Ohio",
    {
      x: 5,
      y: 20,
      place: (x, y) => {
        const [u, v] = turned(25, 1, 2)(x, y);
        const [s, t] = turned(40)(u + 3, v + 9);
        return [2 * s, 3 * t];
      },
    },
  );
  assertBox(
    '<g transform="rotate(20)"><g transform="scale(3,0.5)"><text transform="rotate(70)">Ohio</text></g></g>',
    "Ohio",
    {
      x: 0,
      y: 0,
      place: (x, y) => {
        const [u, v] = turned(70)(x, y);
        return turned(20)(3 * u, 0.5 * v);
      },
    },
  );
});

Deno.test("textBoxes() takes size, weight and anchor from the text, else from its groups", () => {
  const inGroup = (group: string, text: string) =>
    `<g ${group}><text x="90" y="40" ${text}>Maine</text></g>`;
  const at = { x: 90, y: 40 };
  assertBox(inGroup('font-size="20"', ""), "Maine", { ...at, size: 20 });
  assertBox(inGroup('font-size="20"', 'font-size="8"'), "Maine", { ...at, size: 8 });
  assertBox(inGroup('font-size="20"', 'font-size="0.5em"'), "Maine", { ...at, size: 10 });
  assertBox(inGroup('font-weight="bold"', ""), "Maine", { ...at, weight: 600 });
  assertBox(inGroup('font-weight="bold"', 'font-weight="400"'), "Maine", at);
  assertBox(inGroup('font-weight="500"', 'font-weight="600"'), "Maine", { ...at, weight: 600 });
  assertBox(inGroup('font-weight="500"', ""), "Maine", at);
  assertBox(inGroup('text-anchor="end"', ""), "Maine", { ...at, shift: 1 });
  assertBox(inGroup('text-anchor="end"', 'text-anchor="middle"'), "Maine", { ...at, shift: 0.5 });
  assertBox(inGroup('text-anchor="end"', 'text-anchor="start"'), "Maine", at);
});

Deno.test("textBoxes() moves by dx and dy, in pixels or in the text's size", () => {
  assertBox('<text x="10" y="20" dx="3" dy="4">Iowa</text>', "Iowa", { x: 13, y: 24 });
  assertBox('<text x="10" dy="0.5em" font-size="16">Iowa</text>', "Iowa", {
    x: 10,
    y: 8,
    size: 16,
  });
  const lines =
    '<text x="10" y="20">Iowa<tspan x="30" y="50">Utah</tspan><tspan dy="7">Ohio</tspan><tspan x="2" dy="1em">Maine</tspan></text>';
  assertBox(lines, "Iowa", { x: 10, y: 20 });
  assertBox(lines, "Utah", { x: 30, y: 50 });
  assertBox(lines, "Ohio", { x: 30, y: 57 });
  assertBox(lines, "Maine", { x: 2, y: 69 });
  assertBox('<text x="" y="20">Iowa</text>', "Iowa", { x: 0, y: 20 });
});

Deno.test("textBoxes() reads no title, no description and no blank", () => {
  assertEquals(
    textBoxes(svg(
      "<title>a</title><desc>b</desc><text><title>c</title>d</text><text>  </text><text/>",
    )).map(({ text }) => text),
    ["d"],
  );
});

Deno.test("textProblems() allows half a pixel over each side and a pixel of overlap", () => {
  const width = measureText("Ohio", 10);
  const at = (x: number, y: number) => `<text x="${x}" y="${y}" font-size="10">Ohio</text>`;
  const out = (x: number, y: number) => textProblems(svg(at(x, y)));
  const leaves = (pixels: number) => [`"Ohio" leaves the picture by ${pixels} pixels`];
  assertEquals([out(-0.5, 50), out(-0.6, 50)], [[], leaves(1)]);
  assertEquals([out(200 - width + 0.4, 50), out(200 - width + 1.6, 50)], [[], leaves(2)]);
  // The top is 7 above the line, the bottom 2 below.
  assertEquals([out(5, 6.5), out(5, 4.5)], [[], leaves(3)]);
  assertEquals([out(5, 98.5), out(5, 101.5)], [[], leaves(4)]);
  const two = (dx: number, dy: number) =>
    textProblems(svg(at(20, 50) + at(20 + dx, 50 + dy))).length;
  assertEquals([two(width - 1.1, 0), two(width - 0.9, 0)], [1, 0]);
  assertEquals([two(1.1 - width, 0), two(0.9 - width, 0)], [1, 0]);
  // Nine pixels high, of which one and a half may be shared.
  assertEquals([two(0, 7.4), two(0, 7.6), two(0, -7.4), two(0, -7.6)], [1, 0, 1, 0]);
});
