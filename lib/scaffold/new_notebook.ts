import { gap, type Skeleton, words } from "./skeleton.ts";

interface Cell {
  readonly type: "code" | "markdown";
  readonly id: string;
  readonly tags?: readonly string[];
  readonly text: string;
}

/** The cells that a page of this house has, in their order. */
function cells(title: string): Cell[] {
  return [
    {
      type: "code",
      id: "parameters",
      tags: ["parameters"],
      text: "// The election asked about.\nlet year = 2016;",
    },
    {
      type: "code",
      id: "answer",
      text: [
        'import { loadContests } from "tallybook/data";',
        'import { count, keyNumbers, md } from "tallybook/display";',
        'import { popularVote } from "tallybook/election";',
        "",
        "const votes = popularVote(loadContests({ year }));",
        "const all = Object.values(votes).reduce((sum, one) => sum + one, 0);",
        "",
        "md`",
        `  # ${gap(`the question about ${title}, with a question mark`)}`,
        "",
        `  ${
          gap(
            "a mark in bold, then the answer in one sentence of at most 25 words and two numbers",
          )
        }`,
        "",
        `  ${
          gap("one sentence of at most 45 words: what carries the answer, and how uncertain it is")
        }`,
        "",
        "  ${keyNumbers([",
        '    { what: "Votes for president", value: count(all) },',
        "  ])}",
        "",
        `  ${gap("who asked: the claim and its date, with a link")}`,
        "`",
      ].join("\n"),
    },
    {
      type: "markdown",
      id: "data",
      text: "## The data, and what to know about it\n\n" +
        gap("which tables, who counted, and what they leave out"),
    },
    {
      type: "markdown",
      id: "naive",
      text: "## The naive calculation, and why it misleads\n\n" +
        gap("the simple number, by code, and what it leaves out"),
    },
    {
      type: "markdown",
      id: "better",
      text: "## The better calculation\n\n" + gap("the number that answers, by code of lib"),
    },
    { type: "markdown", id: "sure", text: "## How sure\n\n" + gap("an interval or bounds") },
    {
      type: "markdown",
      id: "change",
      text: "## What would change the conclusion\n\n" + gap("which evidence would"),
    },
    {
      type: "markdown",
      id: "literature",
      text: "## What others found\n\n" + gap("five to ten works, by literature() in a code cell"),
    },
    { type: "markdown", id: "next", text: "## What to read next\n\n" + gap("links to pages") },
  ];
}

/** Lines as a notebook stores them. */
const source = (text: string) =>
  text.split("\n").map((line, i, all) => i < all.length - 1 ? `${line}\n` : line);

function notebook(title: string): string {
  const json = {
    cells: cells(title).map(({ type, id, tags, text }) => ({
      cell_type: type,
      ...(type === "code" ? { execution_count: null } : {}),
      id,
      metadata: tags ? { tags } : {},
      ...(type === "code" ? { outputs: [] } : {}),
      source: source(text),
    })),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return JSON.stringify(json, null, 1) + "\n";
}

const test = (number: string, name: string) =>
  `import { assertStringIncludes } from "@std/assert";
import { assertAnswerFirst } from "./answer_first.ts";
import { shown } from "./shown.ts";

Deno.test("${number}: the answer comes first, by the rules", () => {
  assertAnswerFirst("${name}");
});

Deno.test("${number}: the key number is that of an independent source", () => {
  assertStringIncludes(
    shown("${name}"),
    "${gap("the number as an official total, R or a published table gives it")}",
  );
});
`;

/**
 * The skeleton of a notebook: its cells in the house's order, and its test.
 *
 * @param name What it is about, as a file's name: `turnout_gap`.
 * @param taken The numbers of the notebooks that are there; the new one has the next.
 */
export function newNotebook(name: string, taken: readonly number[]): Skeleton {
  const number = String(Math.max(-1, ...taken) + 1).padStart(2, "0");
  const full = `${number}_${name}`;
  return {
    files: {
      [`notebooks/${full}.ipynb`]: notebook(words(name)),
      [`tests/notebooks/${full}_test.ts`]: test(number, full),
    },
    next: [
      `fill each gap of notebooks/${full}.ipynb and of its test`,
      `deno task run notebooks/${full}.ipynb`,
      `name its parameters' values under "${number}" in tests/sweep/parameter_values.ts`,
      "add its row to the table of README.md, and one to the numbers of notebooks and pages there",
      "deno test -A tests/house, which lists what a page of this house still lacks",
    ],
  };
}
