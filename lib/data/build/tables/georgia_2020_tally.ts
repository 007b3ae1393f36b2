import { parse } from "csv-parse/sync";
import { georgia2020Tally } from "../../tables/georgia_2020_tally.ts";
import type { TextRow } from "../corrections.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "georgia-2020-audit/audit-report-November-3-2020-General-Election-2020-11-19.csv";
const START = "######## BATCH RESULTS ########";

/** Builds Georgia's hand tally of 2020. */
export const georgia2020TallyBuild: TableBuild = {
  schema: georgia2020Tally,
  build({ raw }) {
    const text = raw.text(FILE);
    const from = text.indexOf("\n", text.indexOf(START)) + 1;
    const rows = parse(text.slice(from), { columns: true, skip_empty_lines: true }) as TextRow[];
    return rows.map((row, index) => ({
      line: index + 1,
      county: row["Jurisdiction Name"]!.trim(),
      batch: row["Batch Name"]!.trim() || null,
      method: row["Batch Type"]!.trim() || null,
      trump: Number(row["Donald J. Trump"]),
      biden: Number(row["Joseph R. Biden"]),
      jorgensen: Number(row["Jo Jorgensen"]),
      invalid_write_in: Number(row["Invalid Write-In"]),
      valid_write_in: Number(row["Valid Write-iin"]),
      blank: Number(row["Blank/Undervote"]),
      overvote: Number(row.Overvote),
      source: FILE,
    }));
  },
};
