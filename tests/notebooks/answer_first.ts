import { assertEquals } from "@std/assert";
import { answerFaults } from "../../lib/report/answer_faults.ts";
import { type Headline, splitHeadline } from "../../lib/report/headline.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";

/** The first lines of a committed notebook. */
export function headlineOf(name: string): Headline {
  const url = new URL(`../../notebooks/${name}.ipynb`, import.meta.url);
  const { notebook } = parseNotebook(Deno.readTextFileSync(url), name);
  return splitHeadline(documentOf(notebook), name).headline;
}

/** Asserts that a committed notebook answers its title first and by the rules. */
export function assertAnswerFirst(name: string): void {
  assertEquals(answerFaults(headlineOf(name)), [], name);
}
