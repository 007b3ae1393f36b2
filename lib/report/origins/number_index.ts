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
    readonly reason: string;
    readonly source: string;
  }[];
}

/** Rows of a table that were read by one call. */
export interface ReadRows {
  readonly table: string;
  readonly choice: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  readonly rows: number | null;
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
  readonly row?: FoundRow;
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
