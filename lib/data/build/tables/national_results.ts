import { nationalResultsTable } from "../../tables/national_results.ts";
import { OTHERS, usualName } from "../candidate_names.ts";
import { compiledYears, statesWithoutPopularVote } from "../electors_compiled.ts";
import type { BuildContext, Row, TableBuild } from "../table_build.ts";

const COMPILED = "derived/jaytimm_pres_results_1789_2024.csv";
const LEAST_VOTES = 1000;

interface Result {
  party: string | null;
  popular: number | null;
  won: number;
  cast: number;
  readonly states: Set<string>;
}

/** For whom Horace Greeley's electors voted in 1872, and the scattered votes before 1804. */
function scatteredElectors({ raw }: BuildContext): { year: number; name: string; cast: number }[] {
  return raw.csv(COMPILED)
    .filter((row) => row.ec_votes !== "NA")
    .map((row) => ({
      year: Number(row.year),
      name: usualName(row.candidate!),
      cast: Number(row.ec_votes),
    }))
    .filter(({ year, name }) => year < 1800 || (year === 1872 && name !== "Ulysses S. Grant"));
}

function resultsOf(context: BuildContext): Map<number, Map<string, Result>> {
  const years = new Map<number, Map<string, Result>>();
  const at = (year: unknown, name: unknown, party: unknown): Result => {
    const results = years.get(Number(year)) ?? new Map<string, Result>();
    years.set(Number(year), results);
    const result = results.get(String(name)) ??
      { party: null, popular: null, won: 0, cast: 0, states: new Set<string>() };
    results.set(String(name), result);
    result.party ??= party as string | null;
    return result;
  };
  for (const row of context.rows("state_returns")) {
    const result = at(row.year, row.candidate, row.party);
    result.popular = (result.popular ?? 0) + Number(row.votes);
    result.states.add(String(row.state_po));
  }
  for (const row of context.rows("electoral_votes")) {
    if (row.status === "projected" || row.candidate === "Others") continue;
    const result = at(row.year, row.candidate, row.party);
    if (row.status === "won") result.won += Number(row.electors);
    else result.cast += Number(row.electors);
  }
  for (const { year, name, cast } of scatteredElectors(context)) {
    const result = at(year, name, null);
    result.cast = cast;
  }
  return years;
}

/** Puts candidates with few votes and no elector into the row of the others. */
function lump(results: Map<string, Result>): [string, Result][] {
  const kept: [string, Result][] = [];
  const others: Result = { party: null, popular: 0, won: 0, cast: 0, states: new Set() };
  for (const [name, result] of results) {
    const small = (result.popular ?? 0) < LEAST_VOTES && result.won + result.cast === 0;
    if (!small && name !== OTHERS) {
      kept.push([name, result]);
      continue;
    }
    others.popular = (others.popular ?? 0) + (result.popular ?? 0);
    result.states.forEach((state) => others.states.add(state));
  }
  kept.sort(([a, first], [b, second]) =>
    (second.popular ?? 0) - (first.popular ?? 0) || second.cast - first.cast ||
    second.won - first.won || (a < b ? -1 : 1)
  );
  return (others.popular ?? 0) > 0 ? [...kept, [OTHERS, others]] : kept;
}

function withoutPopularVote({ raw }: BuildContext, year: number, voting: boolean): string | null {
  if (!voting) return "all";
  if (!compiledYears.includes(year)) return null;
  return [...statesWithoutPopularVote(raw, year).keys()].sort().join(" ") || null;
}

function build(context: BuildContext): Row[] {
  return [...resultsOf(context)].sort(([a], [b]) => a - b).flatMap(([year, results]) => {
    const voting = [...results.values()].some(({ popular }) => popular !== null);
    const missing = withoutPopularVote(context, year, voting);
    return lump(results).map(([candidate, { party, popular, won, cast, states }]) => ({
      year,
      candidate,
      party,
      popular_votes: popular,
      electors_won: year < 1804 ? null : won,
      electors_cast: cast,
      states: states.size || null,
      no_popular_vote: missing,
      source: voting ? "state_returns, electoral_votes" : "electoral_votes",
    }));
  });
}

/** Builds the national results by candidate. */
export const nationalResultsBuild: TableBuild = { schema: nationalResultsTable, build };
