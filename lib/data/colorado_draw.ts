import { requireInteger, requireList, requireName, requireRecord } from "../check/mod.ts";

/** What the order of the draw needs of a row of a manifest. */
export interface ManifestRow {
  /** The election of the audit. */
  readonly year: number;
  /** The county's name. */
  readonly county: string;
  /** The batch's place in its county's manifest. */
  readonly place: number;
}

/** Counties go by their names without spaces and capitals; Broomfield, the youngest, comes last. */
const orderOf = (county: string) =>
  county === "Broomfield" ? "~" : county.replaceAll(" ", "").toLowerCase();

/**
 * Colorado's manifests in the order in which its statewide audits lay them end to end: number n of a
 * draw is the n-th card of that row. In 2020 Gunnison's cards were not among those that could be drawn.
 * Found from the published draws: with this order all 165 lead to the cards that the state lists.
 *
 * @param manifests Rows of `colorado_manifests`; of several years, one year after the other.
 * @throws {TypeError | RangeError} for what is no list of rows with year, county and place.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inDrawOrder } from "tallybook/data";
 *
 * const rows = ["Broomfield", "La Plata", "Lake", "Gunnison"].map((county) => ({ year: 2020, county, place: 1 }));
 * assertEquals(inDrawOrder(rows).map(({ county }) => county), ["Lake", "La Plata", "Broomfield"]);
 * ```
 */
export function inDrawOrder<Row extends ManifestRow>(manifests: readonly Row[]): Row[] {
  const task = "put manifests in the order of the draw";
  requireList(task, "manifests", manifests);
  for (const [i, row] of manifests.entries()) {
    const { year, county, place } = requireRecord(task, `manifests[${i}]`, row);
    requireInteger(task, `year of manifests[${i}]`, year);
    requireName(task, `county of manifests[${i}]`, county);
    requireInteger(task, `place of manifests[${i}]`, place, { minimum: 1 });
  }
  return manifests.filter(({ year, county }) => year !== 2020 || county !== "Gunnison")
    .map((row) => ({ row, order: orderOf(row.county) }))
    .sort((a, b) =>
      a.row.year - b.row.year || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) ||
      a.row.place - b.row.place
    )
    .map(({ row }) => row);
}
