import { assertEquals } from "@std/assert";
import { answerFaults } from "../../lib/report/answer_faults.ts";
import { firstSentences, splitHeadline } from "../../lib/report/headline.ts";
import { code, data, markdown, notebookOf } from "./sample_notebook.ts";

const split = (...cells: Record<string, unknown>[]) =>
  splitHeadline(notebookOf(...cells), "07_a_name");

const prose = (text: string) => code("md``", [data({ "text/markdown": text })]);

Deno.test("splitHeadline() takes title and answer from a typed cell", () => {
  const { headline, rest } = split(
    markdown("# Who won?\n\nShe did. By a lot. Really.\n\n## Data\n\nx"),
  );
  assertEquals(headline, {
    title: "Who won?",
    lead: "She did. By a lot. Really.",
    mark: null,
    answer: "She did. By a lot.",
    ground: "",
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
  assertEquals(headline.lead, "**Answer.** She did.");
  assertEquals(headline.answer, "She did.");
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

const marked = `# Did they decide it?

**Can't tell.** Counts don't say what 5,946,559 voters would have done otherwise.

It takes a net share of 22.52%; surveys give 10.2%.

| What | Value |
| :-- | --: |
| Net share | 10.2% |

Asked because of a sentence.`;

Deno.test("splitHeadline() reads mark, answer and ground of a marked answer", () => {
  const { headline } = split(prose(marked));
  assertEquals(headline.mark, "Can't tell");
  assertEquals(
    headline.answer,
    "Counts don\u2019t say what 5,946,559 voters would have done otherwise.",
  );
  assertEquals(headline.ground, "It takes a net share of 22.52%; surveys give 10.2%.");
  assertEquals(answerFaults(headline), []);
});

Deno.test("splitHeadline() takes no other bold words for a mark", () => {
  const { headline } = split(prose("# Who won?\n\n**Trump.** By 306 electors."));
  assertEquals([headline.mark, headline.answer], [null, "Trump. By 306 electors."]);
});

const faults = (answer: string) =>
  answerFaults({ title: "Q?", lead: "| a |\n| -- |\n| b |", mark: "No", answer, ground: "x" });

Deno.test("answerFaults() counts words and numbers, but no days, years or districts", () => {
  assertEquals(faults("On November 23, 2016 she led by 1,002,049, or 1.5%, without NE-02."), []);
  assertEquals(faults("It was 1, 2 and 3."), ["the answer has 3 numbers, more than two: 1 2 3"]);
  assertEquals(faults("Of 2,016 votes 1,900 and 2016.5 more."), [
    "the answer has 3 numbers, more than two: 2,016 1,900 2016.5",
  ]);
  assertEquals(faults("word ".repeat(26)), ["the answer has 26 words, more than 25"]);
});

Deno.test("answerFaults() allows one sentence of 45 words to carry the answer", () => {
  const carried = (ground: string) =>
    answerFaults({ title: "Q?", lead: "| a |\n| -- |\n| b |", mark: "No", answer: "A.", ground });
  const words = (n: number) => `${"Word ".repeat(n).trim()}.`;
  assertEquals(carried(words(45)), []);
  assertEquals(carried(words(46)), ["what carries the answer has 46 words, more than 45"]);
  // An abbreviation ends no sentence.
  assertEquals(carried("Chiafalo v. Washington let St. Paul fine 4."), []);
  assertEquals(carried("It is so. It is so."), [
    "what carries the answer is more than one sentence",
  ]);
});
