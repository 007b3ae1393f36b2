import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { unzlibSync } from "fflate";
import { embedFonts, svgToPdf } from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";

const svg = await Deno.readTextFile(new URL("./snapshots/scatter-fit.svg", import.meta.url));

/** A letter a byte: what TextDecoder calls latin1 has other letters from 0x80 to 0x9f. */
const latinOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** What a PDF's compressed parts say. */
function streamsOf(pdf: Uint8Array): string[] {
  return [...latinOf(pdf).matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return latinOf(unzlibSync(Uint8Array.from(body!, (c) => c.charCodeAt(0))));
    } catch {
      return "";
    }
  });
}

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
  assertStringIncludes(latinOf(pdf), "/MediaBox [0 0 150 75]");
  const content = streamsOf(pdf).join("\n");
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

const saying = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text x="0" y="15">${text}</text></svg>`;

Deno.test("svgToPdf() gives the same bytes whatever was drawn before", async () => {
  // Some share glyphs: two spaces, a ligature and its letters, accents and what they are put on.
  const texts = ["a\u00a0b", "a b", "office ﬁ", "fi, ç; ½", "“Ç”, ö", "a b, c"];
  const code = `
    import { svgToPdf } from ${JSON.stringify(import.meta.resolve("../../lib/chart/pdf.ts"))};
    self.onmessage = async ({ data }) => self.postMessage(await svgToPdf(data));`;
  const source = `data:application/typescript,${encodeURIComponent(code)}`;
  const worker = new Worker(source, { type: "module" });
  const elsewhere = (text: string) =>
    new Promise<Uint8Array>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(saying(text));
    });
  for (const text of texts) await svgToPdf(saying(text));
  for (const text of texts.toReversed()) {
    assertEquals(await svgToPdf(saying(text)), await elsewhere(text), text);
  }
  worker.terminate();
});

Deno.test("svgToPdf() says which characters its glyphs are, a ligature's letters one by one", async () => {
  const pdf = await svgToPdf(saying("office\u00a0x"));
  const map = streamsOf(pdf).find((part) => part.includes("beginbfrange"));
  assert(map?.includes("<006f> <0066 0066> <0069> <0063> <0065> <0020> <0078>"), map);
  // A character for two letters is searched for by its letters.
  const ligature = streamsOf(await svgToPdf(saying("\ufb01x")));
  assert(ligature.some((part) => part.includes("<0066 0069> <0078>")), ligature.join("\n"));
});
