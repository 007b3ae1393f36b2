import { fold } from "./fold.ts";

/** What a file's name says of its rows. */
export interface NamedFile {
  readonly year?: number;
  readonly state?: string;
  readonly county?: string;
}

/** Parts of OpenElections' names that are no county. */
const NO_COUNTY =
  /^(general|primary|special|runoff|precinct|precincts|ward|wards|county|counties|state|raw|statewide|municipal|town|elm|cd|\d+)$/;

/**
 * Reads a file's name as OpenElections writes it: date, state, election, and, where the file is one
 * county's, the county: `20081104__nv__general__carson_city__precinct.csv`. Of other names only a
 * year is read where there is one alone.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { fromFileName } from "./file_name.ts";
 *
 * assertEquals(fromFileName("x/20081104__nv__general__carson_city__precinct.csv"), {
 *   year: 2008,
 *   state: "NV",
 *   county: "Carson City",
 * });
 * ```
 */
export function fromFileName(path: string): NamedFile {
  const name = path.replace(/^.*[\\/]/, "").replace(
    /(\.(csv|tsv|txt|xlsx?|xml|json|gz|zip))+$/i,
    "",
  );
  const match = /(\d{4})\d{4}__([a-z]{2})__(.*)$/i.exec(name);
  if (match !== null) {
    const county = match[3]!.split("__").findLast((part) => !NO_COUNTY.test(part.toLowerCase()));
    return {
      year: Number(match[1]),
      state: match[2]!.toUpperCase(),
      ...(county === undefined ? {} : { county: titled(county) }),
    };
  }
  const years = [...new Set(name.match(/(?<!\d)(1[89]\d\d|20[0-2]\d)(?!\d)/g) ?? [])];
  return years.length === 1 ? { year: Number(years[0]) } : {};
}

function titled(part: string): string {
  return fold(part).replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
