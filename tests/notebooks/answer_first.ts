import { assertEquals } from "@std/assert";
import { answerFaults } from "../../lib/report/answer_faults.ts";
import { type Headline, splitHeadline } from "../../lib/report/headline.ts";
import { parseNotebook } from "../../lib/report/notebook_document.ts";

/** The first lines of a committed notebook. */
export function headlineOf(name: string): Headline {
  const url = new URL(`../../notebooks/${name}.ipynb`, import.meta.url);
  const json: unknown = JSON.parse(Deno.readTextFileSync(url));
  return splitHeadline(parseNotebook(json, name), name).headline;
}

/** Asserts that a committed notebook answers its title first and by the rules. */
export function assertAnswerFirst(name: string): void {
  assertEquals(answerFaults(headlineOf(name)), [], name);
}
