/** A reference result written by one of the scripts in tests/golden/scripts. */
// deno-lint-ignore no-explicit-any -- the reference files have no schema: each test knows what it reads
export function golden(name: string): any {
  return JSON.parse(Deno.readTextFileSync(new URL(`../golden/${name}.json`, import.meta.url)));
}

/** Rows of a reference table, as text by column name. */
export function goldenRows(name: string): Record<string, string>[] {
  const text = Deno.readTextFileSync(new URL(`../golden/data/${name}.csv`, import.meta.url));
  const [header, ...lines] = text.trim().split(/\r?\n/).map((line) =>
    line.split(",").map((cell) => cell.replace(/^"(.*)"$/, "$1").trim())
  );
  return lines.map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
}

/** One numeric column of such rows. */
export function numbers(rows: readonly Record<string, string>[], column: string): number[] {
  return rows.map((row) => Number(row[column]));
}
