import { loadFlorida2000, loadGeorgia2000 } from "tallybook/data";
import {
  averageMarginalEffect,
  factor,
  leftOutCount,
  logisticRegression,
  normalQuantile,
  numeric,
  type Term,
} from "tallybook/stats";
import { Draws } from "./random.ts";
import type { Simulation } from "./row.ts";

/** Quasi-binomial effects and left-out counts, on the counties of Georgia and Florida in 2000. */
export function countSimulations(): Simulation[] {
  // Two counties counted paper by hand: too few for a coefficient of their own in every draw.
  const georgia = loadGeorgia2000().toRecords().filter((row) => row.equipment !== "PAPER");
  const florida = loadFlorida2000().toRecords();
  // One county counted by hand and one by lever: a group of one says nothing of its kind.
  const modelled = florida.filter((row) => !["Hand", "Lever"].includes(row.technology));
  const buchanan = florida.map((row) => row.buchanan);
  return [
    effect(
      `Spoiled ballots by equipment (punch card), ${georgia.length} of Georgia's counties`,
      georgia.map((row) => row.ballots - row.votes),
      georgia.map((row) => row.ballots),
      [
        factor("equipment", georgia.map((row) => row.equipment), { reference: "LEVER" }),
        numeric("share", georgia.map((row) => row.african_american_share)),
      ],
      "equipment=PUNCH",
    ),
    effect(
      `Overvotes by columns, machine held, ${modelled.length} of Florida's counties`,
      modelled.map((row) => row.overvotes),
      modelled.map((row) => row.recorded_total + row.undervotes + row.overvotes),
      [
        factor("columns", modelled.map((row) => row.ballot_columns > 1 ? "two" : "one")),
        factor("machine", modelled.map((row) => row.technology)),
      ],
      "columns=two",
    ),
    ...leftOut(
      buchanan,
      florida.map((row) => row.buchanan + row.bush + row.gore),
      [
        numeric(
          "Perot",
          florida.map((row) => Math.log(row.perot_1996 / (row.clinton_1996 + row.dole_1996))),
        ),
        numeric("Dole", florida.map((row) => Math.log(row.dole_1996 / row.clinton_1996))),
      ],
      florida.findIndex((row) => row.county === "Palm Beach"),
    ),
  ];
}

function effect(
  design: string,
  successes: number[],
  trials: number[],
  terms: Term[],
  name: string,
): Simulation {
  const family = "quasibinomial" as const;
  const fit = logisticRegression({ successes, trials, terms, family });
  const truth = averageMarginalEffect(fit, name).point;
  return {
    design: `${design} (dispersion ${fit.dispersion.toFixed(0)})`,
    draws: 1000,
    methods: ["normal", "t, n − k degrees of freedom"],
    shown: "t, n − k degrees of freedom",
    *run(seed) {
      const random = new Draws(seed);
      for (;;) {
        const drawn = trials.map((n, i) =>
          random.overdispersed(n, fit.probabilities[i]!, fit.dispersion)
        );
        const found = averageMarginalEffect(
          logisticRegression({ successes: drawn, trials, terms, family }),
          name,
        );
        const off = Math.abs(found.point - truth);
        yield {
          "normal": [off <= normalQuantile(0.975) * found.standardError ? 1 : 0, 1],
          "t, n − k degrees of freedom": [found.lower <= truth && truth <= found.upper ? 1 : 0, 1],
        };
      }
    },
  };
}

function leftOut(successes: number[], trials: number[], terms: Term[], one: number): Simulation[] {
  const family = "quasibinomial" as const;
  // The chances are those of the other units: the one examined is the question, not the model.
  const { fit } = leftOutCount({ successes, trials, terms, family }, one);
  const values = fit.names.map((name) =>
    terms.flatMap((term) => term.columns).find((column) => column.name === name)?.values
  );
  const chances = trials.map((_, i) => {
    const logOdds = values.reduce(
      (sum, column, j) => sum + fit.coefficients[j]! * (column ? column[i]! : 1),
      0,
    );
    return 1 / (1 + Math.exp(-logOdds));
  });
  const methods = ["normal", "t, the others' degrees of freedom"] as const;
  const over = (design: string, rows: number[], draws: number): Simulation => ({
    design: `${design} (dispersion ${fit.dispersion.toFixed(0)})`,
    draws,
    methods: [...methods],
    shown: methods[1],
    *run(seed) {
      const random = new Draws(seed);
      const z = normalQuantile(0.975);
      for (;;) {
        const drawn = trials.map((n, i) => random.overdispersed(n, chances[i]!, fit.dispersion));
        let [normal, student] = [0, 0];
        for (const row of rows) {
          const left = leftOutCount({ successes: drawn, trials, terms, family }, row);
          if (Math.abs(left.excess) <= z * left.standardDeviation) normal++;
          if (left.lower <= drawn[row]! && drawn[row]! <= left.upper) student++;
        }
        yield { [methods[0]]: [normal, rows.length], [methods[1]]: [student, rows.length] };
      }
    },
  });
  return [
    over("Buchanan's votes in Palm Beach, left out of Florida's 67 counties", [one], 1000),
    over("Buchanan's votes in each of Florida's 67 counties, left out in turn", [
      ...successes.keys(),
    ], 60),
  ];
}
