import {
  refusal,
  requireList,
  requireOptions,
  requireRecord,
  requireText,
} from "../../check/mod.ts";
import { effectOf, type MachineEffect, type MachineErrors } from "./machine_model.ts";
import type { MachineSpecification } from "./machine_model.ts";
import { type MachineUnit, requireMachineUnits } from "./machine_unit.ts";
import { MachineColumns } from "./model_columns.ts";

/** The choices that a specification curve crosses. */
export interface SpecificationChoices {
  /** What is compared between places, each in turn. */
  readonly outcomes: readonly MachineSpecification["outcome"][];
  /** How the machines' share enters, each in turn. */
  readonly doses: readonly MachineSpecification["dose"][];
  /** What a place weighs, each in turn. */
  readonly weights: readonly MachineSpecification["weights"][];
  /** Covariate sets, each with a name for the chart. */
  readonly covariates: Readonly<Record<string, readonly string[]>>;
  /** Whether places are compared within groups, each in turn. */
  readonly withinGroups: readonly boolean[];
  /** Whether size is held fixed, each in turn. */
  readonly size: readonly boolean[];
}

/** One specification's result, with its choices as words. */
export interface SpecificationResult {
  /** What is compared between places. */
  readonly outcome: string;
  /** How the machines' share enters. */
  readonly dose: string;
  /** What a place weighs, each in turn. */
  readonly weights: string;
  /** What is held fixed. */
  readonly covariates: string;
  /** What places are compared within. */
  readonly compared: string;
  /** Whether size is held fixed, each in turn. */
  readonly size: string;
  /** The estimate with its interval. */
  readonly estimate: MachineEffect["estimate"];
  /** The regression behind it, for tests of all specifications together. */
  readonly found: MachineEffect;
}

/**
 * Every combination of defensible choices, so that no single one is the headline. A level is regressed on
 * the share before; a change is not (it already contains it).
 *
 * @throws {RangeError} as `machineEffect` does, or if a choice has no option
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { specificationGrid } from "tallybook/election";
 *
 * const unit = (dose: number, share: number) => ({
 *   unit: "a", group: "ADAMS", votes: 100, votesBefore: 100, share, shareBefore: 45,
 *   twoParty: share, twoPartyBefore: 45, dose, covariates: { college: 20 },
 * });
 * const grid = specificationGrid([unit(0, 44), unit(0.1, 46), unit(0.3, 40), unit(0.9, 30)], {
 *   outcomes: ["two-party change"], doses: ["share", 0.2], weights: ["equal", "votes"],
 *   covariates: { none: [] }, withinGroups: [false], size: [false],
 * });
 * assertEquals(grid.length, 4);
 * ```
 */
export function specificationGrid(
  units: readonly MachineUnit[],
  choices: SpecificationChoices,
  options: { readonly errors?: MachineErrors; readonly group?: string } = {},
): SpecificationResult[] {
  requireOptions(TASK, options, ["errors", "group"]);
  const { group = "county" } = options;
  requireText(TASK, 'option "group"', group);
  requireRecord(TASK, "choices", choices);
  for (const name of ["outcomes", "doses", "weights", "withinGroups", "size"] as const) {
    requireList<ArrayLike<unknown>>(TASK, name, choices[name], { least: 1 });
  }
  requireRecord(TASK, "covariates", choices.covariates);
  requireMachineUnits(TASK, units);
  const columns = new MachineColumns(units);
  const results: SpecificationResult[] = [];
  for (const outcome of choices.outcomes) {
    for (const dose of choices.doses) {
      for (const weights of choices.weights) {
        for (const [name, covariates] of Object.entries(choices.covariates)) {
          for (const withinGroups of choices.withinGroups) {
            for (const size of choices.size) {
              const before = outcome === "two-party";
              const specification = {
                outcome,
                dose,
                weights,
                covariates,
                withinGroups,
                size,
                before,
              };
              const found = effectOf(columns, specification, {
                ...(options.errors ? { errors: options.errors } : {}),
              });
              results.push({
                outcome: before ? "level, given the share before" : "change in four years",
                dose: dose === "share"
                  ? "share of ballots"
                  // Half of the ballots counts as electronic, as most do; other thresholds have to be passed.
                  : `yes or no, ${dose === 0.5 ? "from" : "above"} ${100 * dose}%`,
                weights: weights === "votes" ? "by votes" : "units equal",
                covariates: name,
                compared: withinGroups ? `within a ${group}` : "across the state",
                size: size ? "size held fixed" : "size free",
                estimate: found.estimate,
                found,
              });
            }
          }
        }
      }
    }
  }
  if (results.length === 0) {
    throw new RangeError(
      refusal({ task: TASK, where: "covariates", found: "none", expected: "a choice of them" }),
    );
  }
  return results;
}

const TASK = "cross specifications";
