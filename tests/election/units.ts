/**
 * The test's elections: votes by unit, 1976-2024, made by tests/golden/scripts/election_units.py
 * from the same files that tests/golden/scripts/10_ec_history.py reads.
 */
import { type Contest } from "../../lib/election/mod.ts";
import units from "../golden/units_1976_2024.json" with { type: "json" };
import history from "../golden/ec_history_1976_2024.json" with { type: "json" };
import fec2016 from "../golden/official_2016_fec.json" with { type: "json" };

type UnitRow = [unit: string, electors: number, democrat: number, republican: number, all: number];
interface YearOfUnits {
  democrat: string;
  republican: string;
  units: UnitRow[];
  thirds?: Record<string, Record<string, number>>;
}

export interface YearOfReference {
  tally_won: { D: number; R: number };
  national: {
    D: number;
    R: number;
    total: number;
    margin_total_pct: number;
    margin_two_pct: number;
  };
  inversion: boolean;
  tipping_total: { unit: string; winner_margin_pct: number; cum: number };
  tipping_two: { unit: string; winner_margin_pct: number };
  ec_bias_pts_toward_D_total: number;
  ec_bias_pts_toward_D_two: number;
  loser_min_switch_to_270: { votes: number; states: string[] };
  min_switch_to_deny_270: { votes: number; states: string[] };
  rules: { two_senators_removed: { D: number; R: number } };
}

/** Years that the reference covers. */
export const years: string[] = Object.keys(history);

/** The reference's results for a year. */
export function reference(year: string): YearOfReference {
  return (history as unknown as Record<string, YearOfReference>)[year]!;
}

/** One year's contests and its two candidates, Democrat first. */
export function electionOf(
  year: string,
): { contests: Contest[]; democrat: string; republican: string } {
  const { democrat, republican, units: rows, thirds = {} } =
    (units as unknown as Record<string, YearOfUnits>)[year]!;
  const contests = rows.map(([unit, electors, d, r, all]) => {
    const ofUnit = Object.fromEntries(
      Object.entries(thirds).map(([name, byState]) => [name, byState[unit] ?? 0]),
    );
    const third = Object.values(ofUnit).reduce((sum, votes) => sum + votes, 0);
    const votes = { [democrat]: d, [republican]: r, ...ofUnit, Others: all - d - r - third };
    return { unit, electors, votes };
  });
  return { contests, democrat, republican };
}

/** 2016 with Johnson and Stein by name, from the FEC's workbook (tests/golden/scripts/01_official.py). */
export function contests2016(): Contest[] {
  const states = fec2016.states as Record<
    string,
    {
      trump: number;
      clinton: number;
      johnson: number;
      stein: number;
      mcmullin: number;
      others: number;
    }
  >;
  return electionOf("2016").contests.map((contest) => {
    const state = states[contest.unit];
    if (state === undefined) return contest; // a district: the reference has no third parties there
    const { clinton, trump, johnson, stein, mcmullin, others } = state;
    return {
      ...contest,
      votes: {
        Clinton: clinton,
        Trump: trump,
        Johnson: johnson,
        Stein: stein,
        McMullin: mcmullin,
        Others: others - johnson - stein - mcmullin,
      },
    };
  });
}
