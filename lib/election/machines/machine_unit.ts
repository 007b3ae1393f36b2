import {
  requireList,
  requireName,
  requireNumber,
  requireOneOf,
  requireRecord,
} from "../../check/mod.ts";

/** A municipality or county as the comparison of voting technologies needs it. Shares are in percent. */
export interface MachineUnit {
  /** The unit's name. */
  readonly unit: string;
  /** The county (or, for counties, the state) that it belongs to. */
  readonly group: string;
  /** Votes for president. */
  readonly votes: number;
  /** Votes for president four years before. */
  readonly votesBefore: number;
  /** Democratic share of all votes, percent. */
  readonly share: number;
  /** The same four years before. */
  readonly shareBefore: number;
  /** Democratic share of the two-party vote, percent. */
  readonly twoParty: number;
  /** The same four years before. */
  readonly twoPartyBefore: number;
  /** Share of ballots cast on direct-recording electronic machines, 0 to 1. */
  readonly dose: number;
  /** Further characteristics by name, on the scale that a regression takes them. */
  readonly covariates: Readonly<Record<string, number>>;
}

/**
 * One covariate of all units.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { covariateOf } from "tallybook/election";
 *
 * const unit = (dose: number, share: number) => ({
 *   unit: "a", group: "ADAMS", votes: 100, votesBefore: 100, share, shareBefore: 45,
 *   twoParty: share, twoPartyBefore: 45, dose, covariates: { college: 20 },
 * });
 * assertEquals(covariateOf([unit(0, 40)], "college"), [20]);
 * ```
 */
export function covariateOf(units: readonly MachineUnit[], name: string): number[] {
  requireMachineUnits(COVARIATE, units);
  return covariateValues(units, name);
}

/** The same for units that were checked before. */
export function covariateValues(units: readonly MachineUnit[], name: string): number[] {
  return units.map(({ unit, covariates }) => {
    if (typeof name !== "string" || !Object.hasOwn(covariates, name)) {
      requireOneOf(COVARIATE, `covariate of ${unit}`, name, Object.keys(covariates));
    }
    return covariates[name]!;
  });
}

const COVARIATE = "read a covariate";

const NUMBERS = ["share", "shareBefore", "twoParty", "twoPartyBefore"] as const;

/** Throws unless each is a unit with its name and group, votes, shares, dose and covariates. */
export function requireMachineUnits(task: string, units: readonly MachineUnit[]): void {
  requireList(task, "units", units, { least: 1 });
  for (const [i, unit] of units.entries()) {
    requireRecord(task, `units[${i}]`, unit);
    const name = requireName(task, `name of units[${i}]`, unit.unit);
    requireName(task, `group of ${name}`, unit.group);
    // Votes may be modelled, so not whole; a unit without any says nothing.
    requireNumber(task, `votes of ${name}`, unit.votes, { above: 0, maximum: 1e15 });
    requireNumber(task, `votes before of ${name}`, unit.votesBefore, { minimum: 0, maximum: 1e15 });
    for (const field of NUMBERS) {
      requireNumber(task, `${field} of ${name}`, unit[field], { minimum: -1e6, maximum: 1e6 });
    }
    requireNumber(task, `dose of ${name}`, unit.dose, { minimum: 0, maximum: 1e6 });
    requireRecord(task, `covariates of ${name}`, unit.covariates);
    for (const [covariate, value] of Object.entries(unit.covariates)) {
      requireNumber(task, `${covariate} of ${name}`, value, { minimum: -1e15, maximum: 1e15 });
    }
  }
}
