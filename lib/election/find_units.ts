import { requireOneOf, requireText } from "../check/mod.ts";
import type { Contest } from "./contest.ts";
import { requireContests } from "./require_contests.ts";

/**
 * The units that a person names, such as "FL, NH", in the order named.
 *
 * @param contests The election.
 * @param names Units, separated by commas or spaces; capital letters don't matter.
 * @throws {RangeError} If a unit does not exist in the election, listing those that do.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { findUnits } from "tallybook/election";
 *
 * const contests = ["FL", "NH"].map((unit) => ({ unit, electors: 4, votes: {} }));
 * assertEquals(findUnits(contests, "nh, FL"), ["NH", "FL"]);
 * assertThrows(() => findUnits(contests, "XX"), RangeError, 'unit: found "XX", expected one of "FL", "NH"');
 * ```
 */
export function findUnits(contests: readonly Contest[], names: string): string[] {
  requireContests("find units", contests, { kind: "numbers", least: 0 });
  requireText("find units", "names", names);
  return names.split(/[\s,;]+/).filter((name) => name !== "").map((name) => {
    const found = contests.find(({ unit }) => unit.toLowerCase() === name.toLowerCase());
    return found?.unit ??
      requireOneOf("find units", "unit", name, contests.map(({ unit }) => unit));
  });
}
