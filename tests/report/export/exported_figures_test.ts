import { assertEquals } from "@std/assert";
import { exportNotebook, type RenderContext } from "../../../lib/report/mod.ts";
import { code, markdown, notebookOf, sampleFigure } from "../sample_notebook.ts";

const CONTEXT: RenderContext = {
  name: "02_sample",
  versions: { deno: "2.9.6", library: "0.1.0", lock: "" },
  convert: (_, arrangement, format) =>
    Promise.resolve(new TextEncoder().encode(`${arrangement} ${format}`)),
};

Deno.test("figures that are exported come in every format of every layout, in a folder each", async () => {
  const files = await exportNotebook(
    notebookOf(code("", [sampleFigure(), sampleFigure()])),
    "figures",
    CONTEXT,
  );
  const ends = [
    ...[".svg", ".text.svg", ".png", ".pdf", "_slide.png", "_slide.svg", "_column.pdf"],
    ...["_column.svg", "_card.png", "_grey.pdf", "_grey.svg", "_grey.png", ".csv", ".json"],
  ];
  assertEquals(files.map(({ path }) => path), [
    ...ends.map((end) => `three_states/three_states${end}`),
    "three_states.zip",
    ...ends.map((end) => `three_states_2/three_states_2${end}`),
    "three_states_2.zip",
  ]);
});

Deno.test("a notebook without figures exports none; its Markdown has pictures of bitmaps by number", async () => {
  assertEquals(await exportNotebook(notebookOf(markdown("# A")), "figures", CONTEXT), []);
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const bitmap = { output_type: "display_data", metadata: {}, data: { "image/png": png } };
  const files = await exportNotebook(notebookOf(code("", [bitmap, bitmap])), "md", CONTEXT);
  assertEquals(files.map(({ path }) => path), [
    "02_sample.md",
    "figures/picture_1.png",
    "figures/picture_2.png",
  ]);
});

Deno.test("a document's figures are drawn bare, or stored ones keep their words inside", async () => {
  const asked: string[] = [];
  const convert: NonNullable<RenderContext["convert"]> = (figure, arrangement, format) => {
    asked.push(`${figure.id} ${arrangement} ${format}`);
    return Promise.resolve(null);
  };
  const text = async (svg: Record<string, unknown>) => {
    const [file] = await exportNotebook(notebookOf(code("", [sampleFigure(svg)])), "md", {
      ...CONTEXT,
      convert,
    });
    return String(file!.content).split("\n").find((line) => line.startsWith("**Figure 1.**"));
  };
  assertEquals(await text({}), "**Figure 1.**");
  assertEquals(asked, ["three_states bare png"]);
  // Without a drawing the stored picture's words are not known to be inside.
  assertEquals((await text({ svg: "" }))!.startsWith("**Figure 1.** Three states decided"), true);
  assertEquals(asked.length, 1);
});
