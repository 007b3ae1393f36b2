import { wisconsinBallots } from "../../tables/wisconsin_ballots.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "wisconsin-2016/wec_el190_2016_general.xlsx";

/** Builds the ballots by method in Wisconsin's reporting units. */
export const wisconsinBallotsBuild: TableBuild = {
  schema: wisconsinBallots,
  build({ raw }) {
    const [header = [], ...rows] = raw.sheet(FILE, "2016 General Election EL-190");
    const at = (name: string) => header.indexOf(name);
    const column = {
      county: at("County"),
      municipality: at("Municipality"),
      unit: at("Reporting Unit"),
      registrants: at("Registrants"),
      total: at("Total Ballots"),
      paper: at("Paper Ballots"),
      scan: at("Optical Scan Ballots"),
      dre: at("DRE"),
      marked: at("Auto-Mark"),
      absentee: at("Counted?"),
    };
    return rows.map((row, index) => {
      const number = (position: number) => Number(row[position] ?? 0);
      return {
        line: index + 1,
        county: String(row[column.county]).replace(/ COUNTY\s*$/, "").trim(),
        municipality: String(row[column.municipality]).trim(),
        unit: String(row[column.unit]).replaceAll(/\s+/g, " ").trim(),
        registrants: number(column.registrants),
        total_ballots: number(column.total),
        paper_ballots: number(column.paper),
        scan_ballots: number(column.scan),
        dre_ballots: number(column.dre),
        marked_ballots: number(column.marked),
        absentee_counted: number(column.absentee),
        source: FILE,
      };
    });
  },
};
