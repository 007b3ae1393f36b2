import { requireOptions } from "../../check/mod.ts";
import { source, votes, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, decimals, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

const LICENSE = "none stated: facts of public record";

/** Colorado's statewide audits of the presidential contest: what each was run with. */
export const coloradoAudits = {
  name: "colorado_audits",
  file: "data/colorado_audits.csv",
  title: "Colorado's audits of the presidential contest, 2020 and 2024: seed, margin, risk limit",
  description: "One row for each audit, as the Secretary of State published it.",
  columns: [
    year,
    texts("seed", "The twenty digits that dice made in public", { pattern: "[0-9]{20}" }),
    counts("cards", "Ballot cards that could be drawn", { unit: "cards" }),
    counts("contest_cards", "Cards with the presidential contest", { unit: "cards" }),
    texts("winner", "The winner as the file names the ticket"),
    votes("margin", "The winner's votes less the runner-up's"),
    decimals("risk_limit", "The largest chance of confirming a wrong outcome", {
      minimum: 0,
      maximum: 1,
    }),
    decimals("gamma", "The error inflation factor of the Kaplan-Markov test"),
    source,
  ],
  key: ["year"],
  license: LICENSE,
  caveats: ["In 2020 Gunnison's manifest was not among the cards that could be drawn"],
} as const satisfies TableSchema;

/** The manifests that the audits drew from. */
export const coloradoManifests = {
  name: "colorado_manifests",
  file: "data/colorado_manifests.parquet",
  title: "Ballot manifests of Colorado's counties, 2020 and 2024: cards in each batch",
  description:
    "One row for each batch of ballot cards in the order of its county's manifest, with the number " +
    "of cards that the manifest gives and, where it is published, the number of records.",
  columns: [
    year,
    texts("county", "The county"),
    integers("place", "The batch's place in its county's manifest, from 1", { minimum: 1 }),
    texts("tabulator", "The scanner"),
    texts("batch", "The batch"),
    counts("cards", "Cards by the manifest", { unit: "cards" }),
    counts("records", "Cast-vote records by the published comparison; blank where it has none", {
      unit: "records",
      optional: true,
    }),
    source,
  ],
  key: ["year", "county", "place"],
  license: LICENSE,
  caveats: [
    "Manifests of 2020 are those of the audit's first round; Teller's holds 17,087 cards where the comparison of batch counts has 17,178",
  ],
} as const satisfies TableSchema;

/** The ballots that the audits drew for the presidential contest. */
export const coloradoDrawn = {
  name: "colorado_drawn",
  file: "data/colorado_drawn.csv",
  title: "Ballots drawn for Colorado's audits of the presidential contest, 2020 and 2024",
  description: "One row for each drawn ballot, as the state's report of results lists it.",
  columns: [
    year,
    integers("draw", "The draw's place in the sequence, from 1", { minimum: 1 }),
    counts("number", "The number drawn, from 1 to the number of cards"),
    texts("county", "The county"),
    texts("tabulator", "The scanner"),
    texts("batch", "The batch"),
    integers("card", "The card's place in its batch, from 1", { minimum: 1 }),
    source,
  ],
  key: ["year", "draw"],
  license: LICENSE,
  caveats: [
    "A row says that the ballot was drawn and entered; the report's column of discrepancies is known to be incomplete, so that it is left out",
  ],
} as const satisfies TableSchema;

/**
 * Loads the audits, one row a year.
 *
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadColoradoAudits } from "tallybook/data";
 *
 * const [, of2024] = loadColoradoAudits();
 * assertEquals([of2024?.cards, of2024?.margin], [4_746_866, 350_348]);
 * ```
 */
export function loadColoradoAudits(): Rows<RowOf<typeof coloradoAudits>> {
  return loadTable(coloradoAudits, {});
}

/**
 * Loads the manifests.
 *
 * @param options.year One year or both.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadColoradoManifests } from "tallybook/data";
 *
 * assertEquals(loadColoradoManifests({ year: 2024 }).reduce((sum, row) => sum + row.cards, 0), 4_746_866);
 * ```
 */
export function loadColoradoManifests(
  options: { year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof coloradoManifests>> {
  requireOptions("load colorado manifests", options, ["year"]);
  return loadTable(coloradoManifests, { year: options.year });
}

/**
 * Loads the drawn ballots.
 *
 * @param options.year One year or both.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadColoradoDrawn } from "tallybook/data";
 *
 * const [first] = loadColoradoDrawn({ year: 2024 });
 * assertEquals([first?.number, first?.county], [950_139, "Boulder"]);
 * ```
 */
export function loadColoradoDrawn(
  options: { year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof coloradoDrawn>> {
  requireOptions("load colorado drawn", options, ["year"]);
  return loadTable(coloradoDrawn, { year: options.year });
}
