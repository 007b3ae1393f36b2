import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { golden, goldenRows } from "../golden/read.ts";
import { shownFigure } from "./shown_figure.ts";
import { printed } from "./shown.ts";
import {
  holds,
  interval,
  machines,
  margin,
  marginVotes,
  type Model,
  notebook,
  one,
  page,
  rung,
  small,
  two,
} from "./voting_machines.ts";

const labels: Record<string, string> = {
  level: "level, units equal",
  level_votes: "level, by votes",
  change: "change since 2012, units equal",
  change_votes: "change since 2012, by votes",
  adjusted: "adjusted, units equal",
  adjusted_votes: "adjusted, by votes",
  dose: "adjusted, dose, units equal",
  dose_votes: "adjusted, dose, by votes",
  within: "+ within counties, units equal",
  within_votes: "+ within counties, by votes",
  size: "+ and size, units equal",
  size_votes: "+ and size, by votes",
};
const adjusted = Object.keys(labels).slice(4);

Deno.test("05: the ladder's twelve rungs are R's", () => {
  const rows = new Map(shownFigure(notebook, "ladder").rows.map((row) => [row.label, row]));
  assertEquals(rows.size, 12);
  for (const [key, label] of Object.entries(labels)) {
    const row = rows.get(label)!;
    for (
      const [column, inR] of [["point", "est"], ["lower", "lower"], ["upper", "upper"]] as const
    ) {
      assertAlmostEquals(Number(row[column]), rung(key)[inR], 1e-7, `${label} ${column}`);
    }
    holds(`${label} ${interval(rung(key))}`);
  }
  const points = adjusted.map((key) => rung(key).est);
  holds(`run from ${two(Math.max(...points))} (adjusted, and size, by votes)`);
  holds(`to ${two(Math.min(...points))} points (adjusted, dose, units equal)`);
  // Of either weighting less than half is left, and zero lies in the interval.
  for (const [near, wide] of [["size", "dose"], ["size_votes", "dose_votes"]] as const) {
    assert(Math.abs(rung(near).est) < Math.abs(rung(wide).est) / 2);
    assert(rung(near).lower < 0 && rung(near).upper > 0);
  }
  holds("Within counties at equal size little of the difference is left");
  holds(`${one(rung("dose_votes").df)} for the dose by votes, although there are 72 counties`);
});

Deno.test("05: the equivalence tests are R's on each adjusted rung", () => {
  for (const key of adjusted) {
    const { est, p_equivalence: p, mde80 } = rung(key);
    holds(
      `${labels[key]} ${interval(rung(key))} ${printed(marginVotes(est))} ` +
        `${small(p)} ${two(mde80)} ${printed(marginVotes(mde80))} `,
    );
  }
  const worst = adjusted.map((key) => rung(key).p_equivalence).reduce((a, b) => Math.max(a, b));
  holds(`they are ruled out; the largest p is ${small(worst)} (adjusted, dose, by votes)`);
  const ballots = printed(Math.round(page.ballots));
  holds(
    `${two(page.flip)} percent of the ${ballots} electronic ballots would have had to be switched`,
  );
  assertAlmostEquals(page.flip, 100 * margin / (2 * page.ballots), 1e-9);
  const seen = (points: number) => adjusted.filter((key) => rung(key).mde80 <= points).length;
  assertEquals(seen(1), 0);
  holds(
    `Of the 8 models, none would find a difference of one point that often, and ${seen(2)} would`,
  );
});

Deno.test("05: the claim's 30,000 votes, switched or lost, in points of Clinton's share", () => {
  // Votes on the machines, each municipality's by its dose, counted one by one: 102,353 Clinton's of
  // 276,308 for the two, 37.04%. With 30,000 more, 132,353 of 306,308, 43.21%: 6.17 points.
  let [clinton, trump, ballots] = [0, 0, 0];
  for (const m of goldenRows("data/wi_muni_2016.csv")) {
    const cast = Number(m.dre) * Number(m.votes16);
    ballots += cast;
    clinton += cast * Number(m.dem16) / 100;
    trump += cast * Number(m.rep16) / 100;
  }
  assertEquals([Math.round(clinton), Math.round(clinton + trump)], [102_353, 276_308]);
  // As Clinton's and Trump's were counted with the claim's votes put back, less as they were counted.
  const share = (c: number, t: number) => 100 * c / (c + t);
  const lost = share(clinton + 30_000, trump) - share(clinton, trump);
  // Switched back, Clinton has 30,000 more and Trump 30,000 fewer of the same ballots.
  const switched = (votes: number) => 100 * ((clinton + votes) / ballots - clinton / ballots);
  assertEquals([one(switched(30_000)), one(switched(15_000)), one(lost)], ["10.3", "5.1", "6.2"]);
  holds(
    `Had the claim's 30,000 votes been switched, Clinton's share of the ballots there would be ` +
      `${one(switched(30_000))} points lower (${one(switched(15_000))} if 30,000 means the ` +
      `margin: 15,000 switched); had they been lost, her share of the votes for the two there ` +
      `about ${one(lost)}.`,
  );
});

const covariates: Record<string, string> = {
  d2p12: "two-party share of 2012",
  ldens: "log density",
  college: "college degrees",
  white: "white share",
  black: "Black share",
  latino: "Latino share",
  linc: "log income",
  age: "age",
  unemp: "unemployment",
};

Deno.test("05: hidden confounders are bounded as by R and the method's own package", () => {
  // tests/golden/scripts/23_confounder_bounds.py runs PySensemakr.
  const bounds = golden<Record<string, { bias: number; left: number }>>("confounder_bounds.json");
  for (const [key, label] of Object.entries(covariates)) {
    const row = page.benchmarks[key]!;
    const { bias, left } = bounds[key] ?? { bias: row.bias_bound!, left: row.left_bound! };
    const shares = `${one(100 * row.outcome!)}% ${one(100 * row.treatment!)}%`;
    holds(`${label} ${shares} ${two(bias)} ${two(left)}`);
  }
  const { RV_q1: value, RV_q1_a05: atAlpha } = machines.sens_f_adj;
  holds(`explain ${one(100 * value)}% of the remaining variance`);
  holds(`and ${one(100 * atAlpha)}% to make it insignificant`);
  const [taken, of] = [page.benchmarks.d2p12!.bias_bound!, -rung("adjusted").est];
  holds(`could take at most ${two(taken)} of the ${two(of)} points away`);
  assert(taken < of);
  holds("Confounding of the strength observed does not by itself erase this estimate");
});

Deno.test("05: overlap weighting is R's: balance, effective sizes and difference", () => {
  for (const [key, label] of Object.entries(covariates)) {
    holds(`${label} ${two(page.smd_before[key]!)} 0.00`);
  }
  const { est, ess_t: on, ess_c: off } = machines.overlap;
  holds(`${Math.round(on)} effective electronic and ${Math.round(off)} effective other`);
  holds(`municipalities of ${machines.n_D} and ${printed(page.units.n_other!)}`);
  holds(
    `${two(est)} points of the two-party share; the regression's is ${two(rung("adjusted").est)}`,
  );
});

Deno.test("05: the 64 models, one by one and together, are R's", () => {
  const { spec } = page;
  const keyOf = (m: Model) =>
    [
      m.outcome === "level" ? "level, given the share before" : "change",
      m.dose === "dre" ? "share of ballots" : "yes or no",
      m.weights,
      m.covariates === "core" ? "education" : "all",
      m.within,
      m.size,
    ].join("|");
  const rows = shownFigure(notebook, "specifications").rows.map((row): [string, typeof row] => [
    [
      row.outcome!.startsWith("level") ? row.outcome : "change",
      row.dose!.startsWith("yes or no") ? "yes or no" : row.dose,
      row.weights!.includes("votes") ? "votes" : "equal",
      row.covariates!.startsWith("education") ? "education" : row.covariates,
      row.compared === "within a county",
      row.size === "size held fixed",
    ].join("|"),
    row,
  ]);
  const byKey = new Map(rows);
  assertEquals(byKey.size, 64);
  for (const model of spec.models) {
    const row = byKey.get(keyOf(model))!;
    assertAlmostEquals(Number(row.estimate_point), model.est, 1e-8, keyOf(model));
    assertAlmostEquals(Number(row.estimate_lower), model.lower, 1e-6, keyOf(model));
    assertAlmostEquals(Number(row.estimate_upper), model.upper, 1e-6, keyOf(model));
  }
  holds(`64 defensible models: from ${two(spec.least!)} to ${two(spec.most!)} points`);
  holds(
    `The median is ${two(spec.median!)} points. ${spec.exclude_zero} of 64 intervals exclude zero`,
  );
  holds(`in ${spec.ruled_out} of the 64 models an effect of ${two(page.flip)} points is ruled out`);
  holds(`size left free gives a median of ${two(spec.median_loose!)} points`);
  holds(`within counties at equal size gives ${two(spec.median_close!)}`);
  const sized = spec.models.filter((model) => model.size && !model.within);
  const points = sized.map(({ est }) => est).sort((a, b) => a - b);
  assertEquals([sized.length, sized.every(({ upper }) => upper < 0)], [16, true]);
  holds(
    `across the state at equal size the median is ${two((points[7]! + points[8]!) / 2)}, and ` +
      "16 of 16 intervals exclude zero",
  );
  const open = spec.models.filter((model) => model.p_equivalence >= 0.05);
  assert(open.every((model) => !model.within || model.covariates === "core"));
  holds(
    `The ${open.length} models that cannot rule the margin out all compare across the state or hold`,
  );
});
