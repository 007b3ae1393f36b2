import { DataError } from "../data_error.ts";
import type { RawFolder } from "./raw_folder.ts";

const GAZETTEER = "gazetteer-2017/2017_Gaz_counties_national.txt";

const KIND = / (county|parish|borough|census area|municipality)$/i;

/** A county's name without its kind, case, spaces and points: "St. Clair County" to "stclair". */
function plain(name: string): string {
  return name.toLowerCase()
    .replace(KIND, "")
    .replace(/^gd\. /, "grand ").replace(/^saint /, "st ").replaceAll(/[^a-z]/g, "");
}

/** Finds a county's usual name, without its kind, by code: "St. Johns" for 12109. */
export function countyNames(raw: RawFolder): (fips: string) => string {
  const names = new Map(
    raw.csv(GAZETTEER, { delimiter: "\t", encoding: "latin1" })
      .map((row) => [row.GEOID!, row.NAME!.replace(KIND, "")]),
  );
  return (fips) => {
    const name = names.get(fips);
    if (name === undefined) {
      throw new DataError("Cannot find a county's name", [{
        file: GAZETTEER,
        expected: `a county of code ${fips}`,
        found: "none",
      }]);
    }
    return name;
  };
}

/** Finds codes of counties by state and name. */
export function countyCodes(raw: RawFolder): (statePo: string, name: string) => string {
  const codes = new Map(
    raw.csv(GAZETTEER, { delimiter: "\t", encoding: "latin1" })
      .map((row) => [`${row.USPS} ${plain(row.NAME!)}`, row.GEOID!]),
  );
  return (statePo, name) => {
    const code = codes.get(`${statePo} ${plain(name)}`);
    if (code === undefined) {
      throw new DataError("Cannot find a county's code", [{
        file: GAZETTEER,
        expected: `a county "${name}" in ${statePo}`,
        found: "none",
      }]);
    }
    return code;
  };
}
