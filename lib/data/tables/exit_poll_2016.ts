import { requireOptions } from "../../check/mod.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

/** The rows of the 2016 exit poll that claims rest on. */
export const exitPoll2016 = {
  name: "exit_poll_2016",
  file: "data/exit_poll_2016.csv",
  title: "Exit poll of 2016: LGBT voters, and second choices of Johnson's and Stein's voters",
  description:
    "One row for each question, group and answer, as published in the week of the election, " +
    "before the poll was weighted again.",
  columns: [
    texts(
      "question",
      "lgbt (vote by sexual orientation) or second_choice (if only two had stood)",
      {
        values: ["lgbt", "second_choice"],
      },
    ),
    texts("group", "Who answered: LGBT, not LGBT, Johnson voters, Stein voters"),
    decimals("group_share", "The group's share of all respondents", {
      minimum: 0,
      maximum: 1,
      optional: true,
    }),
    texts("answer", "What they chose"),
    decimals("share", "Share of the group that gave the answer", { minimum: 0, maximum: 1 }),
    counts("respondents", "Respondents to the whole poll, where the page gives them", {
      optional: true,
      unit: "people",
    }),
    texts("note", "What to know", { optional: true }),
    texts("source", "The raw file or the page"),
  ],
  key: ["question", "group", "answer"],
  license: "none stated: facts of public record",
  caveats: [
    "An exit poll samples precincts and then voters: its errors are larger than those of a simple random sample of its size",
    "The second-choice shares are as quoted by a blog from CBS News; the page of CBS News was not at hand, nor the number of respondents",
    "About a quarter of Stein's voters is written as 0.25",
  ],
} as const satisfies TableSchema;

/**
 * Loads the rows of the 2016 exit poll that claims rest on.
 *
 * @param options.question "lgbt" or "second_choice"; both when left out.
 * @returns Rows with columns question, group, group_share, answer, share, respondents, note,
 * source.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadExitPoll2016 } from "tallybook/data";
 *
 * const [clinton] = loadExitPoll2016({ question: "lgbt" });
 * assertEquals([clinton?.group, clinton?.answer, clinton?.share], ["LGBT", "Hillary Clinton", 0.78]);
 * ```
 */
export function loadExitPoll2016(
  options: { question?: "lgbt" | "second_choice" } = {},
): Rows<RowOf<typeof exitPoll2016>> {
  requireOptions("load exit poll 2016", options, ["question"]);
  return loadTable(exitPoll2016, { question: options.question });
}
