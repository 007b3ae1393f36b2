import { assertEquals } from "@std/assert";
import { firstSentences, splitHeadline } from "../../lib/report/headline.ts";
import { parseNotebook } from "../../lib/report/notebook_document.ts";
import { code, data, markdown, notebookOf } from "./sample_notebook.ts";

const split = (...cells: Record<string, unknown>[]) =>
  splitHeadline(parseNotebook(notebookOf(...cells), "x"), "07_a_name");

const prose = (text: string) => code("md``", [data({ "text/markdown": text })]);

Deno.test("splitHeadline() takes title and answer from a typed cell", () => {
  const { headline, rest } = split(
    markdown("# Who won?\n\nShe did. By a lot. Really.\n\n## Data\n\nx"),
  );
  assertEquals(headline, {
    title: "Who won?",
    lead: "She did. By a lot. Really.",
    answer: "She did. By a lot.",
  });
  assertEquals(rest.cells[0]!.source, "## Data\n\nx");
});

Deno.test("splitHeadline() takes title and answer from computed prose", () => {
  const { headline, rest } = split(code("setup()"), prose("# Who won?\n\nShe did."));
  assertEquals(headline.answer, "She did.");
  assertEquals(rest.cells[1]!.outputs, [{ kind: "data", data: { "text/markdown": "" } }]);
});

Deno.test("splitHeadline() finds a computed answer after a typed title", () => {
  const { headline } = split(
    markdown("# Who won?"),
    code("setup()"),
    prose("**Answer.** She did."),
  );
  assertEquals(headline, { title: "Who won?", lead: "**Answer.** She did.", answer: "She did." });
});

Deno.test("splitHeadline() does not take a comment in a code fence for a title", () => {
  const { headline } = split(markdown("Text\n\n```sh\n# not a title\n```"), markdown("# A title"));
  assertEquals(headline.title, "A title");
});

Deno.test("splitHeadline() falls back on the name", () => {
  assertEquals(split(markdown("Only text.")).headline.title, "07 a name");
});

Deno.test("firstSentences() does not end a sentence at an initial or a decimal point", () => {
  assertEquals(
    firstSentences("Donald J. Trump won 56.9% of the electors. The U.S. House had no part. Third."),
    "Donald J. Trump won 56.9% of the electors. The U.S. House had no part.",
  );
});
