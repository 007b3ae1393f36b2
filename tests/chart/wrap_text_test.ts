import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { measureText, wrapText } from "tallybook/chart";

Deno.test("wrapText() never makes a line wider than the width, and loses no letter", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Za-z0-9,.]{1,20}$/), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 30, max: 400 }),
      (words, width) => {
        const lines = wrapText(words.join(" "), width, 12);
        for (const line of lines) assert(line.length === 1 || measureText(line, 12) <= width, line);
        assertEquals(lines.join("").replaceAll(" ", ""), words.join(""));
      },
    ),
    { numRuns: 60 },
  );
});

Deno.test("wrapText() keeps line breaks and does not break at a no-break space", () => {
  assertEquals(wrapText("one\ntwo", 400, 12), ["one", "two"]);
  assertEquals(wrapText("aaaa 12\u00a0345", measureText("aaaa 12", 12) + 2, 12), [
    "aaaa",
    "12\u00a0345",
  ]);
});

Deno.test("wrapText() breaks a word that is wider than a line", () => {
  const lines = wrapText("W".repeat(40), 100, 12);
  assert(lines.length > 3);
  for (const line of lines) assert(measureText(line, 12) <= 100);
});
