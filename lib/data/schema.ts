/** What a column holds. Codes such as FIPS are text, so that leading zeros stay. */
export type ColumnType = "text" | "integer" | "number" | "boolean";

/** One column of a table: its type, meaning, unit and what its cells may hold. */
export interface ColumnSchema {
  /** The column's name. */
  readonly name: string;
  /** What its cells are. */
  readonly type: ColumnType;
  /** What it means, in a sentence without a final full stop. */
  readonly description: string;
  /** The unit, where the type does not say it: "votes", "people per square mile". */
  readonly unit?: string;
  /** Whether a cell may be blank, which always means "not known" or "does not apply", never zero. */
  readonly optional?: boolean;
  /** The least value allowed. */
  readonly minimum?: number;
  /** The greatest value allowed. */
  readonly maximum?: number;
  /** All the values that may occur. */
  readonly values?: readonly string[];
  /** A regular expression that the whole of each value matches. */
  readonly pattern?: string;
}

/** A license under which a table, or some of its columns, came here, and which stays with it. */
export interface SetApart {
  /** Its identifier, as data packages write it. */
  readonly name: string;
  readonly title: string;
  /** Where its text stands. */
  readonly path: string;
  /** The columns that it covers; all when left out. */
  readonly columns?: readonly string[];
}

/** One table of `data/`: what it holds, where it comes from, and the rules that every row obeys. */
export interface TableSchema {
  /** The table's name, which is the file's name without its ending. */
  readonly name: string;
  /** The file, relative to the project's root. */
  readonly file: string;
  /** What the table holds. */
  readonly title: string;
  /** What one row is, and what a reader must know before using it. */
  readonly description: string;
  /** The columns, in order. */
  readonly columns: readonly ColumnSchema[];
  /** The columns that together name one row; none where the source repeats rows. */
  readonly key: readonly string[];
  /** The license as the sources state it, or "none stated: facts of public record". */
  readonly license: string;
  /** A license that asks more of those who pass the table on than the repository's, in its own words. */
  readonly setApart?: SetApart;
  /** What is wrong, missing or surprising: said wherever the table is described. */
  readonly caveats?: readonly string[];
}

/** What a column's declaration may say beyond name, type and description. */
export type Rules = Omit<ColumnSchema, "name" | "type" | "description">;

/** A column whose name, type and rules the compiler knows. */
export type ColumnOfType<Name extends string, Type extends ColumnType, R extends Rules> =
  & { readonly name: Name; readonly type: Type; readonly description: string }
  & R;

type Cell<C> = C extends { readonly values: readonly (infer Value)[] } ? Value
  : C extends { readonly type: "text" } ? string
  : C extends { readonly type: "boolean" } ? boolean
  : number;

/**
 * The type of a table's row, derived from its schema: a cell that may be blank may be null, and
 * one whose values are listed is one of them.
 */
export type RowOf<S extends { readonly columns: readonly ColumnSchema[] }> = {
  readonly [C in S["columns"][number] as C["name"]]: C extends { readonly optional: true }
    ? Cell<C> | null
    : Cell<C>;
};

/** Declares a text column. */
export function texts<const Name extends string, const R extends Rules = Record<never, never>>(
  name: Name,
  description: string,
  rules?: R,
): ColumnOfType<Name, "text", R> {
  return { name, type: "text", description, ...rules as R };
}

/** Declares a column of counts: whole numbers, 0 or more unless the rules say otherwise. */
export function counts<const Name extends string, const R extends Rules = Record<never, never>>(
  name: Name,
  description: string,
  rules?: R,
): ColumnOfType<Name, "integer", R> {
  return { name, type: "integer", description, minimum: 0, ...rules as R };
}

/** Declares a column of whole numbers that may be negative. */
export function integers<const Name extends string, const R extends Rules = Record<never, never>>(
  name: Name,
  description: string,
  rules?: R,
): ColumnOfType<Name, "integer", R> {
  return { name, type: "integer", description, ...rules as R };
}

/** Declares a column of numbers with a fraction. */
export function decimals<const Name extends string, const R extends Rules = Record<never, never>>(
  name: Name,
  description: string,
  rules?: R,
): ColumnOfType<Name, "number", R> {
  return { name, type: "number", description, ...rules as R };
}

/** Declares a column of true and false. */
export function flags<const Name extends string, const R extends Rules = Record<never, never>>(
  name: Name,
  description: string,
  rules?: R,
): ColumnOfType<Name, "boolean", R> {
  return { name, type: "boolean", description, ...rules as R };
}
