import {
  assert,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import * as Plot from "@observablehq/plot";
import {
  Figure,
  figure,
  FIGURE_MEDIA_TYPE,
  type FigureOptions,
  type StoredFigure,
} from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const data = [
  { state: "Michigan", point: -0.22, lower: -0.3, upper: -0.1 },
  { state: "Wisconsin", point: -0.76, lower: -0.9, upper: -0.6 },
];
const options: FigureOptions = {
  id: "margins",
  title: "Two margins",
  source: "FEC",
  alt: "Michigan −0.22 points, Wisconsin −0.76.",
  data,
  plot: () => ({
    marginLeft: 80,
    height: 100,
    marks: [Plot.dot(data, { x: "point", y: "state" })],
  }),
};

Deno.test("figure() names the figure and the option that is missing", () => {
  for (const name of ["title", "source", "alt"] as const) {
    const without = { ...options, [name]: undefined } as unknown as FigureOptions;
    assertThrows(
      () => figure(without),
      TypeError,
      `Cannot draw the figure "margins": ${name}: found nothing, expected a text`,
    );
    assertThrows(
      () => figure({ ...options, [name]: "  " }),
      TypeError,
      `Cannot draw the figure "margins": ${name}`,
    );
  }
});

Deno.test("figure() refuses an id that would not do as a file name", () => {
  for (const id of ["Margins", "two words", "../up", "", "-a"]) {
    assertThrows(
      () => figure({ ...options, id }),
      TypeError,
      "expected lower-case words joined by hyphens",
    );
  }
});

Deno.test("figure() refuses data that is no rows, and no data", () => {
  assertThrows(() => figure({ ...options, data: [] }), RangeError, "data: found 0 members");
  assertThrows(
    () => figure({ ...options, data: "a" as unknown as [] }),
    TypeError,
    'data: found "a", expected a list of rows',
  );
  assertThrows(
    () => figure({ ...options, data: [1 as unknown as object] }),
    TypeError,
    "row 0 of data: found 1, expected an object",
  );
});

Deno.test("figure() refuses a plot that is not a function or returns nothing", () => {
  assertThrows(
    () => figure({ ...options, plot: {} as unknown as FigureOptions["plot"] }),
    TypeError,
    "expected a function that returns",
  );
  assertThrows(
    () => figure({ ...options, plot: () => [] }),
    TypeError,
    "what plot returns: found a list []",
  );
  assertThrows(
    () => figure({ ...options, width: -1 }),
    RangeError,
    "width: found -1, expected a finite number of at least 1 and at most 4000",
  );
});

Deno.test("figure() refuses an estimate whose interval is not drawn", () => {
  const estimate = { ...options, estimand: "margin, points" };
  assertThrows(() => figure(estimate), TypeError, "row 0, 1: found no mark from lower to upper");
  // One row's interval is not enough.
  assertThrows(
    () =>
      figure({
        ...estimate,
        plot: () => ({
          marginLeft: 80,
          marks: [Plot.ruleY(data.slice(0, 1), { x1: "lower", x2: "upper", y: "state" })],
        }),
      }),
    TypeError,
    ": row 1: found no mark",
  );
  // A bar from zero to the point is no interval.
  assertThrows(
    () =>
      figure({
        ...estimate,
        plot: () => ({ marginLeft: 80, marks: [Plot.barX(data, { x: "point", y: "state" })] }),
      }),
    TypeError,
  );
});

Deno.test("figure() accepts an interval drawn in percent, the other way round, or of a nested estimate", () => {
  const draw = (
    rows: object[],
    x1: (row: typeof data[number]) => number,
    x2: (row: typeof data[number]) => number,
  ) =>
    figure({
      ...options,
      estimand: "margin",
      data: rows,
      plot: () => ({
        marginLeft: 80,
        height: 100,
        marks: [Plot.ruleY(data, { x1, x2, y: "state" } as Plot.RuleYOptions)],
      }),
    });
  assert(draw(data, (row) => row.lower * 100, (row) => row.upper * 100) instanceof Figure);
  assert(draw(data, (row) => -row.upper, (row) => -row.lower) instanceof Figure);
  assert(
    draw(data.map((estimate) => ({ estimate })), (row) => row.lower, (row) => row.upper) instanceof
      Figure,
  );
});

Deno.test("figure() wraps long words, escapes them, and keeps them inside the picture", () => {
  assertFigure(figure({
    ...options,
    id: "long-words",
    title:
      "A title of such a length that it needs two lines: Clinton & Trump < Johnson, “as counted” in Michigan's eighty-three counties",
    subtitle:
      "A subtitle that also is rather long, because it names the denominator (all votes), the status (certified) and the date",
    caption:
      "A caption in two paragraphs, the first of which is long enough to be broken where the picture ends, at its right edge.\nThe second is short.",
    source:
      "FEC, Federal Elections 2016; Michigan Department of State; Wisconsin Elections Commission, report of the recount, December 2016",
    width: 500,
    legend: ["first entry", "second entry of some length", "third entry of some length", "fourth"]
      .map((label, i) => ({
        label,
        color: ["#0b4f9c", "#d95f0e", "#00604c", "#5b3a8c"][i]!,
        symbol: (["area", "circle", "dashed", "star"] as const)[i],
      })),
  }));
});

Deno.test("figure() lays panels out in columns under their headings, with a legend from the color scale", () => {
  assertFigure(figure({
    ...options,
    id: "panels",
    columns: 2,
    plot: ({ width }) =>
      ["Points", "Points again, under a heading that needs two lines", "Third"].map((title) => ({
        title,
        width,
        height: 110,
        marginLeft: 80,
        color: { legend: true, domain: ["Michigan", "Wisconsin"], range: ["#0b4f9c", "#d95f0e"] },
        marks: [Plot.dot(data, { x: "point", y: "state", fill: "state", clip: true })],
      })),
  }));
});

Deno.test("figure() draws the legends of Plot's threshold and continuous scales without a canvas", () => {
  for (const type of ["threshold", "linear"] as const) {
    const svg = figure({
      ...options,
      id: `scale-${type}`,
      plot: () => ({
        marginLeft: 80,
        color: {
          legend: true,
          type,
          label: "Points",
          domain: type === "threshold" ? [-0.5] : [-1, 0],
          range: ["#fee", "#900"],
        } as Plot.ScaleOptions,
        marks: [Plot.dot(data, { x: "point", y: "state", fill: "point" })],
      }),
    }).toSvg();
    assertStringIncludes(svg, ">Points</text>");
  }
});

Deno.test("figure() leaves out ticks beyond a scale's domain, and the arrows of axis labels", () => {
  const svg = figure({
    ...options,
    plot: () => ({
      marginLeft: 80,
      x: { type: "log", domain: [8, 2000], ticks: [1, 10, 100, 1000, 9000], label: "Votes" },
      marks: [Plot.dot([{ x: 10 }], { x: "x" })],
    }),
  }).toSvg();
  assertEquals([...svg.matchAll(/>([\d,.k]+)<\/text>/gu)].map((match) => match[1]), [
    "10",
    "100",
    "1k",
  ]);
  assertStringIncludes(svg, ">Votes</text>");
});

Deno.test("figure() numbers clip paths within the figure", () => {
  const clipped = () =>
    figure({
      ...options,
      plot: () => ({
        marginLeft: 80,
        marks: [Plot.dot(data, { x: "point", y: "state", clip: true })],
      }),
    }).toSvg();
  const svg = clipped();
  assertEquals(clipped(), svg);
  assertStringIncludes(svg, 'id="margins-clip-1"');
});

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
