import { assert, assertEquals, assertLess, assertThrows } from "@std/assert";
import { Resvg } from "@resvg/resvg-js";
import { svgToPng } from "tallybook/chart";

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10">${body}</svg>`;

/** The pixels of a PNG, read by another decoder than the encoder under test. */
function pixels(png: Uint8Array, width: number, height: number): Uint8Array {
  const uri = `data:image/png;base64,${png.toBase64()}`;
  const image =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image image-rendering="optimizeSpeed" width="${width}" height="${height}" xlink:href="${uri}"/></svg>`;
  return new Resvg(image).render().pixels;
}

Deno.test("svgToPng() keeps a picture of few colors exactly", () => {
  const body =
    '<rect width="10" height="10" fill="#123f86"/><rect x="10" width="5" height="5" fill="#d6483a"/>';
  const png = svgToPng(svg(body), { scale: 1 });
  const drawn = new Resvg(svg(body), { background: "white" }).render().pixels;
  assertEquals([...pixels(png, 20, 10)], [...drawn]);
});

Deno.test("svgToPng() changes no color by more than the eye tells when it has many", () => {
  const body = Array.from(
    { length: 600 },
    (_, i) =>
      `<rect x="${i % 20}" y="${Math.floor(i / 20)}" width="1" height="1" fill="rgb(${i % 256},${
        (i * 7) % 256
      },${(i * 3) % 256})"/>`,
  )
    .join("");
  const many =
    `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30" viewBox="0 0 20 30">${body}</svg>`;
  const seen = pixels(svgToPng(many, { scale: 1 }), 20, 30);
  const drawn = new Resvg(many, { background: "white" }).render().pixels;
  assert(seen.every((value, i) => Math.abs(value - drawn[i]!) <= 18));
});

Deno.test("svgToPng() states its size and resolution", () => {
  const view = new DataView(svgToPng(svg(""), { scale: 3 }).buffer);
  assertEquals([view.getUint32(16), view.getUint32(20)], [60, 30]);
  // 3 × 96 dots an inch of 0.0254 m are 11,339 dots a meter; the pHYs chunk follows the header.
  assertEquals(view.getUint32(33 + 8), 11339);
});

Deno.test("svgToPng() draws text without the system's fonts, and greys by luminance", () => {
  const text =
    '<text x="1" y="8" font-size="9" font-family="\'Source Sans 3\', sans-serif">M</text>';
  const dark = (png: Uint8Array) =>
    pixels(png, 20, 10).filter((value, i) => i % 4 === 0 && value < 100).length;
  assert(dark(svgToPng(svg(text), { scale: 1 })) > 5, "no letter was drawn");
  const grey = pixels(
    svgToPng(svg('<rect width="20" height="10" fill="#d6483a"/>'), { scale: 1, greyscale: true }),
    20,
    10,
  );
  assertEquals(grey[0], grey[1]);
  assertEquals(grey[1], grey[2]);
  assertLess(grey[0]!, 160);
});

Deno.test("svgToPng() refuses a scale out of range", () => {
  assertThrows(
    () => svgToPng(svg(""), { scale: 0 }),
    RangeError,
    'option "scale": found 0, expected a finite number of at least 0.1 and at most 10',
  );
});
