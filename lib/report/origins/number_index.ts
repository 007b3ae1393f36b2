/** A table that numbers rest on, as the data package describes it. */
export interface TableFacts {
  readonly title: string;
  /** Path from the project's root. */
  readonly path: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  readonly rows: number;
  /** The raw files that it was made from, each with its hash and address. */
  readonly sources: readonly {
    readonly title: string;
    readonly file: string;
    readonly sha256: string;
    readonly url: string;
  }[];
  /** The declared corrections of these files. */
  readonly corrections: readonly {
    readonly id: string;
    readonly file: string;
    readonly reason: string;
    readonly source: string;
  }[];
}

/** A row of a table: its number in the file, from 1 (in a CSV file the line before it is the header), and its key. */
export interface NamedRow {
  readonly row: number;
  readonly key: Readonly<Record<string, string | number | boolean | null>>;
}

/** Rows of a table. */
export interface RowSet {
  readonly table: string;
  /** For each column that tells them from the others, the values that they have. */
  readonly where: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  readonly count: number;
  readonly first?: NamedRow;
  readonly last?: NamedRow;
  /** Their numbers, as ranges: "1-51,60"; left out where there would be too many. */
  readonly list?: string;
  /** Then this: the SHA-256, in hexadecimal, of their numbers, one a line. */
  readonly digest?: string;
  /** The raw files that these rows came from, and the declared corrections of those files. */
  readonly sources: readonly string[];
  readonly corrections: readonly string[];
}

/** How a number follows from sums over rows: each letter is one of the terms, in their order. */
export type RowFormula =
  | "a"
  | "a + b"
  | "a - b"
  | "a / b"
  | "a / (a + b)"
  | "(a - b) / b"
  | "(a - b) / (a + b)"
  | "(a - b) / c"
  | "rows";

/** The rows that a number is made of, and how. */
export interface NumberRows {
  readonly formula: RowFormula;
  /** What the formula's value is multiplied with: 100 for a percentage, −1 for the other's lead. */
  readonly times: number;
  /** Each a sum of a column over rows: indexes of the sets, and the column; "" counts the rows. */
  readonly terms: readonly { readonly rows: number; readonly column: string }[];
}

/** Rows of a table that were read by one call. */
export interface ReadRows {
  readonly table: string;
  readonly choice: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  readonly rows: number | null;
  /** The index of their set, where the table is still there. */
  readonly set?: number;
}

/** A definition on the way from tables to a number. */
export interface Definition {
  readonly name: string;
  /** The cell's number as Jupyter shows it, and the line in it. */
  readonly cell: number;
  readonly line: number;
  readonly code: string;
}

/** Where numbers come from: an expression, its place, and what it rests on. */
export interface Origin {
  /** The expression that made the number, as it stands in the cell. */
  readonly expression: string;
  /** The call that printed it, where that is another. */
  readonly printed?: string;
  readonly cell: number;
  readonly line: number;
  readonly definitions: readonly Definition[];
  /** Indexes of the reads that it rests on. */
  readonly reads: readonly number[];
}

/** A row of a table that holds a number. */
export interface FoundRow {
  readonly table: string;
  readonly column: string;
  /** The row's key. */
  readonly key: Readonly<Record<string, string | number | boolean | null>>;
}

/** A number of an output, with the index of its origin. */
export interface IndexedNumber {
  /** The text that it stands in, as stored: "text", "2,3", "title", "drawing" … */
  readonly in: string;
  readonly place: number;
  readonly text: string;
  readonly origin: number;
  /** The value before it was rounded, and the rounding. */
  readonly value?: number;
  readonly by?: string;
  readonly digits?: number;
}

/** The numbers of one output. */
export interface OutputNumbers {
  readonly shown: "prose" | "table" | "figure";
  /** The origin of what its numbers do not say themselves: of a figure's data, of a table's rows. */
  readonly whole: number;
  readonly numbers: readonly IndexedNumber[];
  /** For tables: each column's property, origin and format. */
  readonly columns?: readonly {
    readonly key: string;
    readonly origin: number;
    readonly by?: string;
    readonly digits?: number;
  }[];
}

/** All numbers of a notebook with their origins. */
export interface NumberIndex {
  readonly origins: readonly Origin[];
  readonly reads: readonly ReadRows[];
  readonly tables: Readonly<Record<string, TableFacts>>;
  /** By "cell:output", both from 0. */
  readonly outputs: Readonly<Record<string, OutputNumbers>>;
}
