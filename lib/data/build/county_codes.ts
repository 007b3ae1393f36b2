import { DataError } from "../data_error.ts";
import type { RawFolder } from "./raw_folder.ts";

const GAZETTEER = "gazetteer-2017/2017_Gaz_counties_national.txt";

/** A county's name without its kind, case, spaces and points: "St. Clair County" to "stclair". */
function plain(name: string): string {
  return name.toLowerCase()
    .replace(/ (county|parish|borough|census area|municipality)$/, "")
    .replace(/^gd\. /, "grand ").replace(/^saint /, "st ").replaceAll(/[^a-z]/g, "");
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
