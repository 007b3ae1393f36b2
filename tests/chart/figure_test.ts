import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import * as Plot from "@observablehq/plot";
import { figure, FIGURE_MEDIA_TYPE, type StoredFigure } from "tallybook/chart";
import { data, options } from "./two_margins.ts";

const script = `
import * as Plot from "@observablehq/plot";
import { figure, lineOverTime, countyMap } from "tallybook/chart";
for (const name of ["net", "run", "write", "ffi", "env", "sys"]) await Deno.permissions.revoke({ name });
const hash = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
const words = { title: "A", source: "FEC", alt: "b" };
const rows = [{ x: 1, y: 2, fips: "55025" }, { x: 2, y: 3, fips: "55133" }];
for (const spec of [
  lineOverTime(rows, { x: "x", y: "y", label: "y" }),
  countyMap(rows, { fips: "fips", value: "y", steps: { label: "y", breaks: [2.5] }, state: "WI" }),
]) {
  const f = figure({ id: "same", ...words, ...spec });
  console.log(await hash(new TextEncoder().encode(f.toSvg())), await hash(f.toPng()), await hash(await f.toPdf()));
}
`;

Deno.test("a figure shows itself as PNG, text and the stored figure", () => {
  const drawn = figure({ ...options, caption: "As certified." });
  const bundle = (drawn as unknown as Record<symbol, () => Record<string, unknown>>)[
    Symbol.for("Jupyter.display")
  ]!();
  assertEquals(Object.keys(bundle), ["image/png", "text/plain", FIGURE_MEDIA_TYPE]);
  assertEquals(bundle["text/plain"], "Two margins\nMichigan −0.22 points, Wisconsin −0.76.");
  assert(String(bundle["image/png"]).startsWith("iVBORw0KGgo"));
  const stored = bundle[FIGURE_MEDIA_TYPE] as StoredFigure;
  assertEquals(stored, {
    version: 1,
    id: "margins",
    title: "Two margins",
    subtitle: null,
    caption: "As certified.",
    source: "FEC",
    alt: "Michigan −0.22 points, Wisconsin −0.76.",
    estimand: null,
    width: 680,
    height: drawn.height,
    svg: drawn.toSvg(),
    csv: "state,point,lower,upper\nMichigan,-0.22,-0.3,-0.1\nWisconsin,-0.76,-0.9,-0.6\n",
    narrow: drawn.toNarrow(),
  });
  assertEquals(JSON.parse(JSON.stringify(stored)), stored);
});

Deno.test("a figure has a drawing for phones, without the words that stand beside it", () => {
  const narrow = figure({ ...options, caption: "As certified." }).toNarrow()!;
  assertEquals(narrow.width, 346);
  assertEquals([narrow.svg.includes(">Two margins</tspan>"), narrow.svg.includes("certified")], [
    false,
    false,
  ]);
  assertStringIncludes(narrow.svg, ">Wisconsin</text>");
  assertStringIncludes(narrow.svg, 'id="margins-narrow-title"');
  const sizes = [...narrow.svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  assert(Math.min(...sizes) >= 11, sizes.join(" "));
});

Deno.test("a figure whose words have no room on a phone has no drawing for it", () => {
  const wide = figure({
    ...options,
    plot: () => ({
      marginLeft: 80,
      marks: [
        Plot.text([
          "one text that is far too long for a drawing of three hundred and forty pixels",
        ]),
      ],
    }),
  });
  assertEquals(wide.toNarrow(), null);
  const refusing = figure({
    ...options,
    plot: ({ width }) => {
      if (width < 500) throw new RangeError("no room");
      return { marks: [Plot.dot(data, { x: "point", y: "state" })] };
    },
  });
  assertEquals(refusing.toNarrow(), null);
});

Deno.test("a figure has the same bytes in another process, also one that gave up its permissions", async () => {
  const run = async () => {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--ext=ts", "-"],
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
      cwd: new URL("../../", import.meta.url),
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(script));
    await writer.close();
    const { stdout, stderr, success } = await child.output();
    assert(success, new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout);
  };
  const [first, second] = [await run(), await run()];
  assertEquals(first, second);
  const hashes = first.trim().split(/\s+/u);
  assertEquals(hashes.length, 6);
  assertNotEquals(hashes[0], hashes[3]);
});
