import { florida2000 } from "../../tables/florida_2000.ts";
import { countyCodes, countyNames } from "../county_codes.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "florida-2000/fl2000.txt";
const ABSENTEE = "florida-2000/abseday_FL2000.csv";
const EARLIER = "florida-2000/qss_florida.csv";
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

/** The records spell some counties differently. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "").replace("miamidade", "dade");
}

/** Builds Florida 2000 by county. */
export const florida2000Build: TableBuild = {
  schema: florida2000,
  build({ raw }) {
    const codeOf = countyCodes(raw);
    const nameOf = countyNames(raw);
    const absentee = new Map(raw.csv(ABSENTEE).map((row) => [plain(row.County!), row]));
    const earlier = new Map(raw.csv(EARLIER).map((row) => [plain(row.county!), row]));
    const [header = "", ...lines] = raw.text(FILE).trim().split("\n");
    const names = header.replaceAll('"', "").trim().split(/\s+/);
    return lines.map((line) => {
      const cells = line.match(/"[^"]*"|\S+/g)!.map((cell) => cell.replaceAll('"', ""));
      const at = (name: string) => cells[names.indexOf(name)]!;
      const county = at("county");
      const late = absentee.get(plain(county))!;
      const early = earlier.get(plain(county))!;
      const fips = codeOf("FL", county === "Dade" ? "Miami-Dade" : county);
      return {
        fips,
        county: nameOf(fips),
        technology: at("technology"),
        ballot_columns: Number(at("columns")),
        undervotes: Number(at("under")),
        overvotes: Number(at("over")),
        ...Object.fromEntries(CANDIDATES.map((name) => [name.toLowerCase(), Number(at(name))])),
        recorded_total: Number(late["Total Pres Votes"]),
        recorded_buchanan: Number(late["Total Buchanan"]),
        absentee_total: Number(late["Total Absentee"]),
        absentee_buchanan: Number(late["Buchanan Absentee"]),
        clinton_1996: Number(early.Clinton96),
        dole_1996: Number(early.Dole96),
        perot_1996: Number(early.Perot96),
        bush_early: Number(early.Bush00),
        gore_early: Number(early.Gore00),
        buchanan_early: Number(early.Buchanan00),
        source: FILE,
      };
    });
  },
};
