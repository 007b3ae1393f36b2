import { groupByCode, type GroupIds, groupPairs } from "./group_ids.ts";
import { fold } from "./fold.ts";
import { Kind } from "./kinds.ts";
import { type Mend, ProblemList, type ReturnsProblem } from "./problem.ts";
import type { ReturnsTable, TextField } from "./returns_table.ts";

/** What the checks of a table share: the kinds of its rows, and what was found so far. */
export class Work {
  readonly table: ReturnsTable;
  readonly mend: ReadonlySet<Mend>;
  readonly kinds: Uint8Array;
  /** Counts as they are read; NaN where there is none. */
  readonly votes: Float64Array;
  readonly problems = new ProblemList();
  readonly mended = new ProblemList();
  readonly #groups = new Map<string, GroupIds>();

  constructor(table: ReturnsTable, mend: ReadonlySet<Mend>) {
    this.table = table;
    this.mend = mend;
    this.kinds = new Uint8Array(table.rows);
    this.votes = table.votes.values;
  }

  /** A row's place in the file and a column's name there. */
  at(row: number, column?: TextField | "votes" | "total"): {
    file: string;
    row: number;
    column?: string;
  } {
    const { file, lineOf, names } = this.table;
    const at = { file, row: lineOf(row) };
    return column === undefined ? at : { ...at, column: names[column] ?? column };
  }

  /** Notes something that an option may accept: as mended where it is given, else as a problem. */
  refuse(problem: ReturnsProblem): boolean {
    const accepted = problem.option !== undefined && this.mend.has(problem.option);
    (accepted ? this.mended : this.problems).add(problem);
    return accepted;
  }

  /** A row's cell. */
  cell(field: TextField, row: number): string {
    const column = this.table.text[field];
    return column === undefined ? "" : column.values[column.codes[row]!]!;
  }

  /** Numbers the values of a column, those that differ in case or spaces alike. */
  groups(field: TextField): GroupIds {
    const known = this.#groups.get(field);
    if (known !== undefined) return known;
    const column = this.table.text[field];
    let made: GroupIds;
    if (column === undefined) {
      made = {
        ids: new Int32Array(this.table.rows),
        count: Math.min(1, this.table.rows),
        first: new Int32Array(Math.min(1, this.table.rows)),
      };
    } else {
      let same = column.folded;
      if (field === "candidate") {
        // Candidates are compared without signs and accents: there are few of them.
        const byName = new Map<string, number>();
        same = column.folded.map((code) => {
          const name = fold(column.values[code]!) || column.values[code]!;
          const first = byName.get(name) ?? code;
          byName.set(name, first);
          return first;
        });
      }
      const equal = same.every((code, at) => code === at);
      const codes = equal ? column.codes : column.codes.map((code) => same[code]!);
      made = groupByCode(codes, column.values.length);
    }
    this.#groups.set(field, made);
    return made;
  }

  /** Numbers the combinations of several columns. */
  combined(...fields: readonly TextField[]): GroupIds {
    const key = fields.join("+");
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const [first, ...rest] = fields;
    const made = rest.length === 0
      ? this.groups(first!)
      : groupPairs(this.combined(...fields.slice(0, -1)), this.groups(fields.at(-1)!));
    this.#groups.set(key, made);
    return made;
  }

  /** Counties of years: the code where there is one, beside the name. */
  counties(): GroupIds {
    return this.combined("year", "stage", "state", "fips", "county");
  }

  /** Places: what votes are counted by. */
  places(): GroupIds {
    return this.combined(
      "year",
      "stage",
      "state",
      "fips",
      "county",
      "jurisdiction",
      "ward",
      "precinct",
    );
  }

  /** Places in each mode of voting. */
  ballots(): GroupIds {
    const key = "places+mode";
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const made = groupPairs(this.places(), this.groups("mode"));
    this.#groups.set(key, made);
    return made;
  }

  /** Whether a row counts votes for somebody. */
  isVote(row: number): boolean {
    return this.kinds[row]! <= Kind.writeIn;
  }

  /** A place in words, for messages. */
  placeName(row: number): string {
    const parts = [
      this.cell("county", row) || this.cell("fips", row),
      this.cell("jurisdiction", row),
      this.cell("ward", row) === "" ? "" : `ward ${this.cell("ward", row)}`,
      this.cell("precinct", row),
    ];
    return parts.filter((part, at) => part !== "" && parts.indexOf(part) === at).join(", ") ||
      this.cell("state", row) || "the file";
  }
}
