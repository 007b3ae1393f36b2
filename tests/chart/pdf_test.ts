import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { unzlibSync } from "fflate";
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

Deno.test("svgToPdf() draws at three quarters: 72 points and 96 pixels to the inch", async () => {
  const box =
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">` +
    `<title>Box</title><desc>A box</desc><rect x="40" y="20" width="80" height="48" fill="#123456"/></svg>`;
  const pdf = await svgToPdf(box);
  // A letter a byte: what TextDecoder calls latin1 has other letters from 0x80 to 0x9f.
  const letters = Array.from(pdf, (byte) => String.fromCharCode(byte)).join("");
  assertStringIncludes(letters, "/MediaBox [0 0 150 75]");
  const content = [...letters.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      const bytes = Uint8Array.from(body!, (c) => c.charCodeAt(0));
      return new TextDecoder("latin1").decode(unzlibSync(bytes));
    } catch {
      return "";
    }
  }).join("\n");
  // Every matrix of the page, one after another, takes a length of 1 in the drawing to 3/4 of a point.
  const scale = [...content.matchAll(/^(-?[\d.]+) 0 0 -?[\d.]+ [-\d.]+ [-\d.]+ cm$/gm)]
    .reduce((product, [, x]) => product * Number(x), 1);
  assertEquals(scale, 0.75, content.slice(0, 400));
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
