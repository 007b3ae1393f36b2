import pl from "nodejs-polars";
import type { CountedSum } from "../reconcile.ts";
import { MEDSL, medslReturns } from "./returns_medsl.ts";
import type { BuildContext, Row } from "./table_build.ts";

/** The candidate of a row that adds up all of them. */
export const ALL_CANDIDATES = "All candidates";

/** Adds up votes by state and candidate, for the nation and for all candidates. */
class Sums {
  readonly #sums = new Map<string, CountedSum>();

  add(table: string, year: number, statePo: string, candidate: string, votes: number): void {
    for (const place of [statePo, "US"]) {
      for (const name of [candidate, ALL_CANDIDATES]) {
        const key = `${table}\t${year}\t${place}\t${name}`;
        const before = this.#sums.get(key)?.votes ?? 0;
        this.#sums.set(key, {
          table,
          year,
          state_po: place,
          candidate: name,
          votes: before + votes,
        });
      }
    }
  }

  list(): CountedSum[] {
    return [...this.#sums.values()];
  }
}

const FLORIDA_CANDIDATES: Readonly<Record<string, string>> = {
  bush: "George W. Bush",
  gore: "Al Gore",
  nader: "Ralph Nader",
  buchanan: "Pat Buchanan",
  browne: "Harry Browne",
  phillips: "Howard Phillips",
  hagelin: "John Hagelin",
};

const FLORIDA_1996: Readonly<Record<string, string>> = {
  clinton: "Bill Clinton",
  dole: "Bob Dole",
  perot: "Ross Perot",
};

const WISCONSIN_CANDIDATES: Readonly<Record<string, string>> = {
  trump: "Donald Trump",
  clinton: "Hillary Clinton",
  johnson: "Gary Johnson",
  stein: "Jill Stein",
};

function addWide(
  sums: Sums,
  table: string,
  year: number,
  statePo: string,
  rows: readonly Row[],
  columns: Readonly<Record<string, string>>,
  suffix = "",
): void {
  for (const [column, candidate] of Object.entries(columns)) {
    const votes = rows.reduce((sum, row) => sum + Number(row[`${column}${suffix}`]), 0);
    sums.add(table, year, statePo, candidate, votes);
  }
}

/** Sums of all tables of returns, by table, year, state and candidate. */
export function countedSums(context: BuildContext): CountedSum[] {
  const sums = new Sums();
  for (const table of ["state_returns", "county_returns", "michigan_pennsylvania"]) {
    for (const row of context.rows(table)) {
      const { year, state_po, candidate, votes } = row;
      sums.add(table, Number(year), String(state_po), String(candidate), Number(votes));
    }
  }
  for (const row of context.rows("electoral_votes")) {
    if (row.status !== "cast") continue;
    const { year, state_po, candidate, electors } = row;
    sums.add(
      "electoral_votes",
      Number(year),
      String(state_po),
      String(candidate),
      Number(electors),
    );
  }
  const precincts = context.frame("precinct_returns").groupBy("state_po", "candidate")
    .agg(pl.col("votes").cast(pl.Int32).sum().alias("votes"));
  for (const { state_po, candidate, votes } of precincts.toRecords()) {
    sums.add("precinct_returns", 2016, String(state_po), String(candidate), Number(votes));
  }
  for (const row of context.rows("precinct_votes_2024")) {
    const statePo = String(row.state_po);
    sums.add("precinct_votes_2024", 2024, statePo, "Kamala Harris", Number(row.harris ?? 0));
    sums.add("precinct_votes_2024", 2024, statePo, "Donald Trump", Number(row.trump ?? 0));
  }
  const units = context.rows("wisconsin_units");
  addWide(sums, "wisconsin_units (original)", 2016, "WI", units, WISCONSIN_CANDIDATES, "_original");
  addWide(sums, "wisconsin_units (recount)", 2016, "WI", units, WISCONSIN_CANDIDATES, "_recount");
  addWide(sums, "florida_2000", 2000, "FL", context.rows("florida_2000"), FLORIDA_CANDIDATES);
  addWide(sums, "florida_2000", 1996, "FL", context.rows("florida_2000"), FLORIDA_1996, "_1996");
  addWide(sums, "georgia_2000", 2000, "GA", context.rows("georgia_2000"), {
    gore: "Al Gore",
    bush: "George W. Bush",
  });
  addWide(sums, "georgia_2020_tally", 2020, "GA", context.rows("georgia_2020_tally"), {
    trump: "Donald Trump",
    biden: "Joe Biden",
    jorgensen: "Jo Jorgensen",
  });
  for (const line of medslReturns(context.raw)) {
    if (line.year === 2016) sums.add(MEDSL, line.year, line.statePo, line.name, line.votes);
  }
  return sums.list();
}
