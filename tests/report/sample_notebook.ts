/**
 * A small notebook with everything that pages show: a computed answer,
 * parameters, a figure, tables, formulas, printed text.
 */
import { parseNotebook } from "../../lib/notebook/mod.ts";
import { documentOf, type NotebookDocument } from "../../lib/report/notebook_document.ts";

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A drawing with what composed figures have: title, clip path, labels. */
export const SAMPLE_SVG =
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300" viewBox="0 0 640 300" role="img" aria-labelledby="t d" font-family="Source Sans 3">` +
  `<title id="t">Three states</title><desc id="d">Three bars</desc><defs><clipPath id="c"><rect width="640" height="300"/></clipPath></defs>` +
  `<rect width="640" height="300" fill="white"/><text x="16" y="30" font-size="18" font-weight="700">Three states decided by less than a point</text>` +
  `<g clip-path="url(#c)"><rect x="120" y="60" width="94" height="40" fill="#b5483a"/><rect x="120" y="120" width="200" height="40" fill="#b5483a"/><rect x="120" y="180" width="388" height="40" fill="#b5483a"/></g>` +
  `<g font-size="14"><text x="16" y="85">Michigan</text><text x="16" y="145">Wisconsin</text><text x="16" y="205">Pennsylvania</text></g>` +
  `<text x="16" y="280" font-size="11">Source: FEC, Federal Elections 2016</text></svg>`;

const lines = (text: string) => text.split(/(?<=\n)/);
let cells = 0;

export const markdown = (source: string, tags: string[] = []): Record<string, unknown> => ({
  cell_type: "markdown",
  id: `cell-${++cells}`,
  metadata: tags.length ? { tags } : {},
  source: lines(source),
});

export const code = (
  source: string,
  outputs: unknown[] = [],
  tags: string[] = [],
): Record<string, unknown> => ({
  cell_type: "code",
  id: `cell-${++cells}`,
  execution_count: cells,
  metadata: tags.length ? { tags } : {},
  source: lines(source),
  outputs,
});

export const data = (bundle: Record<string, unknown>): Record<string, unknown> => ({
  output_type: "display_data",
  metadata: {},
  data: Object.fromEntries(
    Object.entries(bundle).map(([type, value]) => [
      type,
      typeof value === "string" && !type.startsWith("image/png") ? lines(value) : value,
    ]),
  ),
});

export const sampleFigure = (changes: Record<string, unknown> = {}): Record<string, unknown> =>
  data({
    "image/png": PIXEL,
    "text/plain": "Three states\nThree bars",
    "application/vnd.tallybook.figure+json": {
      version: 1,
      id: "three_states",
      title: "Three states decided by less than a point",
      subtitle: null,
      caption: "Trump's margin in votes.",
      source: "FEC, Federal Elections 2016",
      alt: "Three bars: Trump's margin was 10,704 votes in Michigan, 22,748 in Wisconsin and " +
        "44,292 in Pennsylvania.",
      estimand: null,
      width: 640,
      height: 300,
      svg: SAMPLE_SVG,
      csv: "state,margin\nMichigan,10704\nWisconsin,22748\nPennsylvania,44292\n",
      ...changes,
    },
  });

/** A notebook's file with these cells. */
export const notebookText = (...list: Record<string, unknown>[]): string =>
  JSON.stringify({
    cells: list,
    metadata: { kernelspec: { display_name: "Deno", language: "typescript", name: "deno" } },
    nbformat: 4,
    nbformat_minor: 5,
  });

/** The same as pages read it. */
export const notebookOf = (...list: Record<string, unknown>[]): NotebookDocument =>
  documentOf(parseNotebook(notebookText(...list), "sample.ipynb").notebook);

const TABLE = `<table>
<caption>Trump's margin in three states</caption>
<thead><tr><th scope="col">State</th><th scope="col" align="right">Margin</th><th scope="col" align="right">Share of all votes</th></tr></thead>
<tbody>
<tr><td>Michigan</td><td align="right" data-value="10704">10,704</td><td align="right" data-value="0.00223">0.22%</td></tr>
<tr><td>Wisconsin</td><td align="right" data-value="22748">22,748</td><td align="right" data-value="0.00764">0.76%</td></tr>
<tr><td>Pennsylvania</td><td align="right" data-value="44292">44,292</td><td align="right" data-value="0.00718">0.72%</td></tr>
</tbody>
<tfoot><tr><td colspan="3">Source: FEC, Federal Elections 2016</td></tr></tfoot>
</table>`;

/** The sample notebook's file. */
export const SAMPLE_TEXT: string = notebookText(
  code(
    'import { votesToWin } from "tallybook/election";\nimport { count, md } from "tallybook/display";',
  ),
  code("const year = 2016; // an election with returns in data/", [], ["parameters"]),
  code("md`# Did three states decide the election of 2016? …`", [
    data({
      "text/markdown":
        "# Did three states decide the election of 2016?\n\n**Answer.** Yes: Michigan, Wisconsin and Pennsylvania had 46 electors " +
        "between them, and 38,875 switched votes would have moved all three. No two of them would have been enough.\n\n" +
        "*Asked by the press on November 23, 2016.*",
      "text/plain": "# Did three states decide …",
    }),
  ]),
  markdown(
    "## The data and its caveats\n\nThe returns are certified; they cost $1.2 million in one state and $3.5 million in another to recount. " +
      "See [the next notebook](02_next.ipynb#why) and [the commission](https://www.fec.gov/).\n\n" +
      "## The calculation\n\nIn unit $i$ with margin $m_i$ a result changes when $\\lfloor m_i/2 \\rfloor + 1$ votes switch:\n\n" +
      "$$\\min_{S} \\sum_{i \\in S} \\left(\\left\\lfloor \\tfrac{m_i}{2} \\right\\rfloor + 1\\right) \\quad \\text{so that} \\quad \\sum_{i \\in S} w_i \\ge 270 - E$$\n\n" +
      "| Rule | Winner |\n|---|--:|\n| Winner takes all | 306 |\n| Proportional | 267 |",
  ),
  code(
    "interface State { readonly name: string; readonly margin: number }\nconst closest = (states: readonly State[]) => {\n  // The smallest first.\n  return states.toSorted((a, b) => a.margin - b.margin);\n};\nconsole.log(`${closest([]).length} states`);",
    [
      { output_type: "stream", name: "stdout", text: ["0 states\n"] },
      data({ "text/html": TABLE, "text/plain": "Trump's margin" }),
      sampleFigure(),
    ],
  ),
  markdown("## What would change the conclusion\n\n- a recount;\n- another denominator.\n"),
);

/** The sample notebook. */
export const SAMPLE: NotebookDocument = documentOf(
  parseNotebook(SAMPLE_TEXT, "sample.ipynb").notebook,
);
