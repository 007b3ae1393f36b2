import { districtReturns } from "../../tables/district_returns.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "congressional-districts/cd_info_long.csv";
const FILE_2024 = "congressional-districts/cd_info_2024.csv";

const CANDIDATES: Readonly<Record<number, readonly [democrat: string, republican: string]>> = {
  2008: ["Barack Obama", "John McCain"],
  2012: ["Barack Obama", "Mitt Romney"],
  2016: ["Hillary Clinton", "Donald Trump"],
  2020: ["Joe Biden", "Donald Trump"],
  2024: ["Kamala Harris", "Donald Trump"],
};

/** Counts that were carried over to new lines are estimates with a fraction, which is cut off. */
function votes(cell: string): number | null {
  return cell === "NA" ? null : Math.floor(Number(cell));
}

/** Builds the presidential results by congressional district. */
export const districtReturnsBuild: TableBuild = {
  schema: districtReturns,
  build({ raw }) {
    const before = raw.csv(FILE).filter((row) => row.party === "R").map((row) => ({
      year: Number(row.elec),
      lines: Number(row.lines),
      district: row.cd!,
      share: row.pct!,
      row,
      source: FILE,
    }));
    const last = raw.csv(FILE_2024).map((row) => ({
      year: 2024,
      lines: 2024,
      district: row.cd!,
      share: row.pct_trump!,
      row,
      source: FILE_2024,
    }));
    return [...before, ...last].map(({ year, lines, district, share, row, source }) => ({
      year,
      lines,
      state_po: district.slice(0, 2),
      district,
      democrat: CANDIDATES[year]![0],
      republican: CANDIDATES[year]![1],
      republican_share: Number(share),
      two_party_votes: votes(row.presvotes_DR!),
      total_votes: votes(row.presvotes_total!),
      source,
    })).sort((a, b) => a.year - b.year || a.lines - b.lines || (a.district < b.district ? -1 : 1));
  },
};
