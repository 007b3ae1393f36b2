import { refusal, requireText } from "../check/mod.ts";

/** The Census Bureau's four regions. */
export type CensusRegion = "Northeast" | "Midwest" | "South" | "West";

// U.S. Census Bureau, Census Regions and Divisions of the United States.
const MEMBERS: Readonly<Record<CensusRegion, string>> = {
  Northeast: "CT ME MA NH RI VT NJ NY PA",
  Midwest: "IL IN MI OH WI IA KS MN MO NE ND SD",
  South: "DE DC FL GA MD NC SC VA WV AL KY MS TN AR LA OK TX",
  West: "AZ CO ID MT NV NM UT WY AK CA HI OR WA",
};

const regionOf = new Map(
  Object.entries(MEMBERS).flatMap(([region, members]) =>
    members.split(" ").map((po) => [po, region as CensusRegion] as const)
  ),
);

/**
 * The Census Bureau's region of a state, or of a district such as "NE-02".
 *
 * @param unit A postal code, or one with a district's number.
 * @throws {RangeError} for what is no state.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { censusRegion } from "tallybook/data";
 *
 * assertEquals([censusRegion("WI"), censusRegion("ME-02")], ["Midwest", "Northeast"]);
 * ```
 */
export function censusRegion(unit: string): CensusRegion {
  requireText("find a region", "unit", unit);
  const region = /^[A-Z]{2}(-.+)?$/.test(unit) ? regionOf.get(unit.slice(0, 2)) : undefined;
  if (region === undefined) {
    throw new RangeError(
      refusal({
        task: "find a region",
        where: "unit",
        found: unit,
        expected: "a state's postal code",
      }),
    );
  }
  return region;
}
