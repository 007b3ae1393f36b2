import {
  loadCountyDemographics,
  loadCountyEquipment,
  loadWisconsinMunicipalities,
} from "tallybook/data";
import {
  controls,
  countyUnits,
  doseOf,
  type MachineUnit,
  municipalUnits,
} from "tallybook/election";
import {
  coefficientEstimate,
  leastSquares,
  numeric,
  type Term,
  wildClusterTest,
  Xoshiro128,
} from "tallybook/stats";
import { Draws } from "./random.ts";
import type { Simulation } from "./row.ts";

const ERRORS = ["classical", "HC3", "CR1", "CR2", "CR3"] as const;

/** Regressions of units that share errors within a group, on the units and covariates of our tables. */
export function regressionSimulations(): Simulation[] {
  const towns = municipalUnits(loadWisconsinMunicipalities({ analysis: true }).toRecords());
  const townTerms = (names: string[]) => [
    numeric("dose", doseOf(towns, 0.25)),
    ...controls(towns, { covariates: names }),
  ];
  const held = ["college", "white", "log density"];
  // A third of the counties, since CR2's cost is the cube of a state's.
  const counties = countyUnits(
    loadCountyEquipment().toRecords(),
    loadCountyDemographics().toRecords(),
  ).filter((_, i) => i % 3 === 0);
  const states = [...new Set(counties.map(({ group }) => group))].sort();
  const drawn = new Set(states);
  const order = [...states];
  new Xoshiro128(2016).shuffle(order);
  order.slice(0, Math.floor(order.length / 2)).forEach((state) => drawn.delete(state));
  const people = controls(counties, {
    covariates: ["less than college", "white", "log population"],
  });
  const size = `${counties.length.toLocaleString("en-US")} counties in ${states.length} states`;
  const towns72 = `Wisconsin's ${towns.length.toLocaleString("en-US")} municipalities in ${
    new Set(towns.map(({ group }) => group)).size
  } counties`;
  const votes = towns.map((unit) => unit.votes);
  return [
    simulation(`Cut-off at a quarter, nothing held, ${towns72}`, towns, townTerms([]), 1000),
    simulation(`Cut-off at a quarter, three held, ${towns72}`, towns, townTerms(held), 1000),
    simulation(
      `Cut-off at a quarter, nothing held, by votes, ${towns72}`,
      towns,
      townTerms([]),
      1000,
      votes,
    ),
    simulation(
      `Equipment of the county, three held, ${size}`,
      counties,
      [numeric("dose", doseOf(counties, 0.5)), ...people],
      600,
    ),
    simulation(
      `A rule of the state, three held, ${size}`,
      counties,
      [numeric("dose", counties.map(({ group }) => drawn.has(group) ? 1 : 0)), ...people],
      600,
    ),
  ];
}

function simulation(
  design: string,
  units: readonly MachineUnit[],
  terms: Term[],
  draws: number,
  weights?: number[],
): Simulation {
  const groups = units.map(({ group }) => group);
  const shared = intraclass(
    leastSquares({ outcome: units.map((u) => u.twoParty - u.twoPartyBefore), terms }).residuals,
    groups,
  );
  return {
    design: `${design} (correlation within ${shared.toFixed(2)})`,
    draws,
    methods: [...ERRORS, "wild cluster bootstrap"],
    shown: "CR2",
    *run(seed) {
      const random = new Draws(seed);
      for (;;) {
        const effects = new Map(groups.map((group) => [group, 0]));
        for (const group of effects.keys()) effects.set(group, random.normal());
        const outcome = groups.map((group) =>
          Math.sqrt(shared) * effects.get(group)! + Math.sqrt(1 - shared) * random.normal()
        );
        const fit = leastSquares({ outcome, terms, ...(weights ? { weights } : {}) });
        const found: Record<string, [number, number]> = {};
        for (const errors of ERRORS) {
          const { lower, upper } = coefficientEstimate(fit, "dose", { errors, clusters: groups });
          found[errors] = [lower <= 0 && 0 <= upper ? 1 : 0, 1];
        }
        const wild = wildClusterTest(fit, "dose", groups, { draws: 399 });
        found["wild cluster bootstrap"] = [wild.lower <= 0 && 0 <= wild.upper ? 1 : 0, 1];
        yield found;
      }
    },
  };
}

/** Correlation of two units of one group, by one-way analysis of variance with unequal groups. */
function intraclass(values: ArrayLike<number>, groups: readonly string[]): number {
  const members = Map.groupBy(groups.keys(), (i) => groups[i]!);
  const n = groups.length;
  const grand = Array.from(values).reduce((sum, value) => sum + value, 0) / n;
  let [between, within, squares] = [0, 0, 0];
  for (const rows of members.values()) {
    const mean = rows.reduce((sum, i) => sum + values[i]!, 0) / rows.length;
    between += rows.length * (mean - grand) ** 2;
    for (const i of rows) within += (values[i]! - mean) ** 2;
    squares += rows.length ** 2;
  }
  const usual = (n - squares / n) / (members.size - 1);
  const noise = within / (n - members.size);
  return Math.max(0, (between / (members.size - 1) - noise) / usual) /
    (noise + Math.max(0, (between / (members.size - 1) - noise) / usual));
}
