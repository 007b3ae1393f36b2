import pl, { type DataFrame, type Series } from "nodejs-polars";
import type { CheckedTable } from "./check_table.ts";
import type { TextField } from "./returns_table.ts";

/** What the file's rows do not say and its name or an option does. */
export interface Defaults {
  readonly year?: number | undefined;
  readonly state?: string | undefined;
  readonly county?: string | undefined;
}

/** Picks rows of a column of codes. */
function picked(codes: Int32Array, rows: Int32Array | undefined): Int32Array {
  if (rows === undefined) return codes;
  const out = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) out[at] = codes[rows[at]!]!;
  return out;
}

/** Gives codes their values by a join, which is many times faster than a string a row. */
function decoded(
  name: string,
  codes: Int32Array,
  values: readonly (string | number | null)[],
  type: typeof pl.Utf8 | typeof pl.Int32,
): Series {
  const left = pl.DataFrame([pl.Series("code", codes as unknown as number[], pl.Int32)]);
  const right = pl.DataFrame([
    pl.Series("code", Int32Array.from(values, (_, code) => code) as unknown as number[], pl.Int32),
    pl.Series(name, values as (string | null)[], type),
  ]);
  return left.join(right, { on: "code", how: "left" }).getColumn(name);
}

/** One value in all rows. */
function constant(
  name: string,
  height: number,
  value: string | number | null,
  type: typeof pl.Utf8 | typeof pl.Int32,
): Series {
  return decoded(name, new Int32Array(height), [value], type);
}

/**
 * Puts rows of a checked table into a data frame: year, state_po, fips, county, jurisdiction where
 * the file has one, precinct, candidate, party, mode, votes, and a column for each mode that the
 * file counts beside the votes.
 *
 * @param rows The rows, or undefined for all.
 */
export function returnsFrame(
  { work, places }: CheckedTable,
  defaults: Defaults,
  rows: Int32Array | undefined,
): DataFrame {
  const { table, votes } = work;
  const height = rows?.length ?? table.rows;
  const text = (name: string, field: TextField, fallback: string | null): Series => {
    const column = table.text[field];
    if (column === undefined) return constant(name, height, fallback, pl.Utf8);
    const values = column.values.map((value) => value === "" ? null : value);
    return decoded(name, picked(column.codes, rows), values, pl.Utf8);
  };
  const wardsAndPrecincts = (): Series => {
    const { ids, first } = work.combined("ward", "precinct");
    const values = Array.from(first, (row) => {
      const ward = work.cell("ward", row);
      const parts = [
        ward === "" ? "" : `Ward ${ward.replace(/^ward /i, "")}`,
        work.cell("precinct", row),
      ];
      return parts.filter((part) => part !== "").join(", ") || null;
    });
    return decoded("precinct", picked(ids, rows), values, pl.Utf8);
  };
  const coded = (
    name: string,
    field: TextField,
    values: readonly (string | number | null)[],
    fallback: string | number | null,
    type: typeof pl.Utf8 | typeof pl.Int32,
  ): Series => {
    const column = table.text[field];
    return column === undefined
      ? constant(name, height, fallback, type)
      : decoded(name, picked(column.codes, rows), values, type);
  };
  const counts = (name: string, values: Float64Array): Series => {
    const out = new Int32Array(height);
    let blanks: number[] | undefined;
    for (let at = 0; at < height; at++) {
      const value = values[rows === undefined ? at : rows[at]!]!;
      if (Number.isNaN(value)) (blanks ??= []).push(at);
      out[at] = value;
    }
    if (blanks === undefined) return pl.Series(name, out as unknown as number[], pl.Int32);
    const cells: (number | null)[] = Array.from(out);
    for (const at of blanks) cells[at] = null;
    // By way of 64 bits: polars makes a series of 32 bits from a list with a 0 for every null.
    return pl.Series(name, cells as unknown as bigint[], pl.Int64).cast(pl.Int32);
  };
  const series = [
    coded("year", "year", places.years, defaults.year ?? null, pl.Int32),
    coded("state_po", "state", places.states, defaults.state ?? null, pl.Utf8),
    coded("fips", "fips", places.fips, null, pl.Utf8),
    text("county", "county", defaults.county ?? null),
    ...(table.text.jurisdiction === undefined ? [] : [text("jurisdiction", "jurisdiction", null)]),
    table.text.ward === undefined ? text("precinct", "precinct", null) : wardsAndPrecincts(),
    text("candidate", "candidate", null),
    text("party", "party", null),
    text("mode", "mode", null),
    counts("votes", votes),
    ...table.modes.map(({ name, column }) => counts(name, column.values)),
  ];
  return pl.DataFrame(series);
}
