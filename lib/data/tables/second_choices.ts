import { requireOptions } from "../../check/mod.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

/** What studies and polls say third candidates' voters would have done without them. */
export const secondChoices = {
  name: "second_choices",
  file: "data/second_choices.csv",
  title: "What third candidates' voters would have done, by study",
  description:
    "One row for each study or poll and candidate taken out, 1968 to 2020: the shares of that " +
    "candidate's voters that would have gone to the Democrat and to the Republican, where the " +
    "source gives them, and what it found. This table is written by hand.",
  columns: [
    texts("study", "The row's name", { pattern: "[a-z0-9-]+" }),
    counts("year", "Year of the election"),
    texts("candidate", "The candidate taken out"),
    texts("place", "Where the voters live"),
    texts("method", "How the second choices are known", {
      values: ["ballots", "exit poll", "survey", "survey model"],
    }),
    counts("asked", "The candidate's voters who were asked, where the source says", {
      optional: true,
      unit: "people",
    }),
    texts(
      "base",
      "Of whom the shares are: all of these voters, or those who would have chosen one of the two",
      {
        values: ["all", "choosers"],
        optional: true,
      },
    ),
    decimals("democrat_share", "Share for the Democrat", {
      minimum: 0,
      maximum: 1,
      optional: true,
    }),
    decimals("republican_share", "Share for the Republican", {
      minimum: 0,
      maximum: 1,
      optional: true,
    }),
    decimals("neither_share", "Share that would have stayed home or named another", {
      minimum: 0,
      maximum: 1,
      optional: true,
    }),
    texts("leans", "Whom the study finds these voters nearer to", {
      values: ["Democrat", "Republican", "neither", "unclear"],
    }),
    texts("finding", "What it found"),
    texts(
      "read",
      "What of it was read for this table: the whole, a part of it, its abstract, another's report of it, or none",
      { values: ["whole", "part", "abstract", "report", "none"] },
    ),
    texts("source", "The study"),
    texts("page", "Address of the page read, or of the study"),
  ],
  key: ["study"],
  license: "none stated: facts of public record",
  caveats: [
    "Shares are as published, rounded to whole percentages",
    "Where only an abstract was read, the study's own figures may say more than its row",
    "No figure for Anderson's voters of 1980 was found in a source that could be read",
    "The exit poll's question of 1992 let respondents say that they would not have voted; the article that reads it again says both that these are left out and that they are within the 7 percent",
  ],
} as const satisfies TableSchema;

/**
 * Loads what studies say of third candidates' voters.
 *
 * @param options.year One election or several; all when left out.
 * @returns Rows with columns study, year, candidate, place, method, asked, base, democrat_share,
 * republican_share, neither_share, leans, finding, read, source, page. A share that the source
 * does not give is null.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadSecondChoices } from "tallybook/data";
 *
 * const nader = loadSecondChoices({ year: 2000 }).toRecords()
 *   .find((row) => row.study === "nader-gallup-2000")!;
 * assertEquals([nader.asked, nader.democrat_share, nader.republican_share], [193, 0.43, 0.21]);
 * ```
 */
export function loadSecondChoices(
  options: { year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof secondChoices>> {
  requireOptions("load second choices", options, ["year"]);
  return loadTable(secondChoices, { year: options.year });
}
