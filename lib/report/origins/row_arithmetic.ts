import type { RowFormula } from "./number_index.ts";
import {
  eachRow,
  type Grouping,
  groupings,
  isMeasure,
  type Siblings,
  siblings,
  sumsOf,
} from "./row_groups.ts";
import type { TableColumns } from "./table_columns.ts";
import { tellsAQuotient, WantedValues } from "./wanted_values.ts";

/** Sums and quotients that are compared, at most, for one read. */
const MOST_COMPARED = 300_000;
/** The groups of one grouping in which columns are compared with each other. */
const MOST_COLUMN_GROUPS = 400;
/** Where so few groups stand beside each other, each pair is compared; else the two largest. */
const FEW = 6;
/** A whole number that more than this share of such numbers would meet is met by chance. */
const MOST_CHANCE = 0.02;

/** A sum over a group of rows. */
export interface RowSum {
  readonly grouping: Grouping;
  /** The groups whose rows are summed. */
  readonly groups: readonly number[];
  /** The column that is summed; "" for the number of rows. */
  readonly column: string;
}

/** How a value follows from sums over rows. */
export interface Found {
  readonly id: number;
  readonly formula: RowFormula;
  readonly terms: readonly RowSum[];
  /** What the formula's value is multiplied with: 100 for a percentage. */
  readonly times: number;
  /** The plainer the formula, the lower. */
  readonly rank: number;
  /** Whether so many whole numbers were compared that some would be met by chance. */
  readonly byChance: boolean;
}

/** A value that is looked for. */
export interface Wanted {
  readonly id: number;
  readonly value: number;
  /** Whether its expression counts rows. */
  readonly counts: boolean;
}

/**
 * The sums and quotients of the rows of one read, compared with the values that rest on it. Hundreds of
 * thousands are compared and few meet a value: what a met one is made of is told only then, to `take()`.
 */
class Search {
  readonly found: Omit<Found, "byChance">[] = [];
  readonly whole: readonly WantedValues[];
  readonly #parts: WantedValues;
  #compared = 0;
  /** The values met by what was compared last, and by 100 times that. */
  readonly #met: number[] = [];
  readonly #metAsPercent: number[] = [];

  constructor(wanted: readonly Wanted[]) {
    const whole = wanted.filter(({ value }) => Number.isInteger(value) && value > 0);
    // Each rank of formula by itself: there are few sums by state, and many differences.
    this.whole = [0, 1, 2, 3].map(() => new WantedValues(whole));
    const parts = wanted.filter(({ value }) => !Number.isInteger(value) && value > 0);
    this.#parts = new WantedValues(parts);
  }

  get isDone(): boolean {
    return this.#compared > MOST_COMPARED || this.whole[0]!.size + this.#parts.size === 0;
  }

  /** Compares a sum, or a difference of sums: whether a value is met. */
  amount(value: number, rank: number): boolean {
    if (!(value > 0)) return false;
    this.#compared++;
    if (!Number.isInteger(value)) return this.#parts.meet(value, this.#met);
    const wanted = this.whole[rank]!;
    wanted.count(value);
    return wanted.meet(value, this.#met);
  }

  /** Compares a quotient, which is printed as a share or times 100: whether a value is met. */
  quotient(value: number): boolean {
    if (!(value > 0) || Number.isInteger(value)) return false;
    this.#compared++;
    const share = this.#parts.meet(value, this.#met);
    return this.#parts.meet(value * 100, this.#metAsPercent) || share;
  }

  /** Keeps how the values came about that were met last. */
  take(formula: RowFormula, terms: readonly RowSum[], rank = 4): void {
    for (const id of this.#met) this.found.push({ id, formula, terms, rank, times: 1 });
    for (const id of this.#metAsPercent) this.found.push({ id, formula, terms, rank, times: 100 });
    this.#met.length = 0;
    this.#metAsPercent.length = 0;
  }
}

/** Compares what groups that stand beside each other give: shares of their sum, leads, totals. */
function compareSiblings(
  search: Search,
  grouping: Grouping,
  { of, size }: Siblings,
  sums: Float64Array,
  term: (group: number) => RowSum,
): void {
  const members: number[][] = Array.from({ length: size }, () => []);
  for (let group = 0; group < grouping.size; group++) members[of[group]!]!.push(group);
  for (const family of members) {
    let total = 0;
    let isCounted = family.length > 1;
    for (const group of family) {
      total += sums[group]!;
      // Without a cell that is blank or below zero.
      isCounted &&= sums[group]! >= 0;
    }
    if (!isCounted) continue;
    const all = (): RowSum => ({ ...term(family[0]!), groups: family });
    for (const group of family) {
      if (search.quotient(sums[group]! / total)) search.take("a / b", [term(group), all()]);
    }
    const sorted = family.sort((a, b) => sums[b]! - sums[a]!);
    const most = Math.min(sorted.length, sorted.length <= FEW ? FEW : 2);
    for (let i = 0; i < most; i++) {
      for (let j = i + 1; j < most; j++) {
        const a = sorted[i]!;
        const b = sorted[j]!;
        const x = sums[a]!;
        const y = sums[b]!;
        const two = () => [term(a), term(b)];
        if (search.amount(x - y, 2)) search.take("a - b", two(), 2);
        if (sorted.length > 2 && search.amount(x + y, 3)) search.take("a + b", two(), 3);
        if (search.quotient((x - y) / total)) search.take("(a - b) / c", [...two(), all()]);
        if (search.quotient((x - y) / (x + y))) search.take("(a - b) / (a + b)", two());
        if (search.quotient(x / (x + y))) search.take("a / (a + b)", two());
        if (search.quotient(y / (x + y))) search.take("a / (a + b)", [term(b), term(a)]);
        if (search.quotient(y / x)) search.take("a / b", [term(b), term(a)]);
        if (search.quotient((x - y) / y)) search.take("(a - b) / b", two());
      }
    }
  }
}

/** Compares what two or three columns of the same rows give. */
function compareColumns(
  search: Search,
  grouping: Grouping,
  sums: ReadonlyMap<string, Float64Array>,
): void {
  const columns = [...sums];
  for (let group = 0; group < grouping.size && !search.isDone; group++) {
    const term = (column: string): RowSum => ({ grouping, groups: [group], column });
    for (const [a, ofA] of columns) {
      const x = ofA[group]!;
      for (const [b, ofB] of columns) {
        if (a === b) continue;
        const y = ofB[group]!;
        const two = () => [term(a), term(b)];
        if (search.quotient(x / y)) search.take("a / b", two());
        if (x <= y) continue;
        if (search.amount(x - y, 2)) search.take("a - b", two(), 2);
        if (search.amount(x + y, 3)) search.take("a + b", two(), 3);
        if (search.quotient((x - y) / (x + y))) search.take("(a - b) / (a + b)", two());
        if (search.quotient(x / (x + y))) search.take("a / (a + b)", two());
        if (search.quotient(y / (x + y))) search.take("a / (a + b)", [term(b), term(a)]);
        if (search.quotient((x - y) / y)) search.take("(a - b) / b", two());
        if (grouping.size > 200) continue;
        for (const [c, ofC] of columns) {
          if (c === a || c === b) continue;
          if (search.quotient((x - y) / ofC[group]!)) {
            search.take("(a - b) / c", [term(a), term(b), term(c)]);
          }
        }
      }
    }
  }
}

/**
 * How values follow from the rows of a table by sums, differences and quotients of sums over groups
 * that the table's own columns make. Each formula that gives a value is one of those found.
 *
 * @param rows The rows that were read, by their places in the file.
 */
export function findArithmetic(
  table: TableColumns,
  rows: Int32Array,
  wanted: readonly Wanted[],
): Found[] {
  const search = new Search(wanted);
  const { schema } = table;
  const measures = schema.columns.filter((column) => isMeasure(schema, column));
  const whole = measures.filter(({ type }) => type === "integer");
  const each = rows.length <= 60_000 ? [eachRow(rows.length)] : [];
  const counts = new WantedValues(wanted.filter((it) => it.counts && it.value > 1));
  for (const grouping of [...each, ...groupings(table, rows)]) {
    if (search.isDone) break;
    const isEach = grouping.size === rows.length;
    const term = (column: string) => (group: number): RowSum => ({
      grouping,
      groups: [group],
      column,
    });
    const sums = new Map((isEach ? measures : whole).map(({ name }) => [
      name,
      sumsOf(grouping, table.column(name), rows),
    ]));
    for (const [name, values] of sums) {
      const rank = isEach ? 0 : 1;
      for (let group = 0; group < grouping.size; group++) {
        if (search.amount(values[group]!, rank)) search.take("a", [term(name)(group)], rank);
      }
    }
    const additive = new Map(whole.map(({ name }) => [name, sums.get(name)!]));
    for (const column of grouping.columns) {
      const beside = siblings(grouping, column);
      for (const [name, values] of additive) {
        if (!search.isDone) compareSiblings(search, grouping, beside, values, term(name));
      }
    }
    if (additive.size > 1 && grouping.size <= MOST_COLUMN_GROUPS) {
      compareColumns(search, grouping, additive);
    }
    if (counts.size > 0 && grouping.columns.length <= 1 && !isEach) {
      countRows(search, counts, grouping, rows.length);
    }
  }
  const values = new Map(wanted.map(({ id, value }) => [id, value]));
  return search.found.map((found) => ({
    ...found,
    byChance: isByChance(found, values.get(found.id)!, search),
  }));
}

function isByChance(
  { rank, formula, terms }: Omit<Found, "byChance">,
  value: number,
  search: Search,
) {
  if (formula === "rows") return terms[0]!.grouping.size > 1;
  if (rank === 4) return !tellsAQuotient(value);
  if (!Number.isInteger(value)) return String(value).length < 6;
  return search.whole[rank]!.byChance(value) > MOST_CHANCE;
}

/** Compares the numbers of rows, for values whose expression counts rows. */
function countRows(search: Search, counts: WantedValues, grouping: Grouping, rows: number): void {
  const sizes = new Int32Array(grouping.size);
  for (let i = 0; i < rows; i++) sizes[grouping.of[i]!]!++;
  const met: number[] = [];
  for (const [group, size] of sizes.entries()) {
    if (!counts.meet(size, met)) continue;
    const terms = [{ grouping, groups: [group], column: "" }];
    for (const id of met) search.found.push({ id, formula: "rows", terms, rank: 5, times: 1 });
    met.length = 0;
  }
}
