import { requireText } from "../check/mod.ts";
/** A jurisdiction that chooses electors: a state, or the District of Columbia. */
export interface State {
  /** Postal code, "WI". */
  readonly po: string;
  /** Two-digit FIPS code, "55". */
  readonly fips: string;
  /** The state's name. */
  readonly name: string;
}

const LIST = `AL01Alabama AK02Alaska AZ04Arizona AR05Arkansas CA06California CO08Colorado
CT09Connecticut DE10Delaware DC11District_of_Columbia FL12Florida GA13Georgia HI15Hawaii ID16Idaho
IL17Illinois IN18Indiana IA19Iowa KS20Kansas KY21Kentucky LA22Louisiana ME23Maine MD24Maryland
MA25Massachusetts MI26Michigan MN27Minnesota MS28Mississippi MO29Missouri MT30Montana NE31Nebraska
NV32Nevada NH33New_Hampshire NJ34New_Jersey NM35New_Mexico NY36New_York NC37North_Carolina
ND38North_Dakota OH39Ohio OK40Oklahoma OR41Oregon PA42Pennsylvania RI44Rhode_Island
SC45South_Carolina SD46South_Dakota TN47Tennessee TX48Texas UT49Utah VT50Vermont VA51Virginia
WA53Washington WV54West_Virginia WI55Wisconsin WY56Wyoming`;

/**
 * The 50 states and the District of Columbia, in the order of their FIPS codes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { states } from "tallybook/data";
 *
 * assertEquals(states.length, 51);
 * assertEquals(states.find((state) => state.po === "WI"), { po: "WI", fips: "55", name: "Wisconsin" });
 * ```
 */
export const states: readonly State[] = LIST.split(/\s+/).map((entry) => ({
  po: entry.slice(0, 2),
  fips: entry.slice(2, 4),
  name: entry.slice(4).replaceAll("_", " "),
}));

/**
 * The 51 postal codes, in the order of {@linkcode states}.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statePostalCodes } from "tallybook/data";
 *
 * assertEquals(statePostalCodes.slice(0, 3), ["AL", "AK", "AZ"]);
 * ```
 */
export const statePostalCodes: readonly string[] = states.map((state) => state.po);

const byName = new Map(states.map((state) => [state.name.toLowerCase(), state]));
const byPostalCode = new Map(states.map((state) => [state.po, state]));
const byFips = new Map(states.map((state) => [state.fips, state]));

/**
 * Finds a state by its name in any case, its postal code, or its two-digit FIPS code; undefined
 * where there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findState } from "tallybook/data";
 *
 * assertEquals(findState("district of columbia")?.po, "DC");
 * assertEquals(findState("55")?.name, "Wisconsin");
 * assertEquals(findState("PR"), undefined);
 * ```
 */
export function findState(nameOrCode: string): State | undefined {
  const wanted = requireText("find a state", "name or code", nameOrCode).trim();
  return byPostalCode.get(wanted) ?? byFips.get(wanted) ?? byName.get(wanted.toLowerCase());
}
