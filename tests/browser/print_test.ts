import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { storedNotebook } from "../../lib/report/executed_notebooks.ts";
import { exportNotebook } from "../../lib/report/mod.ts";
import { code, markdown, notebookOf, SAMPLE_SVG, sampleFigure } from "../report/sample_notebook.ts";
import { browserTest } from "./with_browser.ts";

const NOTEBOOK = notebookOf(
  markdown("# Who won?\n\n[Electors](08_electors.ipynb), [FEC](https://www.fec.gov/)"),
);

const print = async () => {
  const [file] = await exportNotebook(NOTEBOOK, "pdf", {
    name: "01_who_won",
    versions: { deno: "2.9.6", library: "0.1.0", lock: "" },
  });
  return file!.content as Uint8Array;
};

browserTest(
  "a page printed twice is the same file, at another second and from another folder",
  async () => {
    const first = await print();
    // The dates in a PDF are of the second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    assertEquals(await print(), first);
  },
);

browserTest(
  "a printed page links to the web, and not into the folder where it was printed",
  async () => {
    const text = new TextDecoder("latin1").decode(await print());
    assertStringIncludes(text, "/URI (https://www.fec.gov/)");
    assert(!text.includes("file:"));
  },
);

browserTest(
  "a printed page has fonts of letters, none of drawings, for text and for figures",
  async () => {
    const versions = { deno: "2.9.6", library: "0.1.0", lock: "" };
    const { notebook, context } = await storedNotebook("notebooks/12_claims.ipynb", versions);
    const [file] = await exportNotebook(notebook, "pdf", context);
    const text = new TextDecoder("latin1").decode(file!.content as Uint8Array);
    assertStringIncludes(text, "SourceSans3");
    assertStringIncludes(text, "SourceSerif4");
    assert(!/\/Subtype\s*\/Type3/u.test(text), "a Type 3 font");
  },
);

browserTest(
  "the prose after a figure fills the sheet that has no room for the figure, up to the next heading",
  async () => {
    // A sheet has 257 millimeters. The figure takes 164 of them, the prose of each part some 90.
    const tall = SAMPLE_SVG.replaceAll('height="300"', 'height="700"')
      .replace('viewBox="0 0 640 300"', 'viewBox="0 0 640 700"');
    const figure = code("figure(…)", [sampleFigure({ svg: tall, height: 700 })]);
    const prose = markdown(
      Array.from({ length: 4 }, () => "One paragraph of a few lines. ".repeat(10)).join("\n\n"),
    );
    const heading = markdown("## Another part");
    const title = markdown("# Who won?\n\n**Nobody.** That is all.");
    const sheets = async (...cells: Record<string, unknown>[]) => {
      const [file] = await exportNotebook(notebookOf(title, ...cells), "pdf", {
        name: "01_who_won",
        versions: { deno: "2.9.6", library: "0.1.0", lock: "" },
      });
      const text = new TextDecoder("latin1").decode(file!.content as Uint8Array);
      return [...text.matchAll(/\/Type\s*\/Page\b/gu)].length;
    };
    const after = await sheets(prose, prose, figure);
    assertEquals(await sheets(prose, figure, prose), after);
    assertEquals(await sheets(prose, figure, heading, prose), after + 1);
  },
);
