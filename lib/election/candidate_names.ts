import { refusal, requireText, unknownName } from "../check/mod.ts";
import { requireVotes } from "./require_contests.ts";

/**
 * The full name of a candidate whom a person names shortly: "Stein" for "Jill Stein". Capital
 * letters don't matter. An exact name comes first, then a family name, then any part of a name. Of several who fit,
 * one with ten times the votes of the next is meant ("Johnson" in 2016 is Gary, not Nathan).
 *
 * @param votes Votes by full name.
 * @throws {RangeError} If nobody or more than one fits, listing the twelve with the most votes.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { findCandidate } from "tallybook/election";
 *
 * const votes = { "Al Gore": 2_912_253, "George W. Bush": 2_912_790, "Ralph Nader": 97_488 };
 * assertEquals(findCandidate(votes, "nader"), "Ralph Nader");
 * assertThrows(
 *   () => findCandidate(votes, "Perot"),
 *   RangeError,
 *   'name: found "Perot", expected one of "George W. Bush", "Al Gore", "Ralph Nader"',
 * );
 * ```
 */
export function findCandidate(votes: Readonly<Record<string, number>>, name: string): string {
  const task = "find a candidate";
  requireVotes(task, "", votes, "numbers");
  requireText(task, "name", name);
  const wanted = name.trim().toLowerCase();
  const ran = Object.entries(votes).filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]).map(([full]) => full);
  const fits = [
    (full: string) => full.toLowerCase() === wanted,
    (full: string) => familyName(full).toLowerCase() === wanted,
    (full: string) => wanted !== "" && full.toLowerCase().includes(wanted),
  ];
  for (const fit of fits) {
    const found = ran.filter(fit);
    const [first, second] = found;
    if (first === undefined) continue;
    if (second === undefined || (votes[first] ?? 0) >= 10 * (votes[second] ?? 0)) return first;
    throw new RangeError(
      refusal({ task, where: "name", found: name, expected: `one of ${found.join(", ")}` }),
    );
  }
  throw new RangeError(unknownName(task, "name", name, ran));
}

/** Words that belong to the family name after them: "Martin Van Buren", "Faith Spotted Eagle". */
const PARTICLES = new Set(["La", "Van", "Von", "De", "Du", "St.", "Spotted"]);
const SUFFIXES = /,? (Jr|Sr|II|III|IV)\.?$/;

/**
 * The family name in a full name, for prose and labels: "Clinton", "La Follette". A name that is
 * no person's ("Others and write-ins") stays whole.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { familyName } from "tallybook/election";
 *
 * assertEquals(familyName("George H.W. Bush"), "Bush");
 * assertEquals(familyName("Robert M. La Follette"), "La Follette");
 * ```
 */
export function familyName(name: string): string {
  requireText("find a family name", "name", name);
  if (/\b(and|electors|candidates|others)\b/i.test(name)) return name;
  const words = name.replace(SUFFIXES, "").split(" ");
  const particle = words.findIndex((word, i) => i > 0 && PARTICLES.has(word));
  return particle > 0 ? words.slice(particle).join(" ") : words.at(-1) as string;
}
