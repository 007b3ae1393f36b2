import {
  refusal,
  requireCount,
  requireDistinct,
  requireList,
  requireName,
  requireOneOf,
  requireRecord,
} from "../../check/mod.ts";
import {
  averageMarginalEffect,
  factor,
  logisticRegression,
  type MarginalEffect,
  type Term,
} from "../../stats/mod.ts";

/** One county's ballots, how they were laid out and read, and how many were spoiled. */
export interface LayoutCounty {
  /** The county's name. */
  readonly county: string;
  /** Number of columns that the candidates were spread over. */
  readonly columns: number;
  /** The machine. */
  readonly machine: string;
  /** Where ballots were counted, or whatever else is held fixed as a group. */
  readonly counting: string;
  /** Ballots cast. */
  readonly ballots: number;
  /** Of these, spoiled: overvoted, or without a readable mark. */
  readonly spoiled: number;
}

/** What is held fixed beside the layout. */
export type HeldLayout = "machine" | "counting";

/** What two columns instead of one go with. */
export interface LayoutEffect {
  /** Average marginal effect on the share of spoiled ballots, with its interval. */
  readonly effect: MarginalEffect;
  /** How many times as much as independent ballots the counts spread. */
  readonly dispersion: number;
  /** Counties, and those of them with more than one column. */
  readonly counties: number;
  /** Those of the counties with more than one column. */
  readonly spread: number;
}

const TASK = "compare ballot layouts";

/**
 * The share of ballots that is spoiled where the candidates are spread over two columns, minus that where
 * they are in one: the average marginal effect of a quasi-binomial model of counties, with machine or place
 * of counting held fixed. What is the same in all counties given is not held.
 *
 * @throws {RangeError} if a name in `held` is not known, or the layout does not vary
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { layoutEffect } from "tallybook/election";
 *
 * const county = (name: string, columns: number, spoiled: number) =>
 *   ({ county: name, columns, machine: "scan", counting: "center", ballots: 100, spoiled });
 * const { effect } = layoutEffect([county("a", 1, 1), county("b", 1, 3), county("c", 2, 5), county("d", 2, 7)], []);
 * assertAlmostEquals(effect.point, 0.06 - 0.02, 1e-9);
 * ```
 */
export function layoutEffect(
  counties: readonly LayoutCounty[],
  held: readonly HeldLayout[],
): LayoutEffect {
  requireList(TASK, "counties", counties, { least: 2 });
  counties.forEach((county, i) => {
    requireRecord(TASK, `counties[${i}]`, county);
    requireName(TASK, `county of counties[${i}]`, county.county);
    requireCount(TASK, `columns in ${county.county}`, county.columns, { minimum: 1 });
  });
  requireDistinct(TASK, "counties", counties.map(({ county }) => county));
  requireList(TASK, "held", held);
  for (const name of held) requireOneOf(TASK, "held", name, ["machine", "counting"]);
  const spread = counties.filter((county) => county.columns > 1).length;
  if (spread === 0 || spread === counties.length) {
    throw new RangeError(refusal({
      task: TASK,
      where: "columns",
      found: `${spread} of ${counties.length} counties with more than one`,
      expected: "counties of both kinds",
    }));
  }
  const terms: Term[] = [
    factor("columns", counties.map((county) => county.columns > 1 ? "two" : "one")),
  ];
  for (const name of new Set(held)) {
    const levels = counties.map((county) => county[name]);
    if (new Set(levels).size > 1) terms.push(factor(name, levels));
  }
  const fit = logisticRegression({
    successes: counties.map((county) => county.spoiled),
    trials: counties.map((county) => county.ballots),
    terms,
    family: "quasibinomial",
  });
  return {
    effect: averageMarginalEffect(fit, "columns=two"),
    dispersion: fit.dispersion,
    counties: counties.length,
    spread,
  };
}
