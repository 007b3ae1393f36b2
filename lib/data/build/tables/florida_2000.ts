import { florida2000 } from "../../tables/florida_2000.ts";
import { countyCodes } from "../county_codes.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "florida-2000/fl2000.txt";
const ABSENTEE = "florida-2000/abseday_FL2000.csv";
const CANDIDATES = [
  "Bush",
  "Gore",
  "Browne",
  "Nader",
  "Harris",
  "Hagelin",
  "Buchanan",
  "McReynolds",
  "Phillips",
  "Moorehead",
  "Chote",
  "McCarthy",
];

/** The two records spell some counties differently. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "").replace("miamidade", "dade");
}

/** Builds Florida 2000 by county. */
export const florida2000Build: TableBuild = {
  schema: florida2000,
  build({ raw }) {
    const codeOf = countyCodes(raw);
    const absentee = new Map(raw.csv(ABSENTEE).map((row) => [plain(row.County!), row]));
    const [header = "", ...lines] = raw.text(FILE).trim().split("\n");
    const names = header.replaceAll('"', "").trim().split(/\s+/);
    return lines.map((line) => {
      const cells = line.match(/"[^"]*"|\S+/g)!.map((cell) => cell.replaceAll('"', ""));
      const at = (name: string) => cells[names.indexOf(name)]!;
      const county = at("county");
      const late = absentee.get(plain(county))!;
      return {
        fips: codeOf("FL", county === "Dade" ? "Miami-Dade" : county),
        county,
        technology: at("technology"),
        ballot_columns: Number(at("columns")),
        undervotes: Number(at("under")),
        overvotes: Number(at("over")),
        ...Object.fromEntries(CANDIDATES.map((name) => [name.toLowerCase(), Number(at(name))])),
        recorded_total: Number(late["Total Pres Votes"]),
        recorded_buchanan: Number(late["Total Buchanan"]),
        absentee_total: Number(late["Total Absentee"]),
        absentee_buchanan: Number(late["Buchanan Absentee"]),
        source: FILE,
      };
    });
  },
};
