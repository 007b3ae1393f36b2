import { wisconsinMunicipalities } from "../../tables/wisconsin_municipalities.ts";
import type { TextRow } from "../corrections.ts";
import type { BuildContext, Row, TableBuild } from "../table_build.ts";
import { lettersOf, readWisconsinPlaces } from "./wisconsin_places.ts";

const FILE = "wisconsin-2016/modeldfward_o.csv";
const CENSUS = "wisconsin-2016/tiger_demographics.csv";

/** What the file's author joined by the municipality's code; the names of CENSUS, then of FILE. */
const BY_CODE = {
  pop: "pop",
  percap_inc_2015: "inc_2015",
  bach_perc: "coll_deg_plus25_2013",
  white_perc: "pct_white",
  black_perc: "pct_black",
  hisp_perc: "pct_latino",
  age_med: "age_med",
  unemp_1864_perc: "unemp_rate",
} as const;

/** Columns without which a row is left out of an analysis by voting method. */
const NEEDED = [
  "dem.perc2012",
  "rep.perc2012",
  "votes.tot2012",
  "pop",
  "inc_2015",
  "coll_deg_plus25_2013",
  "pct_white",
  "pct_black",
  "pct_latino",
  "age_med",
  "unemp_rate",
  "muni.dense",
  "democrat_votes.perc",
  "republican_votes.perc",
];

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === "" || cell === "NA" || cell === "NaN" || cell === "Inf"
    ? null
    : Number(cell);
}

function label(cell: string | undefined): string | null {
  return cell === undefined || cell === "" || cell === "NA" ? null : cell;
}

/** A count from a percentage of a total; the file has no counts. */
function counted(percent: string | undefined, total: number | null): number | null {
  const value = number(percent);
  return value === null || total === null ? null : Math.round(value * total / 100);
}

interface Shares {
  readonly dre: number;
  readonly scan: number;
  readonly hand: number;
}

/** Shares of methods, made to add up to 1; undefined where they miss it by more than 0.1. */
function sharesOf(row: TextRow): Shares | undefined {
  const [dre, scan, hand] = ["tch_prop", "os_prop", "paper_prop"].map((name) => number(row[name]));
  if (typeof dre !== "number" || typeof scan !== "number" || typeof hand !== "number") {
    return undefined;
  }
  const sum = dre + scan + hand;
  if (Math.abs(sum - 1) > 0.1) return undefined;
  const part = (value: number) => Number((value / sum).toFixed(8));
  return { dre: part(dre), scan: part(scan), hand: part(hand) };
}

function whyExcluded(row: TextRow, shares: Shares | undefined): string | null {
  if (NEEDED.some((name) => number(row[name]) === null)) return "missing covariate";
  if (shares === undefined) return "ballot shares do not add up to 1";
  const votes = Number(row["votes.tot2016"]);
  if (votes < 50) return "fewer than 50 votes";
  const ratio = Number(row.total_ballots) / votes;
  return ratio >= 0.9 && ratio <= 1.15 ? null : "ballots differ from votes";
}

function toRow(row: TextRow): Row {
  const votes2016 = number(row["votes.tot2016"]);
  const votes2012 = number(row["votes.tot2012"]);
  const shares = sharesOf(row);
  const county = row.county!;
  return {
    county,
    municipality: row.muni_county!.slice(0, -county.length - 1),
    mcd_fips: label(row.MCD_FIPS),
    votes_2016: votes2016,
    clinton_2016: counted(row["democrat_votes.perc"], votes2016),
    trump_2016: counted(row["republican_votes.perc"], votes2016),
    votes_2012: votes2012,
    obama_2012: counted(row["dem.perc2012"], votes2012),
    romney_2012: counted(row["rep.perc2012"], votes2012),
    ballots_2016: number(row.total_ballots),
    dre_share: shares?.dre ?? null,
    scan_share: shares?.scan ?? null,
    hand_share: shares?.hand ?? null,
    dre_model: label(row.tch_model_off),
    scan_model: label(row.os_model_off),
    marking_model: label(row.bmd_model_off),
    population: number(row.pop),
    income: number(row.inc_2015),
    college_percent: number(row.coll_deg_plus25_2013),
    white_percent: number(row.pct_white),
    black_percent: number(row.pct_black),
    latino_percent: number(row.pct_latino),
    median_age: number(row.age_med),
    unemployment_percent: number(row.unemp_rate),
    density: number(row["muni.dense"]),
    excluded: whyExcluded(row, shares),
    source: FILE,
  };
}

/**
 * Gives each municipality the code that the state gives to its name and, where the file has
 * another's, the figures of that code: its author joined code and figures by name, and took a
 * neighbor of like name. The votes were joined by the whole name, and are right.
 */
function withOwnCode(rows: readonly TextRow[], { raw }: BuildContext): TextRow[] {
  const codes = new Map(
    readWisconsinPlaces(raw).map((place) => [lettersOf(place.name), place.code]),
  );
  const census = new Map(raw.csv(CENSUS).map((row) => [row.MCD_FIPS, row]));
  const densities = new Map(rows.map((row) => [row.MCD_FIPS, row["muni.dense"]]));
  return rows.map((row) => {
    const code = codes.get(lettersOf(row.muni_county!));
    // A name that the state's file lacks keeps its code; so does a blank one, whose place is no more.
    if (code === undefined || label(row.MCD_FIPS) === null || code === row.MCD_FIPS) return row;
    const figures = Object.entries(BY_CODE).map(([from, to]) => [to, census.get(code)![from]!]);
    return {
      ...row,
      MCD_FIPS: code,
      ...Object.fromEntries(figures),
      "muni.dense": densities.get(code) ?? "",
    };
  });
}

/** Builds Wisconsin's municipalities. */
export const wisconsinMunicipalitiesBuild: TableBuild = {
  schema: wisconsinMunicipalities,
  build: (context) => withOwnCode(context.raw.csv(FILE), context).map(toRow),
};
