/** What charts draw at the values where their drawing changes: nothing counted, a zero inside the axis, equal ends. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  type ChartSpec,
  coefficientLadder,
  figure,
  lineOverTime,
  logDots,
  pointMap,
  scatterFit,
  slopeChart,
  spoilerMap,
  stackedShares,
} from "tallybook/chart";
import { theme } from "../../lib/chart/theme.ts";

const drawn = (spec: ChartSpec): string =>
  figure({ id: "edges", title: "Edges", source: "Made for this test", alt: "Edges.", ...spec })
    .toSvg();
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

Deno.test("stackedShares() draws nothing of a bar without votes, and no part of a share of 0", () => {
  const rows = [
    { bar: "a", part: "x", value: 3 },
    { bar: "a", part: "y", value: 1 },
    { bar: "a", part: "z", value: 0 },
    { bar: "b", part: "x", value: 0 },
    { bar: "b", part: "y", value: 0 },
    { bar: "c", part: "z", value: 2 },
  ];
  const svg = drawn(stackedShares(rows, { bar: "bar", part: "part", value: "value" }));
  assertEquals(texts(svg).filter((text) => text.endsWith("%")), ["75%", "25%", "100%"]);
  // All names stand at the left, all parts in the legend.
  for (const name of ["a", "b", "c", "x", "y", "z"]) assert(texts(svg).includes(name), name);
});

Deno.test("lineOverTime() writes a reference's label where the line is farther from it", () => {
  const side = (values: readonly number[], value = 0) => {
    const svg = drawn(lineOverTime(values.map((y, x) => ({ x, y })), {
      x: "x",
      y: "y",
      label: "y",
      references: [{ value, label: "level" }],
    }));
    const label = svg.match(/<g[^>]*text-anchor="(\w+)"[^>]*><text[^>]*>level</u);
    assert(label !== null, svg.slice(0, 2_000));
    return label[1] === "start" ? "left" : "right";
  };
  assertEquals(side([9, 8, 5, 3, 2, 1]), "left");
  assertEquals(side([1, 2, 3, 5, 8, 9]), "right");
  // Of six values two are a third: the middle ones do not count.
  assertEquals(side([9, 5, 0, 0, 4, 9]), "left");
  assertEquals(side([9, 4, 0, 0, 5, 9]), "right");
  // Below the line as above it; equally far, the right.
  assertEquals(side([9, 8, 5, 3, 2, 1], 10), "right");
  assertEquals(side([3, 1, 3]), "right");
});

Deno.test("scatterFit() draws a line at zero where zero is inside the vertical axis", () => {
  const lines = (ys: readonly number[]) => {
    const rows = ys.map((y, i) => ({ x: i + 1, y }));
    const svg = drawn(scatterFit(rows, { x: "x", y: "y", xLabel: "x", yLabel: "y" }));
    return svg.split('aria-label="rule"').length - 1;
  };
  assertEquals(lines([-3, -1, 2, 4]) - lines([10, 11, 13, 14]), 1);
  assertEquals(lines([-14, -13, -11, -10]), lines([10, 11, 13, 14]));
});

Deno.test("slopeChart() draws all rows alike unless some are to be lit", () => {
  const rows = [{ name: "a", from: 1, to: 4, lit: true }, {
    name: "b",
    from: 2,
    to: 3,
    lit: false,
  }];
  const options = { label: "name", from: "from", to: "to", ends: ["2012", "2016"] } as const;
  const fills = (highlight?: "lit") => {
    const svg = drawn(slopeChart(rows, { ...options, ...highlight ? { highlight } : {} }));
    const dots = [...svg.matchAll(/<g[^>]*fill="(#\w+)"[^>]*><circle/gu)];
    return dots.map(([, color]) => color);
  };
  assertEquals(fills(), [theme.accent, theme.accent]);
  assertEquals(fills("lit"), [theme.accent, theme.rule]);
});

Deno.test("logDots() refuses an empty list of values", () => {
  assertThrows(
    () =>
      logDots(
        [{ name: "a", x: 1 }],
        { label: "name", values: [], axis: "x", format: String } as never,
      ),
    RangeError,
    "values",
  );
});

Deno.test("places have areas by their weights, equal ones without, and the least where all weights are zero", () => {
  const sizes = (weights: readonly number[] | null) => {
    const rows = [0, 1].map((i) => ({
      name: `p${i}`,
      longitude: -89 - i,
      latitude: 43 + i,
      kind: "a",
      weight: weights?.[i] ?? 0,
    }));
    const svg = drawn(pointMap(
      rows,
      {
        ...{ state: "WI", longitude: "longitude", latitude: "latitude", category: "kind" },
        categories: { a: { color: "#123456" } },
        ...weights === null ? {} : { weight: "weight" as const },
      } as Parameters<typeof pointMap<(typeof rows)[number]>>[1],
    ));
    // A circle's path begins at its radius; the legend's stand in another group.
    const group = /aria-label="dot">(.*?)<\/g>/u.exec(svg)![1]!;
    return [...group.matchAll(/ d="M([\d.]+),0A/gu)].map(([, r]) => Number(r)).sort((a, b) =>
      a - b
    );
  };
  const [small, large] = sizes([81, 100]);
  assertAlmostEquals(large! / small!, 10 / 9, 0.01);
  const none = sizes([0, 0]);
  assertEquals(none.length, 2);
  assertEquals(none[0], none[1]);
  assert(none[0]! < small!);
  const equal = sizes(null);
  assertEquals(equal[0], equal[1]);
});

const ESTIMATE = { point: 3, lower: 2, upper: 4 };
Deno.test("a ladder's scale has zero on it, however far the estimates are", () => {
  const svg = drawn(
    coefficientLadder([{ name: "a", estimate: ESTIMATE }, {
      name: "b",
      estimate: { ...ESTIMATE, lower: 1.9 },
    }], {
      label: "name",
      axis: "Votes",
    }),
  );
  assert(texts(svg).includes("0"), texts(svg).join(" "));
  assertEquals(texts(svg).filter((text) => text.startsWith("\u2212")), []);
});

Deno.test("points that are nowhere below zero have no axis below it, whatever their band; points at zero neither", () => {
  const ticks = (ys: readonly number[]) => {
    const rows = ys.map((y, i) => ({ x: i + 1, y }));
    return texts(drawn(scatterFit(rows, { x: "x", y: "y", xLabel: "x", yLabel: "y" })))
      .filter((text) => text.startsWith("\u2212")).length;
  };
  const falling = Array.from({ length: 12 }, (_, i) => (i === 0 ? 100 : i % 2));
  assertEquals(ticks(falling), 0);
  assertEquals(ticks(falling.map((y) => y / 100)), 0);
  assert(ticks([100, -1, 1, -1, 1, -1]) > 0);
});

Deno.test("a map of spoilers begins below its lowest curve and survey, and names surveys where there are some", () => {
  const curve = { label: "Ohio", netShare: 0.5 };
  const map = (options: Partial<Parameters<typeof spoilerMap>[0]>) =>
    drawn(spoilerMap({ curves: [curve], trailing: "Ada", voters: "voters", ...options }));
  const lowest = (options: Partial<Parameters<typeof spoilerMap>[0]>) => {
    const axis = map(options).match(/<g aria-label="y-axis tick label"[^>]*>.*?<\/g>/u) ??
      map(options).match(/<g[^>]*aria-label="y-axis tick label"[^>]*>.*?<\/g>/u);
    return Math.min(...texts(axis![0]).map(parseFloat));
  };
  assertEquals(lowest({}), 40);
  const survey = { label: "poll", turnout: 0.5, preference: 0.21 };
  assertEquals(lowest({ surveys: [survey] }), 20);
  assertEquals(map({ surveys: [survey] }).includes("survey"), true);
  assertEquals(map({}).includes("survey"), false);
  assertEquals(map({ surveys: [survey] }).includes("95% error ellipse"), false);
  const ellipse = { ...survey, turnoutError: 0.02, preferenceError: 0.02 };
  assertEquals(map({ surveys: [ellipse] }).includes("95% error ellipse"), true);
  // A net share of the other sign is a curve below one half.
  assertEquals(lowest({ curves: [{ label: "Ohio", netShare: -0.65 }] }), 10);
});

Deno.test("a region in which all contests change is drawn where it can be reached, and named where it cannot", () => {
  const areas = (netShare: number) => {
    const svg = drawn(spoilerMap({
      curves: [{ label: "Ohio", netShare: 0.2 }],
      joint: { netShare, label: "a majority" },
      trailing: "Ada",
      voters: "voters",
    }));
    assert(texts(svg).includes("a majority"));
    return svg.split('aria-label="area"').length - 1;
  };
  assertEquals([areas(0.3), areas(1), areas(1.01), areas(1.5)], [1, 1, 0, 0]);
});

Deno.test("the marks of a logarithmic axis of dots are powers of ten, as far as the values go", () => {
  const marks = (...values: readonly number[]) =>
    texts(drawn(logDots(values.map((x, i) => ({ name: `n${i}`, x })), {
      label: "name",
      values: [{ value: "x", name: "x" }],
      axis: "X",
      format: (value) => values.includes(value) ? "a value" : value.toLocaleString("en-US"),
    }))).filter((text) => /^[\d,]+$/u.test(text));
  assertEquals(marks(0.5, 20_000), ["1", "10", "100", "1,000", "10,000"]);
  assertEquals(marks(2, 250).includes("1,000"), false);
  assertEquals(marks(2, 250).includes("100"), true);
});
