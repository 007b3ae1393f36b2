import { type ColumnOfType, counts, integers, texts } from "./schema.ts";
import { statePostalCodes } from "./states.ts";

/** The columns that many tables share, declared once. */

/** The election's year. */
export const year = integers("year", "Year of the election", {
  minimum: 1789,
  maximum: 2024,
});

/** Postal code of the state. */
export const statePo = texts("state_po", "Postal code of the state, or DC", {
  values: statePostalCodes,
});

/** Name of the state. */
export const stateName = texts("state", "Name of the state, or District of Columbia");

/** How final a count is. */
export const status = texts(
  "status",
  "How final the figure is: unofficial, certified, recount (certified after a recount), or " +
    "compiled (from a historical compilation)",
  { values: ["unofficial", "certified", "recount", "compiled"] },
);

/** Where a row comes from. */
export const source = texts(
  "source",
  "The raw file that the row comes from, of which data/sources/ has a description, or a table of " +
    "data/ that is written by hand",
);

/** Five-digit code of a county. */
export const fips = texts(
  "fips",
  "Five-digit FIPS code of the county; SS000 for a unit of the whole state SS",
  { pattern: "[0-9]{5}" },
);

/** Declares a column of votes. */
export function votes<const Name extends string>(
  name: Name,
  description: string,
): ColumnOfType<Name, "integer", { readonly unit: "votes" }> {
  return counts(name, description, { unit: "votes" });
}
