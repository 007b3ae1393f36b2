import { statePo } from "../columns.ts";
import { integers, type TableSchema, texts } from "../schema.ts";

/**
 * Every row of the precinct files of November 2024, of all offices: some 7 million. It is too large for the
 * repository, so `deno task data --offices` builds it for those who have the raw files; {@linkcode scan} asks
 * it, and `deno task engine load` brings it to a server.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { precinctLines2024, scan } from "tallybook/data";
 *
 * const query = scan(precinctLines2024).filter("state_po", "is", ["WI"]).group("office").sum("votes");
 * assertEquals(query.plan.table.name, "precinct_lines_2024");
 * ```
 */
export const precinctLines2024 = {
  name: "precinct_lines_2024",
  file: "data/large/precinct_lines_2024.parquet",
  title: "Every row of the precinct files of November 2024, all offices",
  description:
    "One row for each row of the states' files, as they are: totals beside their parts, files that hold " +
    "half of a state's votes and counts given twice are in it. Alaska's file gives undervotes and overvotes " +
    "a candidate's party. precinct_votes_2024 is what can be used.",
  columns: [
    statePo,
    texts("fips", "Five-digit FIPS code of the county; blank where the file gives none", {
      optional: true,
    }),
    texts("jurisdiction", "What counted the votes: a county, town or district", { optional: true }),
    texts("precinct", "The precinct", { optional: true }),
    texts("mode", "How the votes were cast, in the state's words", { optional: true }),
    texts("office", "The office, or what else was counted", { optional: true }),
    texts("district", "The district", { optional: true }),
    texts("stage", "GEN, or another stage", { optional: true }),
    texts("special", "Whether it fills a vacancy", { optional: true }),
    texts("candidate", "The candidate, or the answer to a question", { optional: true }),
    texts("party", "The party in the state's words", { optional: true }),
    integers("votes", "Votes; blank where the file has no whole number", {
      unit: "votes",
      optional: true,
    }),
    texts("votes_text", 'What stands in place of a whole number, such as "*" for one withheld', {
      optional: true,
    }),
    texts("source", "The raw file that the row comes from"),
  ],
  key: [],
  license: "none stated: facts of public record",
} as const satisfies TableSchema;
