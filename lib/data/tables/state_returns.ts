import { requireOptions } from "../../check/mod.ts";
import { source, stateName, statePo, status, votes, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { type RowOf, type TableSchema, texts } from "../schema.ts";

/** Popular votes for president by state and candidate. */
export const stateReturns = {
  name: "state_returns",
  file: "data/state_returns.csv",
  title: "Popular votes for president by state and candidate",
  description:
    "One row for each year, state and candidate. The votes of a candidate who stood for several " +
    "parties in a state (fusion) are added up; ballot_lines keeps the labels.",
  columns: [
    year,
    statePo,
    stateName,
    texts("candidate", "The candidate's usual name, the same in every state and table"),
    texts("party", "The party that the candidate stood for in the nation", { optional: true }),
    texts("ballot_lines", "The party labels under which the state counted the votes, joined by +", {
      optional: true,
    }),
    votes("votes", "Votes counted for the candidate"),
    status,
    source,
  ],
  key: ["year", "state_po", "candidate"],
  license: "none stated: facts of public record",
  caveats: [
    "2004 to 2016 are the FEC's own rows; 2020 and 2024 are MEDSL's, which equal the FEC's for the two largest; 1976 to 2000 combine two compilations; before 1976 a compilation names the leading candidates only",
    "2016 by last name gives one vote more for Johnson than the FEC's national table (4,489,342): it is a write-in for another Johnson, and by the FEC's candidate numbers the sums are equal",
    "Blank, void, under- and overvotes are left out where a file lists them alone; New York's and other states' files of 1976 to 2000 list blank with scattered votes",
    "States whose legislatures chose electors have no row: national_results names them",
    "In 1960 Alabama's electors were chosen one by one: the votes for Kennedy and those for unpledged electors are partly the same voters",
  ],
} as const satisfies TableSchema;

/**
 * Loads popular votes by state and candidate.
 *
 * @param options.year One year or several; all when left out.
 * @param options.states Postal codes; all when left out.
 * @param options.candidates Names as the table spells them; all when left out.
 * @returns Rows with columns year, state_po, state, candidate, party, ballot_lines, votes,
 * status, source.
 * @throws {RangeError} for a year, state or candidate that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadStateReturns } from "tallybook/data";
 *
 * const returns = loadStateReturns({ year: 2016, states: ["MI"] });
 * const [first] = returns.toRecords();
 * assertEquals([first?.candidate, first?.votes], ["Donald Trump", 2_279_543]);
 * ```
 */
export function loadStateReturns(
  options: {
    year?: OneOrMore<number>;
    states?: readonly string[];
    candidates?: readonly string[];
  } = {},
): Rows<RowOf<typeof stateReturns>> {
  requireOptions("load state returns", options, ["year", "states", "candidates"]);
  return loadTable(stateReturns, {
    year: options.year,
    state_po: options.states,
    candidate: options.candidates,
  });
}
