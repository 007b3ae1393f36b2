import { assertEquals } from "@std/assert";
import { textBoxes, textProblems } from "../../lib/chart/text_problems.ts";

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">${body}</svg>`;

Deno.test("textProblems() finds overlapping texts through groups and anchors", () => {
  const drawing = svg(
    '<g transform="translate(100,50)" text-anchor="middle"><text>Michigan</text></g>' +
      '<text x="110" y="52">Wisconsin</text><text x="10" y="20">far away</text>',
  );
  assertEquals(textProblems(drawing), ['"Michigan" and "Wisconsin" overlap']);
});

Deno.test("textProblems() takes a text with an entity as one", () => {
  assertEquals(textProblems(svg('<text x="50" y="50">&lt;1%</text>')), []);
  assertEquals(textBoxes(svg('<text x="50" y="50">a &lt; b</text>')).map(({ text }) => text), [
    "a < b",
  ]);
});

Deno.test("textProblems() finds characters that would vanish", () => {
  assertEquals(textProblems(svg('<text x="10" y="20">票</text>')), [
    '"票" has characters that the font lacks: 票',
  ]);
});

Deno.test("textBoxes() turns with a rotation and follows tspans", () => {
  const [turned] = textBoxes(svg('<text transform="translate(50,50) rotate(-90)">Votes</text>'));
  // Turned by a quarter, the text is taller than wide and lies above its starting point.
  assertEquals(turned!.bottom > 49 && turned!.top < 30 && turned!.right - turned!.left < 12, true);
  const lines = textBoxes(
    svg('<text><tspan x="5" y="20">one</tspan><tspan x="5" dy="16">two</tspan></text>'),
  );
  assertEquals(lines.map((line) => line.text), ["one", "two"]);
  assertEquals(lines[1]!.top - lines[0]!.top, 16);
});
