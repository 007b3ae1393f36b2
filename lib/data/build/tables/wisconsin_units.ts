import { wisconsinUnits } from "../../tables/wisconsin_units.ts";
import { DataError } from "../../data_error.ts";
import type { TextRow } from "../corrections.ts";
import type { Row, TableBuild } from "../table_build.ts";

const FILE = "wisconsin-2016/wardwisconsin2016andrecount.csv";
const CANDIDATES = [["trump", "Donald"], ["clinton", "Hillary"], ["johnson", "Gary"], [
  "stein",
  "Jill",
]] as const;

function technologyOf(municipality: Row | undefined): string | null {
  if (municipality === undefined) return null;
  if (Number(municipality.dre_share) >= 0.5) return "DRE";
  if (Number(municipality.scan_share) >= 0.5) return "scan";
  return Number(municipality.hand_share) >= 0.5 ? "hand" : "mixed";
}

function countsOf(row: TextRow, phase: string): Row {
  const column = (start: string) => Object.keys(row).find((name) => name.startsWith(start))!;
  const counts: Record<string, number> = {};
  for (const [name, start] of CANDIDATES) counts[`${name}_${phase}`] = Number(row[column(start)]);
  counts[`total_${phase}`] = Number(row["Total Votes"]);
  return counts;
}

/** Builds Wisconsin's reporting units, original canvass and recount side by side. */
export const wisconsinUnitsBuild: TableBuild = {
  schema: wisconsinUnits,
  build({ raw, rows }) {
    const municipalities = new Map(
      rows("wisconsin_municipalities").filter((row) => row.excluded === null)
        .map((row) => [`${row.county}\t${row.municipality}`, row]),
    );
    const units = new Map<string, Row>();
    for (const row of raw.csv(FILE)) {
      const county = row["County Name"]!.trim();
      const municipality = row["Municipality Name"]!.trim();
      const unit = row["Reporting Unit"]!.trim();
      const key = `${county}\t${municipality}\t${unit}`;
      const phase = row["Original or recount"]!.trim().toLowerCase();
      const entry = units.get(key) ?? {
        county,
        municipality,
        unit,
        technology: technologyOf(municipalities.get(`${county}\t${municipality}`)),
        source: FILE,
      };
      if (`total_${phase}` in entry) {
        throw new DataError("Cannot build wisconsin_units", [{
          file: FILE,
          expected: "each reporting unit once in each count",
          found: `${unit} twice, ${phase}`,
        }]);
      }
      units.set(key, { ...entry, ...countsOf(row, phase) });
    }
    return [...units.values()];
  },
};
