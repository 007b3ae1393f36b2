import { requireCount, requireOneOf, requireRecord } from "../../check/mod.ts";

/** How the votes of a slate whose electors were not all for one candidate are read. */
export type SlateTreatment = "highest pledged" | "highest of all" | "divided" | "none";

/** Votes of a slate on which voters chose electors one by one. */
export interface DividedSlate {
  /** Votes of the strongest elector pledged to the candidate. */
  readonly highestPledged: number;
  /** Votes of the strongest elector of the slate, pledged or not. */
  readonly highest: number;
  /** Electors pledged to the candidate. */
  readonly pledged: number;
  /** Electors of the slate. */
  readonly electors: number;
}

/**
 * A candidate's votes in a state whose slate was partly unpledged, by four readings.
 *
 * In Alabama in 1960 voters marked electors' names; of the eleven Democrats elected five were
 * pledged to Kennedy and six to nobody, and most voters marked all eleven. Each reading is
 * defensible and they differ by more than Kennedy's national lead:
 * - "highest pledged": the votes of the strongest Kennedy elector are Kennedy's;
 * - "highest of all": the votes of the strongest Democrat are Kennedy's, the usual count of parties;
 * - "divided": those votes in proportion to the slate, as Congressional Quarterly did, so that no
 *   voter is counted both for Kennedy and for the unpledged;
 * - "none": all are votes for the unpledged slate.
 *
 * @returns Votes for the candidate and for the unpledged electors, rounded to whole votes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { slateVotes } from "tallybook/election";
 *
 * const alabama = { highestPledged: 318_303, highest: 324_050, pledged: 5, electors: 11 };
 * assertEquals(slateVotes(alabama, "highest pledged").candidate, 318_303);
 * assertEquals(slateVotes(alabama, "divided"), { candidate: 147_295, unpledged: 176_755 });
 * ```
 */
export function slateVotes(
  slate: DividedSlate,
  treatment: SlateTreatment,
): { candidate: number; unpledged: number } {
  const task = "read a slate";
  requireRecord(task, "slate", slate);
  const { highestPledged, highest, pledged, electors } = slate;
  requireCount(task, "electors", electors, { minimum: 1 });
  requireCount(task, "electors pledged", pledged, { maximum: electors });
  requireCount(task, "votes of the strongest elector", highest);
  requireCount(task, "votes of the strongest pledged elector", highestPledged, {
    maximum: highest,
  });
  requireOneOf(task, "treatment", treatment, [
    "highest pledged",
    "highest of all",
    "divided",
    "none",
  ]);
  switch (treatment) {
    case "highest pledged":
      return { candidate: highestPledged, unpledged: 0 };
    case "highest of all":
      return { candidate: highest, unpledged: 0 };
    case "divided": {
      const candidate = Math.round(highest * pledged / electors);
      return { candidate, unpledged: highest - candidate };
    }
    case "none":
      return { candidate: 0, unpledged: highest };
  }
}
