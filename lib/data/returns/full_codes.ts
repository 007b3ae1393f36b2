import { findState } from "../states.ts";
import type { ReturnsTable } from "./returns_table.ts";
import { foldedValues } from "./text_column.ts";

/** A county's code within its state, without the state's two digits. */
const SHORT = /^['’]?(\d{1,3})(?:\.0+)?$/;

/**
 * Puts the state's two digits before counties' codes of three, as the Census Bureau writes the two
 * in columns of their own. Nothing changes where a code has more digits, or a row's state is unknown.
 *
 * @param state The postal code of rows that do not say their own.
 */
export function fullCodes(table: ReturnsTable, state: string | undefined): ReturnsTable {
  const { fips, state: states } = table.text;
  if (fips === undefined) return table;
  const digits = fips.values.map((value) => SHORT.exec(value)?.[1]);
  const short = fips.values.every((value, code) =>
    value === "" || /^(na|nan|null|none)$/i.test(value) || digits[code] !== undefined
  );
  if (!short || !digits.some((value) => value !== undefined && Number(value) > 0)) return table;
  const prefixes = (states?.values ?? [state ?? ""]).map((value) =>
    (findState(value) ?? findState(value.toUpperCase()))?.fips
  );
  const values = [""];
  const found = new Map<string, number>([["", 0]]);
  const codes = fips.codes.map((code, row) => {
    const own = digits[code];
    const prefix = prefixes[states?.codes[row] ?? 0];
    const cell = own === undefined
      ? ""
      : prefix === undefined
      ? fips.values[code]!
      : prefix + own.padStart(3, "0");
    let full = found.get(cell);
    if (full === undefined) {
      full = values.push(cell) - 1;
      found.set(cell, full);
    }
    return full;
  });
  const example = digits.findIndex((value) => value !== undefined && Number(value) > 0);
  return {
    ...table,
    text: { ...table.text, fips: { codes, values, folded: foldedValues(values) } },
    notes: [...table.notes, {
      file: table.file,
      column: table.names.fips ?? "fips",
      expected: "codes of five digits",
      found: `codes within the state, such as "${
        fips.values[example]
      }": the state's are put before`,
    }],
  };
}
