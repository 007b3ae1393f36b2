import { requireOptions } from "../../check/mod.ts";
import { source, statePo, votes } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

const time = {
  pattern: "2020-1[12]-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z|2021-01-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z",
} as const;

/** The 2020 count by state, November 3 to 13, in shares. */
export const countShares2020 = {
  name: "count_2020_shares",
  file: "data/count_2020_shares.csv",
  title: "The 2020 count by state from election night to November 13",
  description:
    "One row for each state and update of the feed: votes counted and the two shares, which the " +
    "feed rounds to a tenth of a percent.",
  columns: [
    counts("line", "Line of the list, counted from 1", { minimum: 1 }),
    statePo,
    texts("time", "When the feed was updated, in universal time", time),
    votes("votes", "Votes counted for all candidates"),
    decimals("expected", "Share of the expected vote that was counted, as the feed estimated it", {
      minimum: 0,
    }),
    decimals("biden_share", "Joe Biden, share of all votes", { minimum: 0, maximum: 1 }),
    decimals("trump_share", "Donald Trump, share of all votes", { minimum: 0, maximum: 1 }),
    source,
  ],
  key: ["line"],
  license: "none stated: facts of public record",
  caveats: [
    "Votes times a share is off by up to 0.05 percent of the votes: drops of a few hundred votes are rounding",
    "Before a state's first votes the feed gives shares of 0; the District of Columbia is not in it",
    "The feed's updates are not in order for a few states: sort by time",
  ],
} as const satisfies TableSchema;

/** The 2020 count by state, November 4 to January 6, in votes. */
export const countVotes2020 = {
  name: "count_2020_votes",
  file: "data/count_2020_votes.csv",
  title: "The 2020 count by state from November 4 to January 6",
  description: "One row for each state and change of the feed, with the votes of the two leaders.",
  columns: [
    counts("line", "Line of the list, counted from 1", { minimum: 1 }),
    statePo,
    texts("time", "When the change was seen, in universal time", time),
    votes("biden", "Votes for Joe Biden"),
    votes("trump", "Votes for Donald Trump"),
    votes("total", "Votes counted for all candidates"),
    counts("precincts_reporting", "Precincts that had reported", { unit: "precincts" }),
    counts("precincts", "Precincts in all", { unit: "precincts" }),
    source,
  ],
  key: ["line"],
  license: "MIT (the repository of the copy); facts of public record",
  caveats: [
    "Starts on the morning after election night",
    "Not the certified count: collecting stopped on January 6, 2021",
  ],
} as const satisfies TableSchema;

/**
 * Loads the 2020 count by state from election night to November 13, in shares.
 *
 * @param options.states Postal codes; all when left out.
 * @returns Rows with columns line, state_po, time, votes, expected, biden_share, trump_share,
 * source, sorted by state and time.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCountShares2020 } from "tallybook/data";
 *
 * assertEquals(loadCountShares2020().length, 9215);
 * ```
 */
export function loadCountShares2020(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof countShares2020>> {
  requireOptions("load count shares 2020", options, ["states"]);
  return loadTable(countShares2020, { state_po: options.states });
}

/**
 * Loads the 2020 count by state from November 4 to January 6, in votes.
 *
 * @param options.states Postal codes; all when left out.
 * @returns Rows with columns line, state_po, time, biden, trump, total, precincts_reporting,
 * precincts, source, sorted by state and time.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCountVotes2020 } from "tallybook/data";
 *
 * const georgia = loadCountVotes2020({ states: ["GA"] });
 * assertEquals(georgia[0]!.trump > georgia[0]!.biden, true);
 * assertEquals(georgia.at(-1)!.trump < georgia.at(-1)!.biden, true);
 * ```
 */
export function loadCountVotes2020(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof countVotes2020>> {
  requireOptions("load count votes 2020", options, ["states"]);
  return loadTable(countVotes2020, { state_po: options.states });
}
