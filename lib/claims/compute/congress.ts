import type { Computed } from "../claim.ts";
import { factValue } from "../facts.ts";

/** A chamber is controlled by whoever holds more than half of its seats. */
const SEATS: Readonly<Record<string, number>> = { house: 435, senate: 100 };

/** M13: chambers of Congress that Republicans controlled, then and in the Congress just elected. */
export function republicanChambers(): Computed {
  const controlled = (congress: number) =>
    Object.entries(SEATS).filter(([chamber, seats]) =>
      factValue(`republicans-${chamber}-${congress}`) > seats / 2
    ).length;
  return {
    then: controlled(114),
    final: controlled(115),
    evidence: Object.keys(SEATS).map((chamber) => ({
      name: `Republicans in the ${chamber === "house" ? "House" : "Senate"} elected in 2016`,
      value: factValue(`republicans-${chamber}-115`),
      unit: "members",
    })),
  };
}
