import {
  type CoefficientEstimate,
  coefficientEstimate,
  leastSquares,
  type LeastSquaresFit,
  type Term,
} from "../../stats/mod.ts";
import {
  refusal,
  requireFlag,
  requireList,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireRecord,
} from "../../check/mod.ts";
import { type MachineUnit, requireMachineUnits } from "./machine_unit.ts";
import { doseColumn, MachineColumns, outcomeColumn } from "./model_columns.ts";

/** One way to compare units with and without electronic machines. */
export interface MachineSpecification {
  /** What is compared: a share now, its change in four years, or (a placebo) the share before. */
  readonly outcome: "share" | "change" | "two-party" | "two-party change" | "two-party before";
  /** "share" of ballots on electronic machines, or 1 where it is above (or at) this threshold. */
  readonly dose: "share" | number;
  /** "votes" counts voters, "equal" counts units: two estimands. */
  readonly weights: "votes" | "equal";
  /** Covariates held fixed. */
  readonly covariates?: readonly string[];
  /** Whether the two-party share four years before is held fixed too. */
  readonly before?: boolean;
  /** Whether only units of one group (county) are compared with each other. */
  readonly withinGroups?: boolean;
  /** Whether log10 of the votes and its square are held fixed. */
  readonly size?: boolean;
}

/** What a specification finds. */
export interface MachineEffect {
  /** The specification. */
  readonly specification: MachineSpecification;
  /** The effect of the dose from 0 to 1, in points, with its interval. */
  readonly estimate: CoefficientEstimate;
  /** The regression. */
  readonly fit: LeastSquaresFit;
  /** The units it rests on, in the fit's order. */
  readonly units: readonly MachineUnit[];
  /** Units left out: alone in their group, so that nothing can be compared within it. */
  readonly leftOut: readonly string[];
}

/** Which standard error to take: robust by unit, or by group. */
export type MachineErrors = "HC2" | "HC3" | "CR1" | "CR2" | "classical";

const outcomeNames = {
  "share": "Democratic share of all votes",
  "change": "change of the Democratic share of all votes in four years",
  "two-party": "Democratic two-party share",
  "two-party change": "change of the Democratic two-party share in four years",
  "two-party before": "Democratic two-party share four years before",
} as const;

/**
 * Compare units with and without electronic machines by (weighted) least squares. The coefficient of the
 * dose is a conditional association; it is the machines' effect only if nothing unobserved moves both.
 *
 * Units of one group share errors. Unless `errors` says otherwise they are CR2 by group where there are
 * groups of several units, and HC3 where all units are of one group or each is its own: HC3's 95% intervals
 * hold far too rarely in grouped units (docs/coverage.md).
 *
 * @throws {RangeError} if a covariate is missing, or the dose does not vary among the units
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { machineEffect, type MachineUnit } from "tallybook/election";
 *
 * const unit = (name: string, share: number, dose: number): MachineUnit => ({
 *   unit: name, group: "ADAMS", votes: 100, votesBefore: 100, share, shareBefore: 50,
 *   twoParty: share, twoPartyBefore: 50, dose, covariates: {},
 * });
 * const units = [unit("a", 40, 0), unit("b", 44, 0), unit("c", 38, 1), unit("d", 40, 1)];
 * const found = machineEffect(units, { outcome: "share", dose: 0.5, weights: "equal" });
 * assertAlmostEquals(found.estimate.point, 39 - 42, 1e-9);
 * ```
 */
export function machineEffect(
  units: readonly MachineUnit[],
  specification: MachineSpecification,
  options: { readonly errors?: MachineErrors; readonly level?: number } = {},
): MachineEffect {
  requireMachineUnits(TASK, units);
  return effectOf(new MachineColumns(units), specification, options);
}

/** The same by the columns of units that were checked before. */
export function effectOf(
  all: MachineColumns,
  specification: MachineSpecification,
  options: { readonly errors?: MachineErrors; readonly level?: number } = {},
): MachineEffect {
  requireSpecification(specification);
  requireOptions(TASK, options, ["errors", "level"]);
  const { columns, leftOut } = specification.withinGroups
    ? all.within()
    : { columns: all, leftOut: [] };
  const { units } = columns;
  requireDose(specification.dose);
  if (units.length === 0) {
    throw new RangeError(refusal({
      task: TASK,
      where: "groups",
      found: "one unit in each",
      expected: "units that can be compared within one",
    }));
  }
  const dose = columns.dose(specification.dose);
  const { values } = dose.columns[0]!;
  if (values.every((value) => value === values[0])) {
    throw new RangeError(refusal({
      task: TASK,
      where: `dose of all ${units.length} units`,
      found: values[0],
      expected: "units with and without the machines",
    }));
  }
  const fit = leastSquares({
    outcome: columns.outcome(specification.outcome),
    terms: [dose, ...columns.held(specification)],
    ...(specification.weights === "votes" ? { weights: columns.votes(specification.outcome) } : {}),
  });
  const groups = new Set(columns.groups()).size;
  const grouped = groups > 1 && groups < units.length;
  const { errors = grouped ? "CR2" : "HC3", level = 0.95 } = options;
  const contrast = specification.dose === "share"
    ? "all ballots on electronic machines minus none"
    : `units above ${100 * specification.dose}% of ballots on electronic machines minus the others`;
  const estimate = coefficientEstimate(fit, "dose", {
    errors,
    level,
    clusters: columns.groups(),
    estimand: `${outcomeNames[specification.outcome]}, ${contrast}, in points`,
    assumptions: ["Units alike in what is held fixed would have voted alike"],
  });
  return { specification, estimate, fit, units, leftOut };
}

/**
 * 1 where the share of ballots on electronic machines is above the threshold (at 0.5: at least half).
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { doseOf } from "tallybook/election";
 *
 * const unit = (dose: number, share: number) => ({
 *   unit: "a", group: "ADAMS", votes: 100, votesBefore: 100, share, shareBefore: 45,
 *   twoParty: share, twoPartyBefore: 45, dose, covariates: { college: 20 },
 * });
 * assertEquals(doseOf([unit(0.2, 40), unit(0.5, 40)], 0.5), [0, 1]);
 * ```
 */
export function doseOf(units: readonly MachineUnit[], dose: "share" | number): number[] {
  requireMachineUnits(TASK, units);
  requireDose(dose);
  return doseColumn(units, dose);
}

/**
 * The outcome that a specification compares, in percent or points.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { outcomeOf } from "tallybook/election";
 *
 * const unit = (dose: number, share: number) => ({
 *   unit: "a", group: "ADAMS", votes: 100, votesBefore: 100, share, shareBefore: 45,
 *   twoParty: share, twoPartyBefore: 45, dose, covariates: { college: 20 },
 * });
 * assertEquals(outcomeOf([unit(0, 40)], "change"), [-5]);
 * ```
 */
export function outcomeOf(
  units: readonly MachineUnit[],
  outcome: MachineSpecification["outcome"],
): number[] {
  requireMachineUnits(TASK, units);
  requireOneOf(TASK, "outcome", outcome, OUTCOMES);
  return outcomeColumn(units, outcome);
}

/**
 * What is held fixed, beside the dose.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { controls } from "tallybook/election";
 *
 * const unit = (dose: number, share: number) => ({
 *   unit: "a", group: "ADAMS", votes: 100, votesBefore: 100, share, shareBefore: 45,
 *   twoParty: share, twoPartyBefore: 45, dose, covariates: { college: 20 },
 * });
 * const terms = controls([unit(0, 40), unit(1, 42)], { before: true, covariates: ["college"] });
 * assertEquals(terms.map((term) => term.name), ["two-party before", "college"]);
 * ```
 */
export function controls(
  units: readonly MachineUnit[],
  specification: Omit<MachineSpecification, "dose" | "outcome" | "weights">,
): Term[] {
  requireMachineUnits(TASK, units);
  requireHeld(specification);
  return new MachineColumns(units).held(specification);
}

const TASK = "compare units with and without machines";
const OUTCOMES = Object.keys(outcomeNames) as (keyof typeof outcomeNames)[];

function requireSpecification(specification: MachineSpecification): void {
  requireRecord(TASK, "specification", specification);
  requireOneOf(TASK, "outcome", specification.outcome, OUTCOMES);
  requireOneOf(TASK, "weights", specification.weights, ["votes", "equal"]);
  requireHeld(specification);
}

function requireDose(dose: "share" | number): void {
  if (typeof dose === "string") requireOneOf(TASK, "dose", dose, ["share"]);
  else requireNumber(TASK, "threshold of the dose", dose, { minimum: 0, below: 1 });
}

function requireHeld(
  specification: Omit<MachineSpecification, "dose" | "outcome" | "weights">,
): void {
  requireRecord(TASK, "specification", specification);
  const { covariates, before, withinGroups, size } = specification;
  if (covariates !== undefined) requireList(TASK, "covariates", covariates);
  for (const [name, flag] of Object.entries({ before, withinGroups, size })) {
    if (flag !== undefined) requireFlag(TASK, name, flag);
  }
}
