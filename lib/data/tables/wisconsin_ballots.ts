import { requireOptions } from "../../check/mod.ts";
import { source } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

const ballots = { unit: "ballots" } as const;

/** Ballots by method in Wisconsin's reporting units, from the clerks' reports. */
export const wisconsinBallots = {
  name: "wisconsin_ballots",
  file: "data/wisconsin_ballots.csv",
  title: "Wisconsin 2016: ballots by method and reporting unit (form EL-190)",
  description: "One row for each reporting unit in the municipal clerks' reports on the election.",
  columns: [
    counts("line", "Line of the report, counted from 1 after the header", { minimum: 1 }),
    texts("county", "The county, in capitals"),
    texts("municipality", "The municipality, in capitals"),
    texts("unit", "The reporting unit"),
    counts("registrants", "Registered voters", { unit: "voters" }),
    counts("total_ballots", "Ballots in all", ballots),
    counts("paper_ballots", "Paper ballots counted by hand", ballots),
    counts("scan_ballots", "Ballots read by optical scan", ballots),
    counts("dre_ballots", "Ballots on direct-recording machines", ballots),
    counts("marked_ballots", "Ballots on marking devices (AutoMARK)", ballots),
    counts("absentee_counted", "Absentee ballots counted", ballots),
    source,
  ],
  key: ["line"],
  license: "none stated: facts of public record (Wisconsin Elections Commission)",
  caveats: ["Some clerks wrote 1 for the total, or methods that do not add up to it"],
} as const satisfies TableSchema;

/**
 * Loads ballots by method in Wisconsin's reporting units.
 *
 * @param options.counties Counties in capitals; all when left out.
 * @returns Rows; see the table's columns.
 * @throws {RangeError} for a county that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadWisconsinBallots } from "tallybook/data";
 *
 * assertEquals(loadWisconsinBallots().reduce((sum, row) => sum + row.dre_ballots, 0), 299_503);
 * ```
 */
export function loadWisconsinBallots(
  options: { counties?: readonly string[] } = {},
): Rows<RowOf<typeof wisconsinBallots>> {
  requireOptions("load wisconsin ballots", options, ["counties"]);
  return loadTable(wisconsinBallots, { county: options.counties });
}
