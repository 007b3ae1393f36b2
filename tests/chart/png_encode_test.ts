import { assert, assertEquals } from "@std/assert";
import { crc32, inflateSync } from "node:zlib";
import { encodePng } from "../../lib/chart/png_encode.ts";

/** A PNG without filters, read by the format's own rules: an index or three bytes a pixel. */
function decode(png: Uint8Array) {
  assertEquals([...png.slice(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const body = png.slice(at + 4, at + 8 + length);
    assertEquals(view.getUint32(at + 8 + length), crc32(body));
    chunks.set(new TextDecoder().decode(body.slice(0, 4)), body.slice(4));
    at += 12 + length;
  }
  const header = chunks.get("IHDR")!;
  const [width, height] = [0, 4].map((at) => new DataView(header.buffer).getUint32(at)) as [
    number,
    number,
  ];
  const palette = chunks.get("PLTE");
  const each = palette ? 1 : 3;
  const lines = inflateSync(chunks.get("IDAT")!);
  assertEquals(lines.length, height * (1 + width * each));
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const start = Math.floor(i / width) * (1 + width * each) + 1 + (i % width) * each;
    const from = palette ? palette.subarray(3 * lines[start]!) : lines.subarray(start);
    return (from[0]! << 16) + (from[1]! << 8) + from[2]!;
  });
  return { kinds: [...chunks.keys()], header: [...header.slice(8)], palette, lines, pixels };
}

/** A picture of one row, each color as often as it says. */
function row(colors: readonly (readonly [color: number, times: number])[]) {
  const pixels = colors.flatMap(([color, times]) => new Array<number>(times).fill(color));
  const rgba = pixels.flatMap((color) => [color >> 16, color >> 8 & 255, color & 255, 255]);
  return { pixels, png: encodePng(Uint8Array.from(rgba), pixels.length, 1, 2835) };
}

const rgb = (red: number, green: number, blue: number) => red << 16 | green << 8 | blue;

/** 210 colors no two of which are nearer than 40 in one of the channels. */
const apart = Array.from(
  { length: 210 },
  (_, i) => rgb(40 * (i % 6), 40 * (Math.floor(i / 6) % 6), 40 * Math.floor(i / 36)),
);

/** Moves a color, which has room above, by so much in each channel. */
const moved = (color: number, by: readonly [number, number, number]) => color + rgb(...by);

Deno.test("encodePng() keeps up to 256 colors exactly, however near, the commonest first", () => {
  const near = Array.from({ length: 256 }, (_, i) => rgb(100, 100 + (i >> 4), 100 + (i & 15)));
  const { pixels, png } = row(near.map((color, i) => [color, i === 7 ? 3 : i === 200 ? 2 : 1]));
  const read = decode(png);
  assertEquals(read.kinds, ["IHDR", "pHYs", "PLTE", "IDAT", "IEND"]);
  // Eight bits, by palette; compression, filter and interlace by the only methods, 0.
  assertEquals(read.header, [8, 3, 0, 0, 0]);
  assertEquals(read.pixels, pixels);
  const listed = [...near].sort((a, b) => a - b)
    .sort((a, b) => Number(b === near[7]) - Number(a === near[7]));
  const [first, second, ...others] = [near[7]!, near[200]!, ...listed];
  assertEquals(
    [...read.palette!],
    [first, second, ...others.filter((color) => color !== first && color !== second)]
      .flatMap((color) => [color! >> 16, color! >> 8 & 255, color! & 255]),
  );
});

Deno.test("encodePng() counts a color in all its runs, the last too", () => {
  const [a, b, c] = [rgb(9, 9, 9), rgb(50, 0, 0), rgb(0, 0, 70)];
  const first = (colors: [number, number][]) => [...decode(row(colors).png).palette!.slice(0, 3)];
  assertEquals(first([[a, 2], [b, 3], [a, 2]]), [9, 9, 9]);
  assertEquals(first([[a, 3], [b, 2], [c, 1], [b, 2]]), [50, 0, 0]);
  assertEquals(first([[a, 1], [b, 2], [c, 3]]), [0, 0, 70]);
});

Deno.test("encodePng() merges more than 256 colors by the least distance that suffices", () => {
  // Squared distances of 16, 36, 64, 121, 196 and 324, and those just beyond, in one channel and in three.
  const steps: readonly (readonly [number, number, number])[] = [
    [4, 0, 0],
    [0, 4, 0],
    [0, 0, 4],
    [0, 0, 6],
    [4, 4, 0],
    [8, 0, 0],
    [0, 11, 0],
    [4, 4, 8],
    [14, 0, 0],
    [0, 0, 18],
    [16, 8, 2],
  ];
  for (const by of steps) {
    // The commoner of each two stands for both, above it or below.
    const { pixels, png } = row(
      apart.flatMap((color, i): [number, number][] =>
        i % 2 === 0 ? [[color, 3], [moved(color, by), 1]] : [[color, 1], [moved(color, by), 3]]
      ),
    );
    const read = decode(png);
    const expected = pixels.map((_, at) => {
      const color = apart[at >> 2]!;
      return (at >> 2) % 2 === 0 ? color : moved(color, by);
    });
    assertEquals(read.pixels, expected, `moved by ${by}`);
    assertEquals(read.palette!.length, 3 * 210);
  }
});

Deno.test("encodePng() leaves colors as they are that a smaller distance did not have to merge", () => {
  // 256 where 60 neighbors at a distance of 4 are merged: those at 5 stay.
  const near = (by: number, from: number, to: number) =>
    apart.slice(from, to).map((color) => moved(color, [0, by, 0]));
  const kept = [...apart, ...near(5, 0, 46)];
  const merged = near(4, 100, 160);
  const read = decode(
    row([...kept.map((c) => [c, 2] as const), ...merged.map((c) => [c, 1] as const)]).png,
  );
  assertEquals(read.palette!.length, 3 * 256);
  assertEquals(read.pixels, [...kept.flatMap((c) => [c, c]), ...apart.slice(100, 160)]);
});

Deno.test("encodePng() merges into the nearest color where two are near", () => {
  // Of two that are 18 apart and stay, what lies 5 from the rarer one is nearer to that.
  const pair = apart.flatMap((color, i): [number, number][] =>
    i < 40
      ? [[color, 5], [moved(color, [0, 0, 18]), 4], [moved(color, [0, 0, 13]), 1]]
      : [[color, 5]]
  );
  const { pixels, png } = row(pair);
  const expected = pixels.map((color) => {
    const at = apart.findIndex((each) => color - each === 13);
    return at >= 0 && at < 40 ? moved(apart[at]!, [0, 0, 18]) : color;
  });
  assertEquals(decode(png).pixels, expected);
});

Deno.test("encodePng() writes full color where colors too far apart are more than 256", () => {
  // 19 in one channel is a squared distance of 361, beyond the most that is merged, 324.
  const { pixels, png } = row(
    apart.flatMap((color): [number, number][] => [[color, 1], [moved(color, [0, 19, 0]), 2]]),
  );
  const read = decode(png);
  assertEquals(read.kinds, ["IHDR", "pHYs", "IDAT", "IEND"]);
  assertEquals(read.header, [8, 2, 0, 0, 0]);
  assertEquals(read.pixels, pixels);
  assert(read.lines[0] === 0, "a line is filtered");
});

Deno.test("encodePng() writes line by line", () => {
  const colors = Array.from({ length: 12 }, (_, i) => rgb(20 * i, 255 - 20 * i, 7 * i));
  const rgba = Uint8Array.from(colors.flatMap((c) => [c >> 16, c >> 8 & 255, c & 255, 9]));
  const png = encodePng(rgba, 3, 4, 11811);
  assertEquals(decode(png).pixels, colors);
  // The same from bytes that begin anywhere in a buffer.
  for (const from of [1, 2, 3, 4]) {
    const within = new Uint8Array(rgba.length + from);
    within.set(rgba, from);
    assertEquals(encodePng(within.subarray(from), 3, 4, 11811), png, `${from}`);
  }
  const many = Array.from(
    { length: 338 },
    (_, i) => rgb(20 * (i % 13), 20 * (Math.floor(i / 13) % 13), i < 169 ? 0 : 255),
  );
  const read = decode(encodePng(
    Uint8Array.from(many.flatMap((c) => [c >> 16, c >> 8 & 255, c & 255, 255])),
    13,
    26,
    11811,
  ));
  assertEquals([read.palette, read.pixels], [undefined, many]);
});
