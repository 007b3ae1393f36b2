import type { ControlTotal } from "../reconcile.ts";
import { OTHERS, usualName } from "./candidate_names.ts";
import { ALL_CANDIDATES } from "./counted_sums.ts";
import { fecWorkbooks, readFecTotals } from "./fec_workbook.ts";
import { MEDSL } from "./returns_medsl.ts";
import type { BuildContext, Row } from "./table_build.ts";

const COMPILED = "derived/jaytimm_pres_results_1789_2024.csv";
const LEADING_2016 = ["Donald Trump", "Hillary Clinton", "Gary Johnson", "Jill Stein"];
const NEAREST = ["Donald Trump", "Hillary Clinton", ALL_CANDIDATES];

/** The national figures of the FEC's first table. */
function nationalFec({ raw }: BuildContext): ControlTotal[] {
  return fecWorkbooks.flatMap((workbook) =>
    readFecTotals(raw, workbook)
      .filter(({ name }) => !/^(Write-In|None of)/.test(name))
      .map(({ name, votes }) => ({
        table: "state_returns",
        year: workbook.year,
        state_po: "US",
        candidate: name.startsWith("Total") ? ALL_CANDIDATES : name,
        votes,
        control: "FEC, national popular vote",
      }))
  );
}

const SECOND_TABLES: Readonly<
  Record<number, readonly [sheet: string, candidates: readonly string[]]>
> = {
  2004: ["Table 2. Pres Elec & Pop Vote", ["George W. Bush", "John Kerry"]],
  2008: ["Table 2. Electoral &  Pop Vote", ["Barack Obama", "John McCain"]],
  2012: ["Table 2. Electoral &  Pop Vote", ["Barack Obama", "Mitt Romney"]],
  2016: ["Table 2. Electoral &  Pop Vote", ["Donald Trump", "Hillary Clinton"]],
};

/** The figures by state of the FEC's second table: the two largest, and all candidates. */
function statesFec({ raw }: BuildContext): ControlTotal[] {
  return fecWorkbooks.flatMap(({ year, file }) => {
    const [sheet, candidates] = SECOND_TABLES[year]!;
    return raw.sheet(file, sheet).flatMap((row) => {
      const statePo = String(row[0] ?? "").trim();
      if (!/^[A-Z]{2}$/.test(statePo)) return [];
      const control = "FEC, electoral and popular vote by state";
      const base = { table: "state_returns", year, state_po: statePo, control };
      return [
        { ...base, candidate: candidates[0]!, votes: Number(row[3]) },
        { ...base, candidate: candidates[1]!, votes: Number(row[4]) },
        { ...base, candidate: ALL_CANDIDATES, votes: Number(row[6]) },
      ];
    });
  });
}

/** A second compilation's national figures: the FEC's for 2020 and 2024. */
function compiled({ raw }: BuildContext): ControlTotal[] {
  return raw.csv(COMPILED).flatMap((row) => {
    const year = Number(row.year);
    const candidate = usualName(row.candidate!);
    const base = { year, state_po: "US", candidate };
    const control = year >= 2016 ? "FEC, as compiled by J. Timm" : "J. Timm's compilation";
    const totals: ControlTotal[] = [];
    if (row.pop_votes !== "NA") {
      totals.push({ ...base, table: "state_returns", votes: Number(row.pop_votes), control });
    }
    const lumped = year < 1804 || year === 1872;
    if (row.ec_votes !== "NA" && !lumped) {
      totals.push({ ...base, table: "electoral_votes", votes: Number(row.ec_votes), control });
    }
    return totals;
  });
}

function sumsByState(rows: readonly Row[]): Map<string, Row & { readonly votes: number }> {
  const sums = new Map<string, Row & { readonly votes: number }>();
  for (const row of rows) {
    for (const candidate of [String(row.candidate), ALL_CANDIDATES]) {
      const key = `${row.year}\t${row.state_po}\t${candidate}`;
      const votes = (sums.get(key)?.votes ?? 0) + Number(row.votes);
      sums.set(key, { ...row, candidate, votes });
    }
  }
  return sums;
}

/** The states' returns as control for tables of smaller units. */
function byState(context: BuildContext): ControlTotal[] {
  const states = sumsByState(context.rows("state_returns"));
  const control = "state_returns";
  const from = (table: string, row: Row & { readonly votes: number }): ControlTotal => ({
    table,
    year: Number(row.year),
    state_po: String(row.state_po),
    candidate: String(row.candidate),
    votes: row.votes,
    control,
  });
  const totals: ControlTotal[] = [];
  const add = (table: string, year: number, statePo: string, candidate: string) => {
    const row = states.get(`${year}\t${statePo}\t${candidate}`);
    if (row !== undefined) totals.push(from(table, row));
  };
  const counties = new Set<string>();
  for (const row of context.rows("county_returns")) {
    if (row.candidate === OTHERS) continue;
    counties.add(`${row.year}\t${row.state_po}\t${row.candidate}`);
  }
  for (const key of counties) {
    const [year, statePo, candidate] = key.split("\t") as [string, string, string];
    const leading = year !== "2016" || LEADING_2016.includes(candidate);
    if (leading) add("county_returns", Number(year), statePo, candidate);
  }
  const precinctStates = context.frame("precinct_returns").getColumn("state_po").unique().toArray();
  for (const statePo of (precinctStates as string[]).sort()) {
    for (const candidate of NEAREST) add("precinct_returns", 2016, statePo, candidate);
  }
  const states2024 = new Set(
    context.rows("precinct_votes_2024").map((row) => String(row.state_po)),
  );
  for (const statePo of [...states2024].sort()) {
    for (const candidate of ["Donald Trump", "Kamala Harris"]) {
      add("precinct_votes_2024", 2024, statePo, candidate);
    }
  }
  for (const candidate of LEADING_2016) {
    add("wisconsin_units (recount)", 2016, "WI", candidate);
    add("wisconsin_units (original)", 2016, "WI", candidate);
    add("michigan_pennsylvania", 2016, "MI", candidate);
    add("michigan_pennsylvania", 2016, "PA", candidate);
  }
  add("michigan_pennsylvania", 2016, "MI", ALL_CANDIDATES);
  add("michigan_pennsylvania", 2016, "PA", ALL_CANDIDATES);
  for (const candidate of ["Al Gore", "George W. Bush"]) {
    add("michigan_pennsylvania", 2000, "PA", candidate);
    add("georgia_2000", 2000, "GA", candidate);
  }
  for (const candidate of ["Al Gore", "George W. Bush", "Ralph Nader", "Pat Buchanan"]) {
    add("florida_2000", 2000, "FL", candidate);
  }
  for (const candidate of ["Bill Clinton", "Bob Dole", "Ross Perot"]) {
    add("florida_2000", 1996, "FL", candidate);
  }
  for (const candidate of ["Joe Biden", "Donald Trump"]) {
    add("georgia_2020_tally", 2020, "GA", candidate);
  }
  const places = [...new Set([...states.keys()].map((key) => key.split("\t")[1]!))].sort();
  for (const statePo of places) {
    for (const candidate of NEAREST) add(MEDSL, 2016, statePo, candidate);
  }
  return totals;
}

/** Every control total that the tables' sums are compared with. */
export function controlTotals(context: BuildContext): ControlTotal[] {
  return [
    ...nationalFec(context),
    ...statesFec(context),
    ...compiled(context),
    ...byState(context),
  ];
}
