import type { NumberRows, RowSet, TableFacts } from "./number_index.ts";

type Facts = Readonly<Record<string, TableFacts>>;
type Values = RowSet["where"][string];

const MOST_VALUES = 6;

const valuesInWords = (values: Values) =>
  values.length <= MOST_VALUES
    ? values.join(", ")
    : `${values.slice(0, 3).join(", ")} … ${values.at(-1)} (${values.length} values)`;

const whereInWords = (where: RowSet["where"]) =>
  Object.entries(where).map(([column, values]) => `${column} ${valuesInWords(values)}`).join(", ");

const rowCount = (count: number) => count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`;

/** Rows in words: how many of which file, where, and from which line to which. */
export function setInWords(set: RowSet, tables: Facts): string {
  const path = tables[set.table]?.path ?? set.table;
  // In a CSV file the first line is the header.
  const [name, more] = path.endsWith(".csv") ? ["line", 1] : ["row", 0];
  const where = whereInWords(set.where);
  const first = set.first === undefined ? "" : set.first.row + more;
  const places = set.last === undefined
    ? `${name} ${first}`
    : `${name}s ${first} to ${set.last.row + more}`;
  return `${rowCount(set.count)} of ${path}${where && ` where ${where}`}${
    first === "" ? "" : `, ${places}`
  }`;
}

/** How a number follows from rows, in words: its formula, and what each letter stands for. */
export function numberRowsInWords(
  { formula, times, terms }: NumberRows,
  sets: readonly RowSet[],
  tables: Facts,
): string {
  const term = ({ rows, column }: NumberRows["terms"][number]) => {
    const set = sets[rows]!;
    const words = setInWords(set, tables);
    if (column === "") return `the number of ${words}`;
    return set.count === 1 ? `${column} in ${words}` : `the sum of ${column} over ${words}`;
  };
  const isPlain = (formula === "a" || formula === "rows") && times === 1;
  if (isPlain) return term(terms[0]!);
  const factor = times === 1 ? "" : times === -1 ? "−" : `${String(times).replace("-", "−")} × `;
  const shown = factor === "" || formula === "a" ? formula : `(${formula})`;
  return `${factor}${shown.replaceAll("-", "−")}, where ${
    terms.map((each, i) => `${"abc"[i]} is ${term(each)}`).join("; ")
  }`;
}
