import { fold } from "./fold.ts";

/** What a row of a contest counts. */
export type RowKind =
  | "candidate"
  | "write-in"
  | "no vote"
  | "turnout"
  | "total of candidates"
  | "total of write-ins";

const NO_VOTE = new RegExp(
  "^(number of |no of |total |times |of )*(under|over)(s| (voted|votes?|ballots?))?( (count|total|totals|votes?|ballots?))*$" +
    "|^(under|over) ((and|or) )?(under|over)\\b" +
    "|\\b(under|over) ?vot(e|es|ed|ing)\\b" +
    "|\\b(under|over) ?counts?\\b|\\bvotos? en blanco\\b|^[uo]v$|^lost votes?$|^unrecorded( votes?)?$|^none$|^no candidates?$" +
    "|\\b(blank|blanks|blanked|void|voids|voided|spoiled|spoilt|unvoted|exhausted|nonvotes?|non votes?|residual|skipped)\\b" +
    "|^no (vote|votes|selection|preference)s?\\b|^not voted|\\bdid not vote\\b|^crossover|\\bno choice\\b|^(uncast|not cast)( votes?| ballots?)?$|^abstain(ed|ing)?$|^abstentions?$" +
    "|\\b(invalid|unqualified|unaccepted|rejected|defective|illegal|uncounted) ?(write ?ins?|votes?|ballots?)?$" +
    "|\\bwrite ?ins? (invalid|blank|unqualified|rejected|void)\\b",
);

const TURNOUT =
  /\b(registered|registration|eligible|active|inactive|qualified)( \w+)? voters?\b|^(registered|registration|voters|turnout|voter turnout)$|\bregistration\b|\bvoter turnout\b|\bturnout\b|\b(ballots?|cards?|sheets?) (cast|counted|sheets|received|issued|total|totals|voted)\b|\bballots total\b|\btotal (ballots?|voters?|cards?|sheets?|registered)\b|\bnumber of (ballots|voters|electors)\b|\btimes (counted|cast)\b|^ballots?$|\bvoters? (voting|voted|signed|checked)\b|^(total )?cards$|\bpublic counter\b|\bpersons voting\b|^voters?$|\breg voters?\b|\bprecincts? (reporting|reported|counted)\b|\bnumber of precincts\b|\bballots? (returned|processed|accepted|voted)\b|\bcounted ballots?\b|\bpublic count\b|^electors?$|^vote for( (one|\d+))?$|^ballots? counts?$|^(absentee|provisional|early|election day|mail|mail in|in person|advance|military|overseas|uocava) (ballots?|voters|voting)$/;

const TOTAL =
  /^((grand|sub|contest|race|precinct|county|state|overall|office|candidate|candidates|ward|total) )*(totals?|subtotals?)( (of|number|for|the|all|votes?|cast|counted|candidates?|count|results?|office|contest|race|valid|vote|president))*$|^(all |valid |total )*votes? (cast|counted|total|totals|all)( (for|in))*( (president|office|contest|race|candidates))*$|^(cast|all|valid) votes?$|^vote totals?$|^(sum|overall)( of)?( (votes|all|candidates))*$|^votes?$/;

const WRITE_IN =
  /\bwrite ?[0-9]*(in|ins|on|n)\b|^writei?ns?\b|\bwriteins?\b|write0ins?|^w i\b|^wi$|\bscatter(ed|ing|ings)?\b|^(all )?others?( (votes?|candidates?|write ?ins?))*$|^unassigned|^not assigned|^misc(ellaneous)?$/;

/**
 * What kind of row a candidate's cell names, by its spelling: a candidate, write-ins (scattered
 * votes are votes for persons, and the Federal Election Commission counts them), ballots without a
 * vote, a count of voters or ballots, or a total.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { candidateKind } from "./candidate_kind.ts";
 *
 * assertEquals(candidateKind("Number of Under Votes"), "no vote");
 * assertEquals(candidateKind("TotalVotes"), "total of candidates");
 * assertEquals(candidateKind("Times Counted"), "turnout");
 * assertEquals(candidateKind("Gloria La Riva"), "candidate");
 * ```
 */
export function candidateKind(candidate: string): RowKind {
  // "TotalVotes" and "OverVotes" are two words each.
  const name = fold(candidate.replace(/([a-z])([A-Z])/g, "$1 $2"));
  if (NO_VOTE.test(name)) return "no vote";
  if (/\btotals?\b/.test(name) && WRITE_IN.test(name)) return "total of write-ins";
  if (WRITE_IN.test(name)) return "write-in";
  if (TURNOUT.test(name)) return "turnout";
  if (TOTAL.test(name) || /^(totalvotes|votescast|totalcast)$/.test(name)) {
    return "total of candidates";
  }
  return "candidate";
}
