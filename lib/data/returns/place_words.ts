import { statePostalCodes } from "../states.ts";
import { fold } from "./fold.ts";

/** A mode of voting in a place's name: "Absentee Total" is a part of the county, not its total. */
const MODE =
  /\b(absentee|early|mail|mailed|provisional|provisionals|election day|one stop|advance|overseas|military|federal|emergency|central count|counting boards?|curbside|limited|new resident)\b/;

const OF_STATE = /^(?: co| county)? ([a-z]{2})$/;
const STATES: ReadonlySet<string> = new Set(statePostalCodes.map((code) => code.toLowerCase()));

/** A quick look: a name without any of these is an ordinary place's, unless it is the county's. */
const COULD_BE = /tot|wide|all|summ|cumul|overall|every|entire|county|state|parish|borough|^\W*$/i;

/**
 * How a place's name stands to totals: "total" says that it is one, "maybe" that it could be (the
 * county's own name, "all", nothing beside named places), "mode" that it is a total of one mode of
 * voting, "part" that it is an ordinary place.
 */
export function placeWords(place: string, county: string): "total" | "maybe" | "mode" | "part" {
  if (place === "") return "maybe";
  if (!COULD_BE.test(place) && !place.toLowerCase().startsWith(county.toLowerCase() || "\n")) {
    return "part";
  }
  const name = fold(place);
  if (name === "") return "maybe";
  if (/(^|\b)((sub|grand) ?)?totals?$|^((sub|grand) ?)?totals?\b/.test(name)) {
    return MODE.test(name) ? "mode" : "total";
  }
  const own = fold(county);
  const bare = name.replace(/\b(county|parish|borough)\b/g, "").trim();
  if (own !== "" && (name === own || bare === own.replace(/\b(county|parish)\b/g, "").trim())) {
    return "maybe";
  }
  // "ATLANTIC CO NJ": the county with its state is a line of sums, as some programs print it.
  const state = own !== "" && name.startsWith(own) ? OF_STATE.exec(name.slice(own.length)) : null;
  if (state !== null && STATES.has(state[1]!)) return "total";
  return /^((county|state|jurisdiction|election|district|city|town)( )?wide|all( (precincts|places|wards|counties|districts|units))?|county|state|summary|cumulative|overall|everything|entire (county|state)|sum)$/
      .test(name)
    ? "maybe"
    : "part";
}

/** Whether a place's name is that of votes of one mode: "Mail Ballots". */
export function isModePlace(place: string): boolean {
  return MODE.test(fold(place));
}

/** Whether a mode of voting is the sum of all: "TOTAL", "All", "Total Votes". */
export function isTotalMode(mode: string): boolean {
  return /^((grand|overall) )?(totals?|all|sum|combined)( (votes?|modes?|methods?|types?|ballots?))*$/
    .test(fold(mode));
}
