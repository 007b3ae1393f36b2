import fc from "fast-check";
import pl from "nodejs-polars";
import { scan } from "tallybook/data";
import type { Query, QueryCell, QueryRow, TableSchema } from "tallybook/data";
import { counts, decimals, flags, integers, texts } from "../../../lib/data/schema.ts";

/** Two tables of random rows: places with every kind of column, and totals known for some. */
export interface RandomTables {
  readonly places: TableSchema;
  readonly totals: TableSchema;
  readonly placeRows: readonly QueryRow[];
  readonly totalRows: readonly QueryRow[];
}

const about = {
  title: "Random",
  description: "Random rows",
  license: "none",
};

const columns = [
  texts("state", "State"),
  texts("county", "County", { optional: true }),
  flags("late", "Late", { optional: true }),
  integers("votes", "Votes", { optional: true }),
  integers("large", "Large numbers"),
  decimals("share", "Share", { optional: true }),
];

// Texts that break SQL, CSV or JSON where somebody forgets to quote.
const NAMES = [
  "A",
  "B",
  "",
  "O'Brien",
  "back\\slash",
  'say "hi"',
  "tab\there",
  "line\nend",
  "Ñ—😀",
];

const name = fc.constantFrom(...NAMES);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });
const votes = fc.oneof(
  fc.integer({ min: -5, max: 9 }),
  fc.constantFrom(2 ** 31 - 1, -(2 ** 31), 0),
);
const large = fc.oneof(fc.integer(), fc.constantFrom(2 ** 31, 2 ** 40, -(2 ** 45), 2 ** 32 + 1));
// Eighths are exact in every form in which a number is written.
const share = fc.integer({ min: -40, max: 40 }).map((eighths) => eighths / 8);

/** Rows of the table of places. */
export const placeRows = fc.array(
  fc.record({
    state: name,
    county: maybe(name),
    late: maybe(fc.boolean()),
    votes: maybe(votes),
    large,
    share: maybe(share),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Rows of the table of totals. */
export const totalRows = fc.array(
  fc.record({ state: name, county: maybe(name), official: maybe(votes) }),
  { minLength: 1, maxLength: 20 },
);

/** Writes a Parquet file of rows. */
function write(path: string, rows: readonly QueryRow[], schema: TableSchema): void {
  const types = { text: pl.String, boolean: pl.Bool, number: pl.Float64, integer: pl.Int64 };
  pl.DataFrame(
    schema.columns.map(({ name, type }) =>
      // deno-lint-ignore no-explicit-any
      pl.Series(name, rows.map((row) => row[name]!) as any, types[type] as any)
    ),
  ).writeParquet(path);
}

/** Both tables as files of a folder. */
export function randomTables(
  folder: string,
  name: string,
  places: readonly QueryRow[],
  totals: readonly QueryRow[],
): RandomTables {
  const tables = {
    places: {
      ...about,
      name: `${name}_places`,
      file: `${folder}/${name}_p.parquet`,
      columns,
      key: [],
    },
    totals: {
      ...about,
      name: `${name}_totals`,
      file: `${folder}/${name}_t.parquet`,
      columns: [columns[0]!, columns[1]!, counts("official", "Votes", { optional: true })],
      key: [],
    },
  };
  write(tables.places.file, places, tables.places);
  write(tables.totals.file, totals, tables.totals);
  return { ...tables, placeRows: places, totalRows: totals };
}

type Step = (query: Query) => Query;

const values = <T extends QueryCell>(one: fc.Arbitrary<T>) =>
  fc.array(one, { minLength: 1, maxLength: 3 });

const filterStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom("state", "county"), fc.constantFrom("is", "is not"), values(name)),
  fc.tuple(fc.constant("late"), fc.constantFrom("is", "is not"), values(fc.boolean())),
  fc.tuple(fc.constant("votes"), fc.constantFrom("is", "is not"), values(votes)),
  fc.tuple(fc.constant("share"), fc.constantFrom("is", "is not"), values(share)),
  fc.tuple(
    fc.constantFrom("votes", "large", "share"),
    fc.constantFrom("at least", "at most"),
    fc.oneof(share, large),
  ).filter(([column, , value]) => column === "share" || Number.isInteger(value)),
  fc.tuple(
    fc.constantFrom("county", "late", "votes", "share"),
    fc.constantFrom("known", "unknown"),
    fc.constant(undefined),
  ),
).map(([column, comparison, value]): Step => (query) =>
  // deno-lint-ignore no-explicit-any
  (query.filter as any).call(query, column, comparison, value)
);

const measureStep: fc.Arbitrary<(name: string) => Step> = fc.oneof(
  fc.constant((name: string): Step => (query) => query.rows(name)),
  fc.tuple(
    fc.constantFrom("known", "sum", "min", "max"),
    fc.constantFrom("votes", "large"),
  ).map(([kind, column]) => (name: string): Step => (query) => query[kind as "sum"](column, name)),
  fc.tuple(fc.constantFrom("known", "min", "max"), fc.constant("share")).map(([kind, column]) =>
  (
    name: string,
  ): Step =>
  (query) => query[kind as "min"](column, name)),
  fc.tuple(
    fc.constantFrom("votes", "large", "share"),
    fc.constantFrom(0, 0.1, 0.25, 1 / 3, 0.5, 0.9, 1),
  ).map(([column, share]) => (name: string): Step => (query) =>
    query.quantile(column, share, name)
  ),
);

/** A random query over both tables: filters, groups, measures, and known totals where it has groups. */
export const randomQuery: fc.Arbitrary<(tables: RandomTables) => Query> = fc.record({
  filters: fc.array(filterStep, { maxLength: 3 }),
  group: fc.subarray(["state", "county", "late", "votes"]),
  measures: fc.array(measureStep, { minLength: 1, maxLength: 4 }),
  join: fc.subarray(["state", "county"]),
  joined: fc.boolean(),
}).map(({ filters, group, measures, join, joined }) => (tables: RandomTables) => {
  let query = [...filters, ...measures.map((measure, i) => measure(`answer_${i}`))]
    .reduce((all, step) => step(all), scan(tables.places).group(...group));
  const on = join.filter((column) => group.includes(column));
  if (joined && on.length > 0) {
    query = query.join(
      scan(tables.totals).group(...on).sum("official").rows("known_rows"),
    );
  }
  return query;
});
