/** Where a headline's parts end. */
import { assertEquals } from "@std/assert";
import { firstSentences, splitHeadline } from "../../lib/report/headline.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";

const cell = (source: string) => ({ cell_type: "markdown" as const, metadata: {}, source });
const split = (...sources: string[]) => {
  const { headline, rest } = splitHeadline(documentOf({ cells: sources.map(cell) }), "01_who_won");
  return { ...headline, rest: rest.cells.map(({ source }) => source) };
};

Deno.test("a lead ends at the next heading of its block, which stays in the page", () => {
  const { title, lead, rest } = split(
    "# Who won? #\n\nShe did.\n\n## The data\n\nReturns.",
    "More.",
  );
  assertEquals([title, lead, rest], ["Who won?", "She did.", ["## The data\n\nReturns.", "More."]]);
  assertEquals(split("# Who won?\n## The data\nReturns.").lead, "");
  assertEquals(split("# Who won?\n## The data\nReturns.", "She did.").lead, "");
});

Deno.test("under a title alone the next block gives the lead, unless it opens with a heading", () => {
  const next = split("# Who won?", "She did.\n\n## The data\n\nReturns.", "More.");
  assertEquals([next.lead, next.rest], ["She did.", ["", "## The data\n\nReturns.", "More."]]);
  const whole = split("# Who won?", "She did.");
  assertEquals([whole.lead, whole.rest], ["She did.", ["", ""]]);
  const heading = split("# Who won?", "## The data\n\nReturns.", "She did.");
  assertEquals([heading.lead, heading.answer, heading.rest], [
    "",
    "",
    ["", "## The data\n\nReturns.", "She did."],
  ]);
});

Deno.test("a title is the first heading that stands at the top of its block, else the notebook's name", () => {
  assertEquals(split("Words.\n\n# Not this", "# This\n\nShe did.", "# Nor this").title, "This");
  assertEquals(split("Words.\n\n# Not this").title, "01 who won");
  assertEquals(split("\n\n# Who won?").title, "Who won?");
});

Deno.test("an unmarked answer is the lead's first two sentences; a marked one its paragraph and the next", () => {
  assertEquals(split("# Who?\n\nShort answer: One. Two. Three.").answer, "One. Two.");
  assertEquals(split("# Who?\n\nOnly one.").answer, "Only one.");
  const marked = split("# Who?\n\n**No.** One. Two. Three.\n\nGround one. Two.\n\nMore.");
  assertEquals([marked.mark, marked.answer, marked.ground], [
    "No",
    "One. Two. Three.",
    "Ground one. Two.",
  ]);
});

Deno.test("firstSentences() counts sentences by what follows them", () => {
  const text = "One? “Two!” Three. Four.";
  assertEquals([1, 2, 3, 4].map((most) => firstSentences(text, most)), [
    "One?",
    "One? “Two!”",
    "One? “Two!” Three.",
    text,
  ]);
  assertEquals(firstSentences(text), "One? “Two!”");
});
