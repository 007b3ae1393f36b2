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
  return units.map((unit) => {
    const value = unit.covariates[name];
    if (value === undefined) {
      throw new RangeError(
        `Unit "${unit.unit}" has no covariate "${name}", expected one of ${
          Object.keys(unit.covariates).join(", ")
        }`,
      );
    }
    return value;
  });
}
