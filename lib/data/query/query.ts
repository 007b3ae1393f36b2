import {
  refusal,
  requireOneOf,
  requireOptions,
  requireShare,
  unknownName,
} from "../../check/mod.ts";
import { noteRead } from "../../display/origin_ledger.ts";
import type { ColumnSchema, TableSchema } from "../schema.ts";
import { allTables } from "../tables/all.ts";
import { runEmbedded } from "./embedded.ts";
import { engineOf } from "./engine_address.ts";
import { answerColumns, type Comparison, comparisons, type Plan, type QueryRow } from "./plan.ts";

const TASK = "query";

type Value = string | number | boolean;

/** Where a query runs. */
export interface CollectOptions {
  /**
   * "embedded", or `clickhouse://host:port/database`; when left out, what the environment variable
   * TALLYBOOK_ENGINE names, and embedded where it names nothing.
   */
  readonly engine?: string;
  /** The most memory that an embedded query may need, in bytes; by default half of what is free. */
  readonly memory?: number;
}

const TYPE_OF_VALUE: Readonly<Record<ColumnSchema["type"], string>> = {
  text: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

/**
 * A question to a table that nothing has answered yet: each method gives a new query, and
 * `collect()` has an engine answer it. The same query has the same answer on every engine.
 *
 * A cell that is not known is never 0: it is left out of sums, extremes and quantiles, meets no
 * filter but "unknown", and is a group of its own where a group's column holds it.
 */
export class Query {
  readonly #plan: Plan;

  /** Made by scan(); takes the plan of what is asked. */
  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** What is asked, as plain values. */
  get plan(): Plan {
    return this.#plan;
  }

  #with(change: Partial<Plan>): Query {
    if (this.#plan.known !== undefined) {
      throw new TypeError(
        `Cannot ${TASK} ${this.#plan.table.name}: join: found a step after it, expected it to be the last before collect()`,
      );
    }
    return new Query({ ...this.#plan, ...change });
  }

  #column(name: string, types?: readonly ColumnSchema["type"][]): ColumnSchema {
    const { table } = this.#plan;
    const task = `${TASK} ${table.name}`;
    requireOneOf(task, "column", name, table.columns.map((column) => column.name));
    const column = table.columns.find((column) => column.name === name)!;
    if (types !== undefined && !types.includes(column.type)) {
      throw new TypeError(
        refusal({ task, where: name, found: column.type, expected: types.join(" or ") }),
      );
    }
    return column;
  }

  /** Keeps the rows whose cell is, or is one of, the values. */
  filter(column: string, comparison: "is" | "is not", value: Value | readonly Value[]): Query;
  /** Keeps the rows whose number is at least, or at most, the value. */
  filter(column: string, comparison: "at least" | "at most", value: number): Query;
  /** Keeps the rows whose cell is known, or is not. */
  filter(column: string, comparison: "known" | "unknown"): Query;
  filter(column: string, comparison: Comparison, value: Value | readonly Value[] = []): Query {
    const task = `${TASK} ${this.#plan.table.name}`;
    requireOneOf(task, "comparison", comparison, comparisons);
    const ordered = comparison === "at least" || comparison === "at most";
    const { type } = this.#column(column, ordered ? ["integer", "number"] : undefined);
    const values = [value].flat() as Value[];
    for (const one of values) {
      const fits = typeof one === TYPE_OF_VALUE[type] &&
        (typeof one !== "number" ||
          (Number.isFinite(one) && Math.abs(one) <= Number.MAX_SAFE_INTEGER));
      if (!fits) throw new TypeError(refusal({ task, where: column, found: one, expected: type }));
    }
    const none = comparison === "known" || comparison === "unknown";
    if (none ? values.length > 0 : ordered ? values.length !== 1 : values.length === 0) {
      const expected = none ? "none" : ordered ? "one" : "one or more";
      throw new RangeError(
        `Cannot ${task}: values of "${comparison}": found ${values.length}, expected ${expected}`,
      );
    }
    return this.#with({
      conditions: [...this.#plan.conditions, { column, comparison, values }],
    });
  }

  /** One row of the answer for each combination of these columns' cells. */
  group(...columns: readonly string[]): Query {
    for (const column of columns) {
      this.#column(column, ["text", "integer", "boolean"]);
      this.#free(column);
    }
    return this.#with({ group: [...this.#plan.group, ...columns] });
  }

  #free(name: string): string {
    if (!/^[A-Za-z]\w*$/.test(name)) {
      throw new RangeError(
        refusal({
          task: TASK,
          where: "name of a measure",
          found: name,
          expected: "letters, digits and underscores",
        }),
      );
    }
    if (answerColumns(this.#plan).includes(name)) {
      throw new RangeError(
        refusal({
          task: TASK,
          where: "columns of the answer",
          found: name,
          expected: "each name once",
        }),
      );
    }
    return name;
  }

  #measure(kind: "known" | "sum" | "min" | "max", column: string, name: string): Query {
    // The sum of fractions depends on the order of the rows, which no two engines share.
    this.#column(
      column,
      kind === "sum" ? ["integer"] : kind === "known" ? undefined : [
        "integer",
        "number",
      ],
    );
    return this.#with({
      measures: [...this.#plan.measures, { kind, column, name: this.#free(name) }],
    });
  }

  /** The number of rows. */
  rows(name = "rows"): Query {
    return this.#with({
      measures: [...this.#plan.measures, { kind: "rows", name: this.#free(name) }],
    });
  }

  /** The number of rows whose cell is known. */
  known(column: string, name = `${column}_known`): Query {
    return this.#measure("known", column, name);
  }

  /** The sum of a column of whole numbers; null where none is known. */
  sum(column: string, name = column): Query {
    return this.#measure("sum", column, name);
  }

  /** The least number of a column; null where none is known. */
  min(column: string, name = `${column}_min`): Query {
    return this.#measure("min", column, name);
  }

  /** The greatest number of a column; null where none is known. */
  max(column: string, name = `${column}_max`): Query {
    return this.#measure("max", column, name);
  }

  /**
   * A quantile: of n known numbers in their order, the one at position ⌊share × n⌋ from 0, and the
   * last at share 1. Always a number of the column, and exact.
   */
  quantile(column: string, share: number, name = `${column}_q${Math.round(share * 100)}`): Query {
    requireShare(`${TASK} ${this.#plan.table.name}`, "share of a quantile", share);
    this.#column(column, ["integer", "number"]);
    return this.#with({
      measures: [
        ...this.#plan.measures,
        { kind: "quantile", column, share, name: this.#free(name) },
      ],
    });
  }

  /**
   * Puts known totals beside each group: the measures of another query, whose group's columns are
   * all among this one's. A group without a known total, or with a blank in one of the columns,
   * keeps its row and gets null.
   */
  join(known: Query): Query {
    const { plan } = known;
    const task = `${TASK} ${this.#plan.table.name}`;
    if (plan.known !== undefined || plan.group.length === 0 || plan.measures.length === 0) {
      throw new TypeError(
        `Cannot ${task}: known totals: found a query without groups or measures, or with a join, expected groups and measures`,
      );
    }
    for (const column of plan.group) {
      if (!this.#plan.group.includes(column)) {
        throw new RangeError(
          unknownName(task, "column of the known totals", column, this.#plan.group),
        );
      }
      const { type } = this.#column(column);
      const theirs = plan.table.columns.find(({ name }) => name === column)!.type;
      if (type !== theirs) {
        throw new TypeError(refusal({ task, where: column, found: theirs, expected: type }));
      }
    }
    for (const { name } of plan.measures) this.#free(name);
    return this.#with({ known: plan });
  }

  /**
   * Has the query answered: one row a group, in the order of the group's columns (blanks first,
   * texts by code unit).
   *
   * @throws {RangeError} where a sum is beyond 2^53 − 1, or the embedded engine would need more
   * memory than there is; before anything is read.
   * @throws {EngineError} where a server does not give the whole answer.
   */
  async collect(options: CollectOptions = {}): Promise<QueryRow[]> {
    const task = `${TASK} ${this.#plan.table.name}`;
    requireOptions(task, options, ["engine", "memory"]);
    if (this.#plan.measures.length === 0) {
      throw new TypeError(
        `Cannot ${task}: measures: found none, expected rows(), sum() or another`,
      );
    }
    for (const plan of [this.#plan, this.#plan.known]) {
      if (plan !== undefined) noteRead(plan.table.name, choiceOf(plan), null);
    }
    const engine = engineOf(options.engine);
    if (engine === "embedded") return runEmbedded(this.#plan, options.memory);
    // The client is loaded only by those who name a server.
    const { runOnClickHouse } = await import("./clickhouse.ts");
    return await runOnClickHouse(this.#plan, engine);
  }
}

/** The values that a query's conditions keep, by column. */
function choiceOf({ conditions }: Plan): Record<string, readonly Value[]> {
  const kept = conditions.filter(({ comparison }) => comparison === "is");
  return Object.fromEntries(kept.map(({ column, values }) => [column, values]));
}

/**
 * Starts a query over a table of data/, or over another Parquet file that a schema describes.
 * Nothing is read before `collect()`.
 *
 * @param table A table's name, or its schema.
 * @throws {RangeError} for a table that is not there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { scan } from "tallybook/data";
 *
 * const official = scan("state_returns").filter("year", "is", 2024)
 *   .filter("candidate", "is", "Kamala Harris").group("state_po").sum("votes", "official");
 * const answer = await scan("precinct_votes_2024").filter("state_po", "is", ["MI", "WI"])
 *   .group("state_po").sum("harris").join(official).collect({ engine: "embedded" });
 * assertEquals(answer[1], { state_po: "WI", harris: 1_668_229, official: 1_668_229 });
 * ```
 */
export function scan(table: (typeof allTables)[number]["name"] | TableSchema): Query {
  if (typeof table === "object" && table !== null) {
    return new Query({ table, conditions: [], group: [], measures: [] });
  }
  requireOneOf(TASK, "table", table, allTables.map(({ name }) => name));
  const schema = allTables.find(({ name }) => name === table)!;
  return new Query({ table: schema, conditions: [], group: [], measures: [] });
}
