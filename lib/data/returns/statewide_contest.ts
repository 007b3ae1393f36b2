import { fold } from "./fold.ts";

/** Contests of parties in all of a state or of a district of Congress, beside which votes for president are held. */
const STATEWIDE =
  /\b(us|u s|united states) (senate|senator|house|rep|representative)\b|\b(senator|representative) in congress\b|\brepresentative\b.*\bcongress|\bcongress\b|\bgovernor\b|\battorney general\b|\bauditor general\b|\bstate auditor\b|\bstate treasurer\b|^treasurer$|\bsecretary of state\b|\bcomptroller\b|\brailroad commissioner\b|\bcorporation commission/;

/** Whether rows of an office are kept to compare the president's with, without being returns. */
export function isComparedContest(office: string): boolean {
  const name = fold(office);
  return STATEWIDE.test(name) &&
    !/\blieutenant governor only|council|recall|retention\b/.test(name);
}
