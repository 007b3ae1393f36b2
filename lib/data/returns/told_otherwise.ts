import type { CheckedPlaces } from "./check_places.ts";
import { Kind } from "./kinds.ts";
import type { TextColumn } from "./text_column.ts";
import type { Work } from "./work.ts";

/** Year and state as the options say them, and as the file's name does. */
interface Told {
  readonly year?: number | undefined;
  readonly state?: string | undefined;
}

/**
 * Lists where the rows say another year or state than the options or the file's name, a year without
 * an election for president, and a name that says a primary: the rows are taken, but not without a
 * word.
 */
export function toldOtherwise(
  { work, places }: { readonly work: Work; readonly places: CheckedPlaces },
  path: string,
  options: Told,
  named: Told,
): void {
  const { table, mended } = work;
  const { year, state } = table.text;
  const file = table.file;
  const years = year === undefined ? new Map() : used(work, year, places.years);
  const states = state === undefined ? new Map() : used(work, state, places.states);
  const compare = (
    field: "year" | "state",
    found: ReadonlyMap<string | number, number>,
    [told, by]: readonly [string | number | undefined, string],
  ) => {
    if (told === undefined) return;
    for (const [value, row] of found) {
      if (value === told) continue;
      mended.add({
        ...work.at(row, field),
        expected: `${told}, as ${by} says`,
        found: `${value}: the rows are taken as they say`,
      });
    }
  };
  for (const [told, by] of [[options, "the option"], [named, "the file's name"]] as const) {
    compare("year", years, [told.year, by]);
    compare("state", states, [told.state, by]);
  }
  const all = years.size > 0 ? [...years.keys()] : [options.year ?? named.year];
  for (const one of all) {
    if (one === undefined || one % 4 === 0 || one === 1789) continue;
    mended.add({
      file,
      expected: "the year of an election for president",
      found: `${one}, which had none`,
    });
  }
  if (/(^|[\W_])primar(y|ies)([\W_]|$)/i.test(path.replace(/^.*[\\/]/, ""))) {
    mended.add({
      file,
      expected: "votes of a general election",
      found: "a file whose name says a primary: its rows are taken all the same",
    });
  }
}

/** The values of a column in rows of votes, each with the first row that has it. */
function used<T>(
  work: Work,
  column: TextColumn,
  values: readonly (T | null)[],
): Map<T, number> {
  const first = new Map<T, number>();
  const seen = new Uint8Array(values.length);
  for (let row = 0; row < work.table.rows; row++) {
    const code = column.codes[row]!;
    if (seen[code] === 1 || work.kinds[row]! > Kind.writeIn) continue;
    seen[code] = 1;
    const value = values[code];
    if (value !== null && value !== undefined && !first.has(value)) first.set(value, row);
  }
  return first;
}
