import { callPath, endOfShown, findPrints, type NotedNumber } from "./origin_ledger.ts";
import type { OriginsToStore, PlacedNumber } from "./origins.ts";

/** A column as far as its numbers' origins go. */
interface ShownColumn {
  readonly key: string;
  /** Whether it has a format of its own. */
  readonly formats: boolean;
}

/** A cell as shown: its text, its number where it is one, and the order of prints before it. */
interface ShownCell {
  readonly text: string;
  readonly value?: number;
  readonly since: number;
}

type Formatted = NotedNumber["formatted"];

const same = (a: NonNullable<Formatted>, b: NonNullable<Formatted>) =>
  a.by === b.by && a.digits === b.digits && a.path.join() === b.path.join();

/** The prints of a cell: by its own format, or, where its value is a text, by what made the text. */
function printsOf(cell: ShownCell, column: ShownColumn): NotedNumber[] {
  if (!column.formats && cell.value !== undefined) return [];
  const own = column.formats ? findPrints([cell.text], { since: cell.since })[0]! : [];
  return cell.value !== undefined || own.some(({ formatted }) => formatted !== null)
    ? own.filter(({ formatted }) => formatted !== null)
    : findPrints([cell.text])[0]!.filter(({ formatted }) => formatted !== null);
}

/**
 * Where a table's numbers come from: for each column its property and the format of its numbers,
 * and for each cell what is not said by its column.
 */
export function tableOrigins(
  columns: readonly ShownColumn[],
  cells: readonly (readonly ShownCell[])[],
  words: Readonly<Record<string, string>>,
): OriginsToStore {
  const formats: Formatted[] = columns.map(() => null);
  const numbers: PlacedNumber[] = Object.entries(words).flatMap(([name, text]) =>
    findPrints([text])[0]!.filter(({ formatted }) => formatted !== null)
      .map((number) => ({ in: name, ...number }))
  );
  for (const [r, row] of cells.entries()) {
    for (const [c, cell] of row.entries()) {
      const found = printsOf(cell, columns[c]!);
      const [only] = found;
      const isValue = found.length === 1 && only!.formatted!.value === cell.value;
      if (isValue) formats[c] ??= only!.formatted;
      if (isValue && same(formats[c]!, only!.formatted!)) continue;
      numbers.push(...found.map((number) => ({ in: `${r},${c}`, ...number })));
    }
  }
  endOfShown();
  return {
    shown: "table",
    path: callPath(),
    numbers,
    columns: columns.map(({ key }, c) => ({ key, formatted: formats[c]! })),
  };
}
