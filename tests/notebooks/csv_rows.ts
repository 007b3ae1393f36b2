/** The rows of a CSV text as text by column name: cells may stand in quotes, not hold line breaks. */
export function csvRows(text: string): Record<string, string>[] {
  const [header, ...lines] = text.trim().split("\n").map(cellsOf);
  return lines.map((line) => Object.fromEntries(header!.map((key, i) => [key, line[i]!])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!);
}
