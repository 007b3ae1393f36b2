import { michiganPennsylvania } from "../../tables/michigan_pennsylvania.ts";
import { nameFromCapitals, usualName } from "../candidate_names.ts";
import { countyCodes } from "../county_codes.ts";
import type { TextRow } from "../corrections.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

const MICHIGAN = "mi-pa-2016/20161108__mi__general__county.csv";
const PENNSYLVANIA_2000 = "mi-pa-2016/20001107__pa__general__county.csv";
const PENNSYLVANIA_2016 = "mi-pa-2016/20161108__pa__general_county.csv";

function michiganName({ last = "", first = "", suffix = "" }: TextRow): string {
  return usualName([first, last, suffix].filter((part) => part !== "").join(" ").trim());
}

function build(raw: RawFolder): Row[] {
  const codeOf = countyCodes(raw);
  const lines = (
    year: number,
    statePo: string,
    source: string,
    rows: TextRow[],
    nameOf: (row: TextRow) => string,
  ) =>
    rows.filter((row) => row.office!.startsWith("President")).map((row) => {
      const fips = codeOf(statePo, row.county!);
      const votes = Number(row.votes);
      const county = row.county!;
      return {
        year,
        statePo,
        fips,
        county,
        name: nameOf(row),
        party: row.party || "W",
        votes,
        source,
      };
    });
  const all = [
    ...lines(2016, "MI", MICHIGAN, raw.csv(MICHIGAN), michiganName),
    ...lines(
      2000,
      "PA",
      PENNSYLVANIA_2000,
      raw.csv(PENNSYLVANIA_2000),
      (row) => usualName(row.candidate!),
    ),
    ...lines(
      2016,
      "PA",
      PENNSYLVANIA_2016,
      raw.csv(PENNSYLVANIA_2016),
      (row) => usualName(row.candidate!),
    ),
  ];
  return all.map(({ statePo, name, county, ...line }) => ({
    ...line,
    state_po: statePo,
    county: nameFromCapitals(county),
    candidate: name,
  })).sort((a, b) =>
    a.year - b.year || (a.fips < b.fips ? -1 : a.fips > b.fips ? 1 : 0) || b.votes - a.votes
  );
}

/** Builds Michigan's and Pennsylvania's counties. */
export const michiganPennsylvaniaBuild: TableBuild = {
  schema: michiganPennsylvania,
  build: ({ raw }) => build(raw),
};
