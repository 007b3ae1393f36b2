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

/** What is held fixed beside the dose. */
export function heldTerms(
  units: readonly MachineUnit[],
  specification: Omit<MachineSpecification, "dose" | "outcome" | "weights">,
): Term[] {
  const terms: Term[] = [];
  if (specification.size) {
    const size = units.map((unit) => Math.log10(unit.votes));
    terms.push(numeric("log10 votes", size));
    terms.push(numeric("log10 votes squared", size.map((value) => value ** 2)));
  }
  if (specification.before) {
    terms.push(numeric("two-party before", units.map((unit) => unit.twoPartyBefore)));
  }
  for (const name of specification.covariates ?? []) {
    terms.push(numeric(name, covariateValues(units, name)));
  }
  if (specification.withinGroups) terms.push(factor("group", units.map((unit) => unit.group)));
  return terms;
}
