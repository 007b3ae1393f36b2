import type {
  FoundRow,
  NumberIndex,
  NumberRows,
  ReadRows,
  RowSet,
  TableFacts,
} from "./number_index.ts";
import { findArithmetic, type Found, type RowSum, type Wanted } from "./row_arithmetic.ts";
import { rowSet } from "./row_set.ts";
import { type ColumnCell, type TableColumns, tableColumns } from "./table_columns.ts";

/** Reads of more rows are named, and not looked through. */
const MOST_ROWS = 200_000;
/** So many ways to make one number say nothing. */
const MOST_WAYS = 40;

/** A number whose rows are asked for. */
export interface AskedNumber {
  readonly origin: number;
  readonly value: number;
  /** What stands in the same row of its table, in words. */
  readonly beside?: readonly string[];
}

/** Where the numbers of a page stand, and what they are made of. */
export interface PageRows {
  /** The sets of rows that reads and numbers name. */
  readonly sets: readonly RowSet[];
  /** The reads, each with the set of its rows. */
  readonly reads: readonly ReadRows[];
  /** For each number that was asked for: its rows; undefined where they are those of its reads. */
  readonly numbers: readonly (NumberRows | undefined)[];
}

interface OpenRead {
  readonly table: TableColumns;
  readonly facts: TableFacts;
  readonly choice: ReadRows["choice"];
  /** Its rows' places in the file, ascending. */
  readonly rows: Int32Array;
}

/** Gathers sets of rows, each once. */
class Sets {
  readonly all: RowSet[] = [];
  readonly #index = new Map<string, number>();

  add({ table, facts }: OpenRead, rows: Int32Array, where: RowSet["where"]): number {
    const set = rowSet(table, rows, where, facts);
    const key = JSON.stringify([set.table, set.list ?? set.digest]);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const index = this.all.push(set) - 1;
    this.#index.set(key, index);
    return index;
  }
}

/** The rows of a term, by their places in the file. */
function rowsOf({ rows }: OpenRead, { grouping, groups }: RowSum): Int32Array {
  const wanted = new Set(groups);
  return rows.filter((_, i) => wanted.has(grouping.of[i]!));
}

/** What holds of a term's rows, beside what the read chose: the values that its groups share. */
function conditions(read: OpenRead, term: RowSum): Record<string, readonly ColumnCell[]> {
  const { grouping, groups } = term;
  const first = groups.map((group) => grouping.first[group]!);
  if (grouping.columns.length === 0 && grouping.size === read.rows.length && groups.length === 1) {
    const row = read.rows[first[0]!]!;
    return Object.fromEntries(
      read.table.schema.key.map((name) => [name, [read.table.column(name)[row]!]]),
    );
  }
  const shared = grouping.columns.filter(({ codes }) =>
    first.every((row) => codes[row] === codes[first[0]!])
  );
  return Object.fromEntries(
    shared.map(({ name, codes, values }) => [name, [values[codes[first[0]!]!]!]]),
  );
}

/** Whether a table's row says of which rows its number is: one of their values stands in it. */
function isNamed(read: OpenRead, { terms }: Found, beside: readonly string[] | undefined): boolean {
  if (beside === undefined) return false;
  return terms.some((term) =>
    Object.values(conditions(read, term)).flat().some((value) =>
      typeof value === "string" && value.length > 1 && beside.includes(value)
    )
  );
}

/** A formula with a difference in it can have the other sign. */
const hasSign = ({ formula }: Found) => formula.includes("-");

class Resolver {
  readonly #sets = new Sets();
  readonly #reads: readonly ReadRows[];
  readonly #open: readonly (OpenRead | null)[];

  constructor({ reads, tables }: Pick<NumberIndex, "reads" | "tables">) {
    const open = new Map<string, OpenRead | null>();
    this.#open = reads.map(({ table: name, choice }) => {
      const key = JSON.stringify([name, choice]);
      const known = open.get(key);
      if (known !== undefined) return known;
      const table = tableColumns(name);
      const facts = tables[name];
      const found = table === null || facts === undefined
        ? null
        : { table, facts, choice, rows: table.chosen(choice) };
      open.set(key, found);
      return found;
    });
    this.#reads = reads.map((read, i) => {
      const found = this.#open[i]!;
      return found === null
        ? read
        : { ...read, set: this.#sets.add(found, found.rows, read.choice) };
    });
  }

  #rows(read: OpenRead, { formula, terms, times }: Found, isNegative: boolean): NumberRows {
    return {
      formula,
      times: isNegative ? -times : times,
      terms: terms.map((term) => ({
        rows: this.#sets.add(read, rowsOf(read, term), {
          ...read.choice,
          ...conditions(read, term),
        }),
        column: term.column,
      })),
    };
  }

  /** Of the ways to make a number the plainest; none where different rows make it equally. */
  #choose(
    ways: readonly { readonly read: OpenRead; readonly found: Found }[],
    { value, beside }: AskedNumber,
  ): NumberRows | undefined {
    const fit = ways.filter(({ read, found }) =>
      (value > 0 || hasSign(found)) && (!found.byChance || isNamed(read, found, beside))
    );
    if (fit.length === 0 || fit.length > MOST_WAYS) return undefined;
    const rank = Math.min(...fit.map(({ found }) => found.rank));
    const plainest = fit.filter(({ found }) => found.rank === rank);
    const named = plainest.filter(({ read, found }) => isNamed(read, found, beside));
    const kept = named.length > 0 ? named : plainest;
    const made = kept.map(({ read, found }) => this.#rows(read, found, value < 0));
    const distinct = new Set(
      made.map(({ terms }) =>
        [...new Set(terms.map(({ rows, column }) => `${rows} ${column}`))].sort().join()
      ),
    );
    return distinct.size === 1 ? made[0] : undefined;
  }

  resolve(index: NumberIndex, asked: readonly AskedNumber[]): PageRows {
    const byRead = new Map<OpenRead, Wanted[]>();
    const ways = asked.map((): { read: OpenRead; found: Found }[] => []);
    for (const [id, { origin, value }] of asked.entries()) {
      const { reads, expression } = index.origins[origin]!;
      if (value === 0) continue;
      const open = new Set(reads.map((read) => this.#open[read]!));
      for (const read of open) {
        if (read === null || read.rows.length > MOST_ROWS) continue;
        const wanted = byRead.get(read) ?? [];
        byRead.set(read, wanted);
        wanted.push({ id, value: Math.abs(value), counts: expression.includes(".length") });
      }
    }
    for (const [read, wanted] of byRead) {
      for (const found of findArithmetic(read.table, read.rows, wanted)) {
        if (ways[found.id]!.length <= MOST_WAYS * 4) ways[found.id]!.push({ read, found });
      }
    }
    const numbers = asked.map((number, id) => this.#choose(ways[id]!, number));
    return { sets: this.#sets.all, reads: this.#reads, numbers };
  }
}

/**
 * The rows that numbers rest on. A number that is a cell, a sum, a difference or a quotient of sums
 * over rows that its code read names these rows and the formula; each other one rests on all rows
 * that its code read.
 */
export function numberRows(index: NumberIndex, asked: readonly AskedNumber[]): PageRows {
  return new Resolver(index).resolve(index, asked);
}

/** The one row in which a number stands; undefined where it is made of several. */
export function rowOf(
  { formula, times, terms: [term] }: NumberRows,
  sets: readonly RowSet[],
): FoundRow | undefined {
  const set = sets[term!.rows]!;
  if (formula !== "a" || times !== 1 || set.count !== 1) return undefined;
  return { table: set.table, column: term!.column, key: set.first!.key };
}
