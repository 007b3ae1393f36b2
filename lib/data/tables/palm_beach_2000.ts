import { requireList, requireOneOf, requireRecord } from "../../check/mod.ts";
import { source } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

const PRIVACY =
  "The records are public; a page prints no cell of fewer than 10 ballots of one precinct";

const choice = {
  values: ["Democratic", "Republican", "other", "none"],
  optional: true,
} as const;

const PRESIDENT = [
  "browne",
  "buchanan",
  "bush",
  "gore",
  "hagelin",
  "harris",
  "mcreynolds",
  "moorehead",
  "nader",
  "phillips",
  "writein",
  "over",
  "under",
] as const;

const SENATE = [
  "deckard",
  "logan",
  "martin",
  "mccollum",
  "mccormick",
  "nelson",
  "simonetta",
  "writein",
  "over",
  "under",
] as const;

/** Ballots of Palm Beach County, November 7, 2000: president by US Senate in each precinct. */
export const palmBeachCells = {
  name: "palm_beach_2000_cells",
  file: "data/palm_beach_2000_cells.csv",
  title: "Ballots of Palm Beach County, 2000: president by US Senate in each precinct",
  description: "One row for each precinct, presidential choice and choice for the US Senate that " +
    "occurs together, with the number of ballots. 590 precincts with ballots, 446,670 ballots. " +
    "The ballots of election day had the butterfly layout, absentee ballots an ordinary one. Bill " +
    "Nelson was the Democratic, Bill McCollum the Republican candidate for the Senate, Joel Deckard " +
    "the Reform Party's.",
  columns: [
    texts("precinct", "The county's number of the precinct; absentee precincts begin with a"),
    texts("voted", "When the ballot was cast", { values: ["election day", "absentee"] }),
    texts("president", "The choice for president: a family name, writein, over or under", {
      values: PRESIDENT,
    }),
    texts("senate", "The choice for the US Senate: a family name, writein, over or under", {
      values: SENATE,
    }),
    counts("ballots", "Ballots with both choices", { unit: "ballots", minimum: 1 }),
    source,
  ],
  key: ["precinct", "president", "senate"],
  license: "none stated: facts of public record",
  caveats: [
    "The file holds 94 to 99 percent of the county's official votes, by candidate: 96 for Bush and for Gore, 98 for Buchanan, 94 for Moorehead",
    "Which candidates an overvoted ballot marked for president is not in the file",
    PRIVACY,
  ],
} as const satisfies TableSchema;

/** Whole partisan ballots of Palm Beach County, November 7, 2000. */
export const palmBeachPatterns = {
  name: "palm_beach_2000_patterns",
  file: "data/palm_beach_2000_patterns.parquet",
  title: "Whole partisan ballots of Palm Beach County, 2000, as patterns with their number",
  description: "One row for each pattern of choices that occurs: president and the partisan " +
    "contests below it, with the number of ballots.",
  columns: [
    texts("district", "The US House district"),
    texts("voted", "When the ballot was cast", { values: ["election day", "absentee"] }),
    texts("president", "The party chosen for president, Overvote or Undervote"),
    texts("us_senate", "The party chosen for the US Senate; blank where not on the ballot", choice),
    texts("us_house", "The party chosen for the US House; blank where not on the ballot", choice),
    texts(
      "education",
      "The party chosen for commissioner of education; blank where not on the ballot",
      choice,
    ),
    texts(
      "treasurer",
      "The party chosen for state treasurer; blank where not on the ballot",
      choice,
    ),
    texts("sheriff", "The party chosen for sheriff; blank where not on the ballot", choice),
    texts(
      "clerk",
      "The party chosen for clerk of the circuit court; blank where not on the ballot",
      choice,
    ),
    texts(
      "office_tax",
      "The party chosen for the county office that the file abbreviates TAX; blank where not on the ballot",
      choice,
    ),
    texts(
      "office_sol",
      "The party chosen for the county office that the file abbreviates SOL; blank where not on the ballot",
      choice,
    ),
    counts("ballots", "Ballots of this pattern", { unit: "ballots", minimum: 1 }),
    source,
  ],
  key: [],
  license: "none stated: facts of public record",
  caveats: ["362,649 ballots, fewer than the precinct file of the same county", PRIVACY],
} as const satisfies TableSchema;

/**
 * Loads president by US Senate in each precinct of Palm Beach County, 2000.
 *
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPalmBeachCells } from "tallybook/data";
 *
 * assertEquals(loadPalmBeachCells().reduce((sum, row) => sum + row.ballots, 0), 446_670);
 * ```
 */
export function loadPalmBeachCells(): Rows<RowOf<typeof palmBeachCells>> {
  return loadTable(palmBeachCells, {});
}

/** Palm Beach County's ballots of 2000 with one pair of choices, all precincts together. */
export interface PalmBeachPair {
  /** Which ballots they are. */
  readonly part: "election day" | "absentee";
  /** The vote for president. */
  readonly president: typeof PRESIDENT[number];
  /** The vote for senator. */
  readonly senate: typeof SENATE[number];
  /** How many ballots have this pair. */
  readonly ballots: number;
}

/**
 * Loads Palm Beach County's ballots of 2000, counted by their choices for president and the Senate:
 * the precincts of {@linkcode loadPalmBeachCells} added up.
 *
 * @returns One row for each part of the vote and pair of choices that occurs, in the order of their
 * names.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPalmBeachBallots } from "tallybook/data";
 *
 * const rows = loadPalmBeachBallots();
 * assertEquals(rows.reduce((sum, row) => sum + row.ballots, 0), 446_670);
 * ```
 */
export function loadPalmBeachBallots(): PalmBeachPair[] {
  const sums = new Map<string, PalmBeachPair>();
  for (const { voted: part, president, senate, ballots } of loadPalmBeachCells()) {
    const key = `${part},${president},${senate}`;
    sums.set(key, { part, president, senate, ballots: (sums.get(key)?.ballots ?? 0) + ballots });
  }
  return [...sums].sort(([a], [b]) => a < b ? -1 : 1).map(([, pair]) => pair);
}

/**
 * Loads whole partisan ballots of Palm Beach County, 2000, as patterns with their number.
 *
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPalmBeachPatterns } from "tallybook/data";
 *
 * assertEquals(loadPalmBeachPatterns().reduce((sum, row) => sum + row.ballots, 0), 362_649);
 * ```
 */
export function loadPalmBeachPatterns(): Rows<RowOf<typeof palmBeachPatterns>> {
  return loadTable(palmBeachPatterns, {});
}

type PalmBeachPattern = RowOf<typeof palmBeachPatterns>;

/** The contests below the president that whole ballots of Palm Beach County hold, and the district. */
const CONTESTS = [
  "district",
  "us_senate",
  "us_house",
  "education",
  "treasurer",
  "sheriff",
  "clerk",
  "office_tax",
  "office_sol",
] as const satisfies readonly (keyof PalmBeachPattern)[];

/**
 * Patterns of Palm Beach County's ballots as what they say elsewhere and what they say for
 * president: two rows whose `like` is the same agree in each of the contests.
 *
 * @param patterns Rows of `loadPalmBeachPatterns()`.
 * @param contests The contests that count; all of them unless fewer are named.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPalmBeachPatterns, palmBeachLikeness } from "tallybook/data";
 *
 * const bySenate = palmBeachLikeness(loadPalmBeachPatterns().toRecords(), ["us_senate"]);
 * assertEquals(bySenate.some(({ like, choice }) => like === "Democratic" && choice === "Green"), true);
 * ```
 */
export function palmBeachLikeness(
  patterns: readonly PalmBeachPattern[],
  contests: readonly (typeof CONTESTS)[number][] = CONTESTS,
): { like: string; choice: string; ballots: number }[] {
  const task = "say how ballots of Palm Beach are alike";
  requireList(task, "patterns", patterns);
  requireList(task, "contests", contests);
  for (const contest of contests) requireOneOf(task, "contests", contest, CONTESTS);
  for (const [at, row] of patterns.entries()) requireRecord(task, `patterns[${at}]`, row);
  return patterns.map((row) => ({
    like: contests.map((contest) => row[contest] ?? "").join("|"),
    choice: row.president,
    ballots: row.ballots,
  }));
}
