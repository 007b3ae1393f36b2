import { assert } from "@std/assert";
import { golden } from "../golden/read.ts";
import { printed, shown } from "./shown.ts";

export interface Interval {
  est: number;
  lower: number;
  upper: number;
}
interface Rung extends Interval {
  df: number;
  lower90: number;
  upper90: number;
  p_equivalence: number;
  mde80: number;
}
export interface Model extends Interval {
  outcome: string;
  dose: string;
  weights: string;
  covariates: string;
  within: boolean;
  size: boolean;
  p_equivalence: number;
}
interface State extends Interval {
  n: number;
  electronic: number;
  p: number;
  mde80: number;
  least_votes: number;
}
export interface Technology {
  units: number;
  net_Donald: number;
  net_Hillary: number;
  abs_Donald: number;
  abs_Hillary: number;
  orig_Donald: number;
  orig_Hillary: number;
  margin_net: number;
  abs_rate_per_10k: number;
}
interface Digits {
  n2: number;
  chi2_2BL: number;
  p_2BL: number;
  n_last: number;
  chi2_last: number;
  p_last: number;
}

// R (sandwich, estimatr): tests/golden/scripts/20_machines_page.R, 08_wi_machines.R and 19_verifier.R.
export const page = golden<{
  ballots: number;
  flip: number;
  rungs: Record<string, Rung>;
  placebo: Interval;
  crude: Interval;
  spec: Record<string, number> & { models: Model[] };
  benchmarks: Record<string, Record<string, number>>;
  smd_before: Record<string, number>;
  small_places: Record<string, number>;
  units: Record<string, number> & { county_share: Record<string, number> };
  curve: Record<"naive" | "weighted" | "level_adjusted" | "change" | "adjusted", Interval>[];
  three: Record<string, Record<string, number>>;
  states: Record<string, State>;
  pennsylvania: Record<string, Interval & { p: number }>;
  national: Interval & { n: number; states: number };
}>("machines_page.json");
export const machines = golden<{
  n: number;
  n_D: number;
  county: {
    n_over25: number;
    naive_mean_dem_dre: number;
    naive_mean_dem_other: number;
    naive: { coef: { anyDRE: number } };
  };
  models: Record<string, { est: number }>;
  sens_f_adj: { RV_q1: number; RV_q1_a05: number };
  overlap: { est: number; ess_t: number; ess_c: number };
  ri: Record<string, number>;
}>("wi_machines.json");
export const equipment = golden<{ by_state: { state: string; bh: number; holm: number }[] }>(
  "county_equipment.json",
);
// Python (numpy), from the counties alone: 17_wi_county_thresholds.py.
export const thresholds =
  golden<{ rows: Record<string, number>[] }>("wi_county_threshold_curve.json").rows;
// Python, from the raw files: 07_wi_prep.py, 14_small_tests.py, 21_machines_counts.py, 01_official.py.
export const recount = golden<{
  totals: Record<"original" | "recount", { Donald: number; Hillary: number }>;
  units: number;
  units_all_zero_change: number;
  net: { Donald: number; Hillary: number };
  sum_abs: { Donald: number; Hillary: number };
  by_equipment_majority: Record<string, Technology>;
  unmatched: number;
  clean: { n_in: number; n_out: number; dropped: Record<string, number>; dre_vote_share: number };
}>("wi_recount.json");
export const counts = golden<{
  changed: Record<string, number>;
  figure: { units: number; same_margin: number };
  dre_without_paper: Record<string, number>;
  dre_with_paper: Record<string, number>;
  reporting: number;
  alike: number;
  elections: number;
  alarms: Record<string, number>;
  votes_on_dre_units: number;
}>("machines_counts.json");
// numpy alone: 26_machines_more.py.
export const more = golden<{
  counties: Record<
    "level" | "level_adjusted" | "change" | "change_adjusted" | "change_raw",
    Interval
  >;
  trends: Record<string, Record<"naive" | "adjusted", Interval>>;
  size: { log10: number; sd: number };
  permutation:
    & { draws: number }
    & Record<
      "controls" | "size" | "cubic",
      { coefficient: number; residuals: number; dose: number }
    >;
  pairs:
    & { n: number; counties: number; median_km: number }
    & Record<
      "change" | "adjusted" | "size",
      Interval
    >;
  spatial: Record<"state" | "within" | "size", { est: number; se: number; moran: number }>;
  recount: Record<string, Record<"units" | "trump" | "clinton" | "moved" | "votes", number>>;
}>("machines_more.json");
export const digits = golden<Record<string, Digits>>("small_tests.json");
export const fec = golden<{ states: Record<string, { margin_trump_minus_clinton: number }> }>(
  "official_2016_fec.json",
).states;

export const notebook = "05_voting_machines_2016";
export const text = shown(notebook);

/** Asserts that the page shows these words and numbers. */
export function holds(expected: string): void {
  assert(text.includes(expected), `The page doesn't show "${expected}"`);
}

/** A number as the page prints it: no minus before a zero. */
function fixed(value: number, digits: number): string {
  const plain = value.toFixed(digits);
  return (Number(plain) === 0 ? plain.replace("-", "") : plain).replace("-", "\u2212");
}
export const one = (value: number): string => fixed(value, 1);
export const two = (value: number): string => fixed(value, 2);
export const interval = (e: Interval): string =>
  `${two(e.est)} (${two(e.lower)} to ${two(e.upper)})`;
export const small = (p: number): string =>
  p < 0.0001 ? "below 0.0001" : p.toFixed(p < 0.01 ? 4 : 3);
export const signed = (value: number): string => value > 0 ? `+${printed(value)}` : printed(value);
/** Votes by which an effect in points, on all electronic ballots, moves the margin. */
export const marginVotes = (points: number): number =>
  Math.round(Math.abs(2 * page.ballots * points / 100));

export const rung = (key: string): Rung => page.rungs[key]!;
export const margin = fec.WI!.margin_trump_minus_clinton;
export const original = recount.totals.original;
export const recounted = recount.totals.recount;
