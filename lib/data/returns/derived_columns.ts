import { nameParts } from "./fields.ts";
import type { TextField } from "./returns_table.ts";
import { type CountColumn, type TextColumn, textColumnOf } from "./text_column.ts";

/** Votes as the sum of their modes, where no column has them. */
export function sumOfModes(modes: readonly CountColumn[], rows: number): CountColumn {
  const values = new Float64Array(rows);
  const odd = new Map<number, string>();
  for (let row = 0; row < rows; row++) {
    let known = false;
    for (const mode of modes) {
      const value = mode.values[row]!;
      if (Number.isNaN(value)) {
        const cell = mode.odd.get(row) ?? "";
        if (cell !== "" && cell !== "-") odd.set(row, cell);
        continue;
      }
      known = true;
      values[row]! += value;
    }
    if (!known && !odd.has(row)) odd.set(row, "");
    if (odd.has(row)) values[row] = NaN;
  }
  return { values, odd };
}

/** Makes the candidate of the parts of the name, where a file has these instead. */
export function joinNames(text: Partial<Record<TextField, TextColumn>>): void {
  const fields = nameParts as readonly TextField[];
  const parts = fields.flatMap((field) => text[field] ?? []);
  if (parts.length === 0) return;
  const rows = [...parts[0]!.codes.keys()];
  text.candidate = textColumnOf(
    rows.map((row) =>
      parts.map(({ codes, values }) => values[codes[row]!]!).filter((part) => part !== "").join(" ")
    ),
  );
  for (const field of fields) delete text[field];
}

/** A column "pct" holds precincts, or percentages. */
export function isShare({ values }: TextColumn): boolean {
  const cells = values.filter((value) => value !== "");
  return cells.length > 0 && cells.every((value) => /^\d{0,3}([.,]\d+)?\s?%?$/.test(value)) &&
    cells.some((value) => /[.,%]/.test(value));
}

/** A column whose blank cells, and those that say NA, have another column's values. */
export function filled(column: TextColumn, other: TextColumn): TextColumn {
  const blank = column.values.map((value) => /^(|na|n\/a|nan|null)$/i.test(value));
  if (!column.codes.some((code) => blank[code])) return column;
  const first = column.values.length;
  return {
    values: [...column.values, ...other.values],
    folded: Int32Array.from(
      [...column.folded, ...Array.from(other.folded, (code) => first + code)],
    ),
    codes: column.codes.map((code, row) => blank[code] ? first + other.codes[row]! : code),
  };
}
