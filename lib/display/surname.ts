/** Words that belong to the surname after them: "Martin Van Buren", "Faith Spotted Eagle". */
const PARTICLES = new Set(["La", "Van", "De", "Von", "Spotted"]);

/** What may follow a surname. */
const SUFFIX = /,? (Jr\.|Sr\.|II|III|IV)$/;

/**
 * A candidate's surname, for labels where the full name does not fit. Names of one word and
 * what is not a person's name ("Write-ins", "Unpledged electors", "All others") stay whole.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { surname } from "tallybook/display";
 *
 * assertEquals(surname("George W. Bush"), "Bush");
 * assertEquals(surname("Robert M. La Follette"), "La Follette");
 * assertEquals(surname("Unpledged electors"), "Unpledged electors");
 * ```
 */
export function surname(name: string): string {
  const words = name.replace(SUFFIX, "").split(" ");
  if (words.slice(1).some((word) => /^[a-z]/.test(word))) return name;
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1]!)) start--;
  return words.slice(start).join(" ");
}
