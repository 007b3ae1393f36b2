import { findState } from "../../states.ts";
import { countyReturns } from "../../tables/county_returns.ts";
import { NONE_OF_THESE, OTHERS, usualName } from "../candidate_names.ts";
import type { TextRow } from "../corrections.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { BuildContext, Row, TableBuild } from "../table_build.ts";

const MEDSL = "medsl-county-2000-2016/countypres_2000-2016long.csv";
const SCRAPE_2016 = "county-2016-candidates/pres.elect16.results.2018.csv";
const LAST_MEDSL_YEAR = 2012;
const NEW_YORK = "new_york_counties";
/** MEDSL's file has the main party's line of New York's candidates alone in these years. */
const ONE_LINE_YEARS: readonly number[] = [2004, 2008, 2012];

const TWO_PARTY: Readonly<Record<number, readonly [democrat: string, republican: string]>> = {
  2020: ["Joe Biden", "Donald Trump"],
  2024: ["Kamala Harris", "Donald Trump"],
};

interface Line {
  readonly year: number;
  readonly statePo: string;
  readonly fips: string;
  readonly county: string;
  readonly candidate: string;
  readonly votes: number;
  readonly source: string;
}

/** Units without a county's code are counted for the whole state. */
function fipsOf(code: string, statePo: string): string {
  return code === "NA" || code === "" ? `${findState(statePo)!.fips}000` : code.padStart(5, "0");
}

function before2016(raw: RawFolder): Line[] {
  return raw.csv(MEDSL)
    .filter((row) => Number(row.year) <= LAST_MEDSL_YEAR && /^[1-9]/.test(row.candidatevotes!))
    .filter((row) => row.state !== "New York" || !ONE_LINE_YEARS.includes(Number(row.year)))
    .map((row) => {
      const statePo = findState(row.state!)!.po;
      return {
        year: Number(row.year),
        statePo,
        fips: fipsOf(row.FIPS!, statePo),
        county: row.county!,
        candidate: row.candidate === "Other" ? OTHERS : usualName(row.candidate!),
        votes: Number(row.candidatevotes),
        source: MEDSL,
      };
    });
}

/** All lines of New York's candidates, from the table that is written by hand. */
function newYork({ rows }: BuildContext): Line[] {
  return rows(NEW_YORK).map((row) => ({
    year: Number(row.year),
    statePo: "NY",
    fips: String(row.fips),
    county: String(row.county),
    candidate: String(row.candidate),
    votes: Number(row.votes),
    source: `data/${NEW_YORK}.csv`,
  }));
}

function in2016(raw: RawFolder): Line[] {
  return raw.csv(SCRAPE_2016).filter((row) => /^\d+$/.test(row.fips!) && row.votes !== "0").map(
    (row) => {
      const state = findState(row.st!)!;
      const name = row.cand!.trim();
      return {
        year: 2016,
        statePo: state.po,
        fips: fipsOf(row.fips!, state.po),
        county: row.county === "NA" ? state.name : row.county!,
        candidate: name === "None of these candidates" ? NONE_OF_THESE : usualName(name),
        votes: Number(row.votes),
        source: SCRAPE_2016,
      };
    },
  );
}

function since2020(raw: RawFolder, year: 2020 | 2024): Line[] {
  const source = `county-2020-2024/${year}_US_County_Level_Presidential_Results.csv`;
  const [democrat, republican] = TWO_PARTY[year]!;
  return raw.csv(source).flatMap((row: TextRow) => {
    const line = (candidate: string, votes: number): Line => ({
      year,
      statePo: findState(row.state_name!)!.po,
      fips: fipsOf(row.county_fips!, ""),
      county: row.county_name!,
      candidate,
      votes,
      source,
    });
    const [forDemocrat, forRepublican, all] = ["votes_dem", "votes_gop", "total_votes"]
      .map((name) => Math.round(Number(row[name]))) as [number, number, number];
    const others = Math.max(0, all - forDemocrat - forRepublican);
    return [
      line(democrat, forDemocrat),
      line(republican, forRepublican),
      line(OTHERS, others),
    ].filter(({ votes }) => votes > 0);
  });
}

function build(context: BuildContext): Row[] {
  const { raw, rows } = context;
  const parties = new Map(
    rows("national_results").map((row) => [`${row.year} ${row.candidate}`, row.party]),
  );
  const lines = [
    ...before2016(raw),
    ...newYork(context),
    ...in2016(raw),
    ...since2020(raw, 2020),
    ...since2020(raw, 2024),
  ];
  return lines.map((line) => ({
    year: line.year,
    state_po: line.statePo,
    fips: line.fips,
    county: line.county,
    candidate: line.candidate,
    party: parties.get(`${line.year} ${line.candidate}`) ?? null,
    votes: line.votes,
    status: line.year >= 2020 ? "unofficial" : "certified",
    source: line.source,
  })).sort((a, b) =>
    a.year - b.year || (a.fips < b.fips ? -1 : a.fips > b.fips ? 1 : 0) ||
    (a.county < b.county ? -1 : a.county > b.county ? 1 : 0) || b.votes - a.votes ||
    (a.candidate < b.candidate ? -1 : 1)
  );
}

/** Builds the popular votes by county and candidate. */
export const countyReturnsBuild: TableBuild = { schema: countyReturns, build };
