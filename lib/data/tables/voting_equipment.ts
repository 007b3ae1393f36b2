import { requireOptions } from "../../check/mod.ts";
import { fips, source, statePo } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, flags, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Voting equipment in use in November 2016. */
export const votingEquipment = {
  name: "voting_equipment",
  file: "data/voting_equipment.parquet",
  title: "Voting equipment in use in 2016 by jurisdiction",
  description:
    "One row for each jurisdiction and device: counties, and municipalities in Connecticut, Maine, " +
    "Massachusetts, New Hampshire, Rhode Island, Vermont and Wisconsin. What a jurisdiction owns " +
    "does not say how many ballots were cast on it.",
  columns: [
    counts("line", "Line of the list, counted from 1 after the header", { minimum: 1 }),
    statePo,
    fips,
    texts("jurisdiction_code", "Ten-digit code of the jurisdiction", { pattern: "[0-9]{10}" }),
    texts("jurisdiction", "Name of the jurisdiction"),
    texts("division", "Town or city within the jurisdiction", { optional: true }),
    counts("precincts", "Precincts", { optional: true }),
    counts("registration", "Registered voters", { optional: true, unit: "voters" }),
    texts("make", "Maker", { optional: true }),
    texts("model", "Model", { optional: true }),
    texts("type", "Kind of device", {
      optional: true,
      values: [
        "Optical Scan",
        "Ballot Marking Device or System",
        "DRE-Touchscreen",
        "DRE-Dial",
        "DRE-Push Button",
        "Hand Counted Paper Ballots",
      ],
    }),
    texts("vvpat", "Whether a DRE prints a paper record that the voter can see (VVPAT)", {
      values: ["Yes", "No", "N/A"],
    }),
    flags("accessible", "Used for accessible voting"),
    flags("early", "Used for early voting"),
    flags("absentee", "Used for absentee ballots"),
    flags("polling_place", "Used at polling places; false in states that vote by mail"),
    source,
  ],
  key: ["line"],
  license: "MIT (the repository of the copy); producer VerifiedVoting.org, terms not verified",
  caveats: [
    "Each state has a row of its own with code SS00000000, which is not a county",
    "49 rows have no kind of device",
  ],
} as const satisfies TableSchema;

/**
 * Loads voting equipment of 2016.
 *
 * @param options.states Postal codes; all when left out.
 * @returns Rows; see the table's columns.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadVotingEquipment } from "tallybook/data";
 *
 * const michigan = loadVotingEquipment({ states: ["MI"] });
 * assertEquals(michigan.some((row) => row.type?.startsWith("DRE")), false);
 * ```
 */
export function loadVotingEquipment(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof votingEquipment>> {
  requireOptions("load voting equipment", options, ["states"]);
  return loadTable(votingEquipment, { state_po: options.states });
}
