import { factor, numeric, type Term } from "../../stats/mod.ts";
import { covariateValues, type MachineUnit } from "./machine_unit.ts";
import type { MachineSpecification } from "./machine_model.ts";

// The columns of a comparison, of units that were checked before: a grid of many comparisons checks them once.

/** The dose of each unit: its share, or 1 above the threshold (at 0.5: at least half). */
export function doseColumn(units: readonly MachineUnit[], dose: "share" | number): number[] {
  if (dose === "share") return units.map((unit) => unit.dose);
  return units.map((unit) => (unit.dose > dose || (dose === 0.5 && unit.dose === 0.5) ? 1 : 0));
}

/** The outcome of each unit, in percent or points. */
export function outcomeColumn(
  units: readonly MachineUnit[],
  outcome: MachineSpecification["outcome"],
): number[] {
  return units.map((unit) => {
    switch (outcome) {
      case "share":
        return unit.share;
      case "change":
        return unit.share - unit.shareBefore;
      case "two-party":
        return unit.twoParty;
      case "two-party change":
        return unit.twoParty - unit.twoPartyBefore;
      case "two-party before":
        return unit.twoPartyBefore;
    }
  });
}

/**
 * The columns of comparisons of the same units. Each is made when it is first asked for, so that a grid of
 * comparisons makes and checks it once.
 */
export class MachineColumns {
  readonly units: readonly MachineUnit[];
  readonly #made = new Map<string, unknown>();

  constructor(units: readonly MachineUnit[]) {
    this.units = units;
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }

  /** The units that are not alone in their group, and the names of those that are. */
  within(): { readonly columns: MachineColumns; readonly leftOut: readonly string[] } {
    return this.#once("within groups", () => {
      const sizes = new Map<string, number>();
      for (const { group } of this.units) sizes.set(group, (sizes.get(group) ?? 0) + 1);
      const alone = (unit: MachineUnit) => sizes.get(unit.group) === 1;
      return {
        columns: new MachineColumns(this.units.filter((unit) => !alone(unit))),
        leftOut: this.units.filter(alone).map((unit) => unit.unit),
      };
    });
  }

  groups(): readonly string[] {
    return this.#once("groups", () => this.units.map((unit) => unit.group));
  }

  /** What each unit weighs: its votes, of four years before where these are compared. */
  votes(outcome: MachineSpecification["outcome"]): readonly number[] {
    return outcome === "two-party before"
      ? this.#once("votes before", () => this.units.map((unit) => unit.votesBefore))
      : this.#once("votes", () => this.units.map((unit) => unit.votes));
  }

  outcome(outcome: MachineSpecification["outcome"]): readonly number[] {
    return this.#once(`outcome ${outcome}`, () => outcomeColumn(this.units, outcome));
  }

  dose(dose: "share" | number): Term {
    return this.#once(`dose ${dose}`, () => numeric("dose", doseColumn(this.units, dose)));
  }

  /** What is held fixed beside the dose. */
  held(specification: Omit<MachineSpecification, "dose" | "outcome" | "weights">): Term[] {
    const { units } = this;
    const term = (name: string, values: () => number[]): Term =>
      this.#once(`held ${name}`, () => numeric(name, values()));
    const terms: Term[] = [];
    if (specification.size) {
      const size = () => units.map((unit) => Math.log10(unit.votes));
      terms.push(term("log10 votes", size));
      terms.push(term("log10 votes squared", () => size().map((value) => value ** 2)));
    }
    if (specification.before) {
      terms.push(term("two-party before", () => units.map((unit) => unit.twoPartyBefore)));
    }
    for (const name of specification.covariates ?? []) {
      const key = `covariate ${String(name)}`;
      terms.push(this.#once(key, () => numeric(name, covariateValues(units, name))));
    }
    if (specification.withinGroups) {
      terms.push(this.#once("factor", () => factor("group", [...this.groups()])));
    }
    return terms;
  }
}
