import { assertEquals } from "@std/assert";
import { drawnFiles, figureFiles, isDrawable } from "../../lib/report/figure_files.ts";
import type { FigureRecord } from "../../lib/report/figure_record.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";
import { sha256 } from "../../lib/files/hash.ts";

const PNG = Uint8Array.of(7);
const FIGURE: FigureRecord = {
  id: "lead",
  title: "Who led",
  subtitle: "In points",
  caption: "A caption",
  source: "FEC",
  alt: "Two bars",
  estimand: { name: "lead" },
  width: 640,
  height: 300,
  svg: '<svg xmlns="x" width="640" height="300.5"></svg>',
  narrow: "",
  csv: "state,lead\nOhio,=1\n",
  png: PNG,
};
type Convert = NonNullable<RenderContext["convert"]>;
/** Every arrangement but those left out, each file its own name. */
const convert = (...leftOut: string[]): Convert => (_, arrangement, format) =>
  Promise.resolve(
    leftOut.includes(arrangement) ? null : new TextEncoder().encode(`${arrangement} ${format}`),
  );
const ends = (files: readonly { readonly end: string }[]) => files.map(({ end }) => end);

Deno.test("a drawing says its size where it is to become a page or a picture", () => {
  assertEquals(isDrawable('<svg width="640" height="300">'), true);
  assertEquals(isDrawable('<svg xmlns="x" width="6.5" height="30.25" id="a">'), true);
  for (
    const svg of [
      "",
      "<svg>",
      '<svg width="640">',
      '<svg height="1" width="1">',
      '<svg width="100%" height="1">',
      ' <svg width="1" height="1">',
    ]
  ) {
    assertEquals(isDrawable(svg), false, svg);
  }
});

Deno.test("a figure comes in each arrangement that it has room for, an export with more formats", async () => {
  assertEquals(ends(await drawnFiles(FIGURE, convert())), [
    ...[".svg", ".text.svg", ".png", ".pdf", "_slide.png", "_column.pdf", "_card.png", "_grey.pdf"],
  ]);
  assertEquals(ends(await drawnFiles(FIGURE, convert(), true)), [
    ...[".svg", ".text.svg", ".png", ".pdf", "_slide.png", "_slide.svg", "_column.pdf"],
    ...["_column.svg", "_card.png", "_grey.pdf", "_grey.svg", "_grey.png"],
  ]);
  // Two columns stand for one where that has no room.
  assertEquals(ends(await drawnFiles(FIGURE, convert("column", "grey", "card"), true)), [
    ...[".svg", ".text.svg", ".png", ".pdf", "_slide.png", "_slide.svg"],
    ...["_two_columns.pdf", "_two_columns.svg"],
  ]);
  assertEquals(ends(await drawnFiles(FIGURE, convert("column", "two-columns", "slide"))), [
    ...[".svg", ".text.svg", ".png", ".pdf", "_card.png", "_grey.pdf"],
  ]);
});

const CONTEXT: RenderContext = {
  name: "01_votes",
  versions: { deno: "2", library: "1", lock: "0" },
  run: { reads: [{ path: "data/a.csv", sha256: "a" }], allowed: [] },
};

Deno.test("a figure's files stand in its folder, and the last says what it shows and what each hashes to", async () => {
  const files = await figureFiles(FIGURE, "figures/01_votes", { ...CONTEXT, convert: convert() }, {
    own: "year = 2016",
    injected: "",
  });
  assertEquals(files.every(({ path }) => path.startsWith("figures/01_votes/lead")), true);
  assertEquals(files.find(({ kind }) => kind === "Slide")!.use, "for a slide, 16:9");
  assertEquals("use" in files.find(({ kind }) => kind === "PNG")!, false);
  const csv = files.find(({ kind }) => kind === "CSV")!;
  // A cell that a spreadsheet would run is text.
  assertEquals(String(csv.content).includes("\nOhio,=1"), false);
  const sidecar = JSON.parse(String(files.at(-1)!.content));
  assertEquals(files.at(-1)!.path, "figures/01_votes/lead.json");
  const { files: listed, ...said } = sidecar;
  const { id, title, subtitle, caption, source, alt, estimand } = FIGURE;
  assertEquals(said, {
    ...{ id, title, subtitle, caption, source, alt, estimand },
    notebook: "notebooks/01_votes.ipynb",
    parameters: "year = 2016",
    tables: [{ path: "data/a.csv", sha256: "a" }],
    versions: CONTEXT.versions,
  });
  assertEquals(
    listed,
    files.slice(0, -1).map(({ path, content }) => ({
      name: path.split("/").at(-1),
      sha256: sha256(content),
    })),
  );
});

Deno.test("parameters of a run come before the notebook's own, and a run that is not known has no tables", async () => {
  const { run: _run, ...bare } = CONTEXT;
  const files = await figureFiles(FIGURE, "f", bare, { own: "a", injected: "b" });
  const sidecar = JSON.parse(String(files.at(-1)!.content));
  assertEquals([sidecar.parameters, sidecar.tables], ["b", null]);
});

Deno.test("without a drawing that says its size, or what converts it, the stored files are those that there are", async () => {
  const kinds = async (figure: Partial<FigureRecord>, context: RenderContext = CONTEXT) =>
    (await figureFiles({ ...FIGURE, ...figure }, "f", context, { own: "", injected: "" }))
      .map(({ kind, content }) =>
        [kind, content].slice(0, kind === "JSON" || kind === "CSV" ? 1 : 2)
      );
  assertEquals(await kinds({}), [["SVG", FIGURE.svg], ["PNG", PNG], ["CSV"], ["JSON"]]);
  const sizeless = { svg: "<svg></svg>" };
  assertEquals(await kinds(sizeless, { ...CONTEXT, convert: convert() }), [
    ["SVG", "<svg></svg>"],
    ["PNG", PNG],
    ["CSV"],
    ["JSON"],
  ]);
  assertEquals(await kinds({ svg: "", png: null, csv: "" }), [["JSON"]]);
});
