import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { embedFonts, svgToPdf } from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";

const svg = await Deno.readTextFile(new URL("./snapshots/scatter-fit.svg", import.meta.url));

Deno.test("svgToPdf() gives the same bytes every time, of the figure's size, with its words", async () => {
  const pdf = await svgToPdf(svg);
  assertEquals(await svgToPdf(svg), pdf);
  const text = new TextDecoder("latin1").decode(pdf);
  assertStringIncludes(text, "/MediaBox [0 0 510 "); // 680 pixels at 96 to the inch
  assertStringIncludes(text, "Palm Beach gave Buchanan");
  assertStringIncludes(text, "/Alt (");
  assertStringIncludes(text, "SourceSans3");
});

Deno.test("svgToPdf() refuses what is no figure", async () => {
  await assertRejects(
    () => svgToPdf("<svg></svg>"),
    TypeError,
    "expected an SVG with width and height",
  );
});

Deno.test("embedFonts() adds a font that holds the letters used, and changes nothing else", async () => {
  const embedded = await embedFonts(svg);
  assertEquals(embedded.replace(/<style>.*?<\/style>/u, ""), svg);
  assertEquals([...embedded.matchAll(/@font-face/gu)].length, 2);
  assert(
    embedded.length - svg.length < 60_000,
    `${embedded.length - svg.length} characters for fonts`,
  );
  assert(!/url\((?!data:|#)/u.test(embedded), "an address outside the file");
  assertEquals(textProblems(embedded), []);
  assertEquals(await embedFonts(svg), embedded);
});
