import { citationOf, dataHash } from "../citation.ts";
import { licenseOf } from "../license_line.ts";
import type { RenderContext } from "../report_context.ts";
import { pageWork } from "../share.ts";
import type { Block } from "./block.ts";

/**
 * What a document says of itself at its end: where it is from, in which version, from which files,
 * under which license, and how to cite it.
 *
 * @param title The page's question.
 */
export function aboutBlocks(context: RenderContext, title: string): Block[] {
  const { name, versions, run } = context;
  const { library, deno, lock } = versions;
  const reads = run?.reads ?? [];
  const data = dataHash(reads);
  const lines: readonly (readonly [string, string])[] = [
    ["Notebook", `notebooks/${name}.ipynb`],
    ["Version", `Tallybook ${library}, Deno ${deno}, deno.lock SHA-256 ${lock}`],
    [
      "Data",
      data === null
        ? "no file of the project is noted as read"
        : `SHA-256 ${data}, of the list of the files read: ${
          reads.map(({ path }) => path).join(", ")
        }`,
    ],
    ["License", licenseOf(context)],
    ["Cite as", citationOf(pageWork(context, title)).plain],
  ];
  return [
    { kind: "heading", level: 2, runs: [{ text: "Where this document comes from" }] },
    ...lines.map(([what, text]): Block => ({
      kind: "item",
      runs: [{ text: `${what}: `, bold: true }, { text }],
      ordered: false,
      depth: 0,
      number: 1,
    })),
  ];
}
