/** Reads a file of reference numbers, made by the scripts in tests/golden/scripts. */
export function golden<T>(name: string): T {
  return JSON.parse(Deno.readTextFileSync(new URL(name, import.meta.url))) as T;
}

/** Reads a plain CSV of reference numbers: no quoted commas. */
export function goldenRows(name: string): Record<string, string>[] {
  const text = Deno.readTextFileSync(new URL(name, import.meta.url)).trim();
  const [header, ...lines] = text.split(/\r?\n/).map((line) =>
    line.split(",").map((cell) => cell.replace(/^"|"$/g, ""))
  );
  return lines.map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
}
