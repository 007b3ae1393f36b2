import type { ReturnsField } from "../fields.ts";
import { isTurnoutOffice } from "../name_kinds.ts";
import { isPresident } from "../president.ts";
import type { ReturnsProblem } from "../problem.ts";
import type { ReturnsTable, TextField } from "../returns_table.ts";
import { countColumn, textColumnOf } from "../text_column.ts";

/** One row of a layout that is not delimited text: cells by field, and where it stands. */
export interface PlainRow {
  readonly year?: string;
  readonly state?: string;
  readonly fips?: string;
  readonly county?: string;
  readonly jurisdiction?: string;
  readonly precinct?: string;
  readonly office?: string;
  readonly candidate: string;
  readonly party?: string;
  readonly mode?: string;
  readonly votes: string;
  /** All votes of the row's place, as the file states them. */
  readonly total?: string;
  /** The line, the row of a sheet, or the number of the entry. */
  readonly line: number;
}

const FIELDS = [
  "year",
  "state",
  "fips",
  "county",
  "jurisdiction",
  "precinct",
  "office",
  "candidate",
  "party",
  "mode",
] as const satisfies readonly TextField[];

/** What a layout's reader found besides rows. */
export interface PlainResult {
  readonly rows: readonly PlainRow[];
  readonly problems?: readonly ReturnsProblem[];
  readonly notes?: readonly ReturnsProblem[];
  readonly names?: Readonly<Partial<Record<ReturnsField, string>>>;
  readonly unread?: readonly string[];
  /** Rows of other offices that the layout's reader has left out itself. */
  readonly leftOut?: ReadonlyMap<string, number>;
  /** How many ballots the votes were tallied from. */
  readonly ballots?: number;
  /** Whether the last row's count is the file's last cell and nothing ends its line. */
  readonly lastCountOpen?: boolean;
}

/** Puts a layout's rows into columns; rows of other offices are counted and left out. */
export function plainTable(file: string, result: PlainResult): ReturnsTable {
  const leftOut = new Map(result.leftOut ?? []);
  const rows = result.rows.filter(({ office }) => {
    if (office === undefined || isPresident(office) || isTurnoutOffice(office)) return true;
    leftOut.set(office, (leftOut.get(office) ?? 0) + 1);
    return false;
  });
  const text: Partial<Record<TextField, ReturnType<typeof textColumnOf>>> = {};
  for (const field of FIELDS) {
    if (field !== "candidate" && rows.every((row) => (row[field] ?? "") === "")) continue;
    text[field] = textColumnOf(rows.map((row) => row[field] ?? ""));
  }
  return {
    file,
    rows: rows.length,
    text,
    votes: countColumn(rows.map(({ votes }) => votes)),
    modes: [],
    names: result.names ?? { office: "contest" },
    lineOf: (row) => rows[row]!.line,
    leftOut,
    problems: result.problems ?? [],
    notes: result.notes ?? [],
    unread: result.unread ?? [],
    lastCountOpen: result.lastCountOpen ?? false,
    votesFromModes: false,
    ...(rows.some(({ total }) => total !== undefined)
      ? { total: countColumn(rows.map(({ total }) => total ?? "")) }
      : {}),
    ...(result.ballots === undefined ? {} : { ballots: result.ballots }),
  };
}
