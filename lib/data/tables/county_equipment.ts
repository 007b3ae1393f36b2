import { requireOptions } from "../../check/mod.ts";
import { fips, source, statePo } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

const share = { minimum: 0, maximum: 1 } as const;

/** What kinds of equipment each county's polling places had in 2016. */
export const countyEquipment = {
  name: "county_equipment",
  file: "data/county_equipment.csv",
  title: "Polling-place equipment by county, 2016",
  description:
    "One row for each county. Each jurisdiction of the county counts once, by what its polling " +
    "places had, weighted by registered voters; a county that is one jurisdiction has one share of 1.",
  columns: [
    fips,
    statePo,
    texts("jurisdiction", "Name of the first jurisdiction in the list"),
    counts("registration", "Registered voters; a jurisdiction without a number counts as one", {
      unit: "voters",
    }),
    decimals("dre_share", "Only direct-recording machines (DRE), beside marking devices", share),
    decimals("mixed_share", "DRE together with scanners or hand-counted paper", share),
    decimals("scan_share", "Scanners and no DRE", share),
    decimals("hand_share", "Hand-counted paper, no DRE and no scanner", share),
    decimals(
      "other_share",
      "None of these at polling places, as in states that vote by mail",
      share,
    ),
    texts("dre_paper", "Whether the county's DRE print a paper record: yes, no, or some", {
      values: ["yes", "no", "some"],
      optional: true,
    }),
    source,
  ],
  key: ["fips"],
  license: "MIT (the repository of the copy); producer VerifiedVoting.org, terms not verified",
  caveats: ["Having a DRE says nothing of how many ballots were cast on it"],
} as const satisfies TableSchema;

/**
 * Loads polling-place equipment by county.
 *
 * @param options.states Postal codes; all when left out.
 * @returns Rows; see the table's columns.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCountyEquipment } from "tallybook/data";
 *
 * const michigan = loadCountyEquipment({ states: ["MI"] });
 * assertEquals(michigan.filter((row) => row.scan_share === 1).length, 83);
 * ```
 */
export function loadCountyEquipment(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof countyEquipment>> {
  requireOptions("load county equipment", options, ["states"]);
  return loadTable(countyEquipment, { state_po: options.states });
}
