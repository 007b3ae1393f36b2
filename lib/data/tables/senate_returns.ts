import { requireOptions } from "../../check/mod.ts";
import { source, statePo, votes } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { flags, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Votes for the US Senate by state and candidate. */
export const senateReturns = {
  name: "senate_returns",
  file: "data/senate_returns.csv",
  title: "Votes for the US Senate by state and candidate, 1976 to 2024",
  description:
    "One row for each year, state, contest and candidate, the lines of one candidate (fusion) " +
    "added up under the party of the largest; ballots without a vote are rows of their own kind.",
  columns: [
    integers("year", "Year of the vote", { minimum: 1976, maximum: 2024 }),
    statePo,
    texts(
      "round",
      "When: November's general election, a runoff, or September's primary that decided",
      {
        values: ["general", "runoff", "primary"],
      },
    ),
    flags("special", "Whether the election filled a vacancy"),
    texts("candidate", "The candidate as the source writes the name"),
    texts("party", "The party of the candidate's largest line", {
      values: ["Democratic", "Republican", "Libertarian", "Other"],
    }),
    texts("kind", 'A "candidate", or "no vote": blank, void, under- and overvotes', {
      values: ["candidate", "no vote"],
    }),
    votes("votes", "Votes, or ballots without one"),
    texts("status", "Whether the source calls the figure official", {
      values: ["certified", "unofficial"],
    }),
    source,
  ],
  key: ["year", "state_po", "round", "special", "candidate", "kind"],
  license: "none stated: facts of public record (CC0 at the producer's archive until 2020)",
  caveats: [
    "2022 is not in it: no file could be had",
    "A candidate whom the source leaves without a name stands under the party's label in brackets",
    "Senators of another label who sit with a party, as Maine's, Vermont's and Nebraska's independents, stand under Other",
    "Louisiana decided in September or in an open primary in some years; its 1980 contest of September is marked",
  ],
} as const satisfies TableSchema;

/**
 * Loads votes for the US Senate by state and candidate.
 *
 * @param options.year One year or several; all when left out.
 * @param options.states Postal codes; all when left out.
 * @throws {RangeError} for a year or state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadSenateReturns } from "tallybook/data";
 *
 * const [first] = loadSenateReturns({ year: 2024, states: ["MI"] });
 * assertEquals([first?.party, first?.votes], ["Democratic", 2_712_686]);
 * ```
 */
export function loadSenateReturns(
  options: { year?: OneOrMore<number>; states?: readonly string[] } = {},
): Rows<RowOf<typeof senateReturns>> {
  requireOptions("load senate returns", options, ["year", "states"]);
  return loadTable(senateReturns, { year: options.year, state_po: options.states });
}
