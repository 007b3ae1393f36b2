import { answerFaults } from "../../lib/report/answer_faults.ts";
import { splitHeadline } from "../../lib/report/headline.ts";
import { documentOf, type NotebookDocument } from "../../lib/report/notebook_document.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";

/** What a notebook's project says of it beside the file itself. */
export interface NotebookSurroundings {
  /** The source of its tests, `tests/notebooks/NN_…_test.ts`, joined; "" where there is none. */
  readonly tests: string;
  /** The source of `tests/sweep/parameter_values.ts`. */
  readonly parameterValues: string;
  /** The README's text. */
  readonly readme: string;
}

/** Prose that is shorter says nothing of the data. */
const LEAST_CAVEATS = 150;
/** Nor, shorter, who asked and when. */
const LEAST_CLAIM = 100;
const LEAST_WORKS = 3;

/** What a reader sees as Markdown, in order. */
function prose({ cells }: NotebookDocument): string {
  return cells.flatMap((cell) =>
    cell.kind === "markdown" ? [cell.source] : cell.outputs.flatMap((output) => {
      const text = output.kind === "data" ? output.data["text/markdown"] : undefined;
      return text === undefined ? [] : [[text].flat().join("")];
    })
  ).join("\n\n");
}

/** The text under the first heading that matches, to the next heading; null without such a heading. */
function under(text: string, heading: RegExp): string | null {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^ {0,3}#{2,3} /.test(line) && heading.test(line));
  if (at < 0) return null;
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => /^ {0,3}#{1,3} /.test(line));
  return after.slice(0, end < 0 ? after.length : end).join("\n").trim();
}

/**
 * What a page of this house lacks, all of it at once: parameters, an answer by the rules, the claim
 * that asked for it, the data with their caveats, what others found, a test against another source,
 * the values of its parameters, a row of the README.
 *
 * @param name The notebook's name without its ending: `07_counting_on`.
 * @param file The notebook's file.
 * @returns One phrase a fault; none when the page has all.
 */
export function notebookFaults(
  name: string,
  file: string,
  { tests, parameterValues, readme }: NotebookSurroundings,
): string[] {
  const notebook = documentOf(parseNotebook(file, name).notebook);
  const { headline } = splitHeadline(notebook, name);
  const text = prose(notebook);
  const first = notebook.cells[0];
  const claim = headline.lead.split(/^\|.*\|$/m).at(-1)!.trim();
  const caveats = under(text, /\bdata\b|\bmissing\b/i)?.length ?? 0;
  const works = under(text, /what others found/i)?.match(/\]\(https?:/g)?.length ?? 0;
  const cases = tests.match(/\bDeno\.test\(/g)?.length ?? 0;
  const faults: [boolean, string][] = [
    [
      first?.kind === "code" && first.tags.includes("parameters") && /^let /m.test(first.source),
      'the first cell is no code cell tagged "parameters" with let declarations',
    ],
    [
      notebook.cells.some(({ executionCount }) => executionCount !== null),
      "it was not run: deno task run",
    ],
    [
      claim.length >= LEAST_CLAIM,
      `no claim: after the key numbers, who asked and when, in at least ${LEAST_CLAIM} letters, ` +
      `found ${claim.length}`,
    ],
    [
      caveats >= LEAST_CAVEATS,
      `no caveats: a section "The data, and what to know about it" of at least ${LEAST_CAVEATS} letters, ` +
      `found ${caveats}`,
    ],
    [
      works >= LEAST_WORKS,
      `no literature: a section "What others found" with at least ${LEAST_WORKS} links, found ${works}`,
    ],
    [
      /\bassertAnswerFirst\(/.test(tests) && cases >= 2,
      "no test that holds the answer to the rules and a number to another source: " +
      `tests/notebooks/${name}_test.ts`,
    ],
    [
      new RegExp(`^ {2}"${name.slice(0, 2)}": \\{`, "m").test(parameterValues),
      "its parameters have no values in tests/sweep/parameter_values.ts",
    ],
    [readme.includes(`notebooks/${name}.ipynb`), "it is not in README.md"],
  ];
  return [
    ...answerFaults(headline),
    ...faults.flatMap(([holds, fault]) => holds ? [] : [fault]),
  ];
}
