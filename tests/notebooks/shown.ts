interface Output {
  data?: Record<string, string | string[]>;
  text?: string | string[];
}

/**
 * What a reader of a committed notebook sees, as text: prose, the plain twins of tables and
 * figures, and streams, with runs of white space made one space. It is what is stored;
 * stored_outputs_test.ts holds that to what the library gives now.
 */
export function shown(name: string): string {
  const url = new URL(`../../notebooks/${name}.ipynb`, import.meta.url);
  const notebook: { cells: { cell_type: string; source: string[]; outputs?: Output[] }[] } = JSON
    .parse(Deno.readTextFileSync(url));
  const texts = notebook.cells.flatMap((cell) => {
    if (cell.cell_type === "markdown") return [[cell.source].flat().join("")];
    return (cell.outputs ?? []).map((output) =>
      [output.text ?? output.data?.["text/markdown"] ?? output.data?.["text/plain"] ?? ""].flat()
        .join("")
    );
  });
  return texts.join("\n").replaceAll(/\s+/g, " ");
}

/** A count as the notebooks print it. */
export const printed = (value: number): string =>
  value.toLocaleString("en-US").replace("-", "\u2212");
