import { fold } from "./fold.ts";

/** Words that an office of the president may be written with, in any order. */
const WORDS = new Set(
  ("president presidents presidential presidente pres prez vice vicepresident vicepresidente vp v p of the and y de " +
    "los estados unidos united states state us u s usa america american elector electors electores para for to " +
    "office federal national nation four 4 year years yr yrs term terms 1 one single position positions " +
    "seat seats vote voted votes voting not no more than pair up any only select choose mark general " +
    "election elections special ballot statewide race contest title partisan non running mate mates candidate " +
    "candidates rep dem republican democratic all at large in slate ticket uspres potus constitutional straight")
    .split(" "),
);

/** With one of these the office is somebody else's, whatever the rest says. */
const OTHERS =
  /\b(villages?|vil|vlg|councils?|board|commissions?|commissioners?|senate|senator|pro ?tem(pore)?|party|committee|schools?|court|judge|trustees?|supervisors?|student|tribal|preference|primary|caucus|convention|delegates?|straw|library|fire|association|chapter|bank|aldermen|district board|navajo|homeowners|police jury)\b/;

/** With one of these it is a place's, unless the office is that of the nation beyond doubt. */
const PLACES = /\b(city|town|towns|township|twp|borough|boro|county|parish|public)\b/;

/** The nation's office beyond doubt, in which a place is where it is voted on. */
const CERTAIN =
  /\b(presidential electors?|electors? (of|for) (the )?president|president( of the united states)? (and|or) (the )?vice president|president vice president|president of the united states)\b/;

/** What makes sure that it is the nation's, although other words stand beside it. */
const NATION =
  /\b(united states|estados unidos|u s|us|usa|vice president|vice presidential|vice presidente|vicepresidente|v p|vp|electors?|electores)\b/;

/**
 * Whether an office is that of the president of the United States, as the states write it: electors
 * of president and vice president, "President/Vice President", "President of the United States 4
 * Year Term (1) Position". A village's, a council's or a party's president is not; nor is the vice
 * president alone, or a primary.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isPresident } from "./president.ts";
 *
 * assertEquals(isPresident("Electors of President and Vice-President of the United States"), true);
 * assertEquals(isPresident("President Village of Ash"), false);
 * ```
 */
export function isPresident(office: string): boolean {
  // How to vote says nothing: "(Vote for a party)".
  const name = fold(office.replace(/\((vote|select|choose)[^)]*\)/gi, " ")).replace(
    /\b(u) (s) (a)\b/g,
    "usa",
  );
  if (name === "") return false;
  if (OTHERS.test(name)) return false;
  if (CERTAIN.test(name)) return true;
  if (PLACES.test(name.replace(/\b(state|county|city)wide\b/g, ""))) return false;
  const title = /\b(presidents?|presidential|presidente|pres|prez|uspres|potus)\b/.test(
    name.replace(/\bvice (presidents?|presidential|presidente|pres)\b/g, ""),
  );
  if (!title) return /\bpresidential electors?\b/.test(name);
  const words = name.split(" ").filter((word) => !/^(\d+(st|nd|rd|th)?|[a-z])$/.test(word));
  return words.every((word) => WORDS.has(word)) || NATION.test(name);
}
