import { headerName } from "./fields.ts";
import type { ReturnsProblem } from "./problem.ts";
import type { Scanned } from "./scan_plan.ts";

/** Names a second header line, of a file put together of several, whose columns stand otherwise. */
export function otherHeader(
  file: string,
  names: readonly string[],
  office: number | undefined,
  { leftOut, texts }: Scanned,
): ReturnsProblem[] {
  if (office === undefined) return [];
  const known = new Set(names.map(headerName));
  const isOther = (cell: string, own: string) =>
    cell !== "" && headerName(cell) !== own && known.has(headerName(cell));
  const offices = [...leftOut.keys()];
  let column = office;
  let other = offices.find((cell) => isOther(cell, headerName(names[office]!)));
  if (
    other === undefined && offices.some((cell) => headerName(cell) === headerName(names[office]!))
  ) {
    // The header comes again with its office where it was: the other columns hold their own names.
    for (const [at, { values }] of texts) {
      const own = headerName(names[at]!);
      if (at === office || values.some((cell) => headerName(cell) === own)) continue;
      other ??= values.find((cell) => isOther(cell, own));
      if (other !== undefined) {
        column = at;
        break;
      }
    }
  }
  return other === undefined ? [] : [{
    file,
    column: names[column]!,
    expected: "one order of columns: read the files one by one",
    found: `"${other}", a second header line whose columns stand in another order`,
  }];
}

/** Names a file whose office stands in the first row only: the rows below it would be left out. */
export function blankOffices(
  file: string,
  names: readonly string[],
  office: number | undefined,
  { rows, leftOut }: Scanned,
): ReturnsProblem[] {
  const blank = leftOut.get("") ?? 0;
  if (office === undefined || rows === 0 || blank < 3 * rows) return [];
  return [{
    file,
    column: names[office]!,
    expected: "the office in each row: fill the cells down",
    found: `blank cells in ${blank.toLocaleString("en")} rows beside ${
      rows.toLocaleString("en")
    } with an office that is read`,
  }];
}
