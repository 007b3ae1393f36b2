import { SourceMap } from "node:module";
import { join } from "node:path";
import { runDenoTool } from "../../notebook/deno_tool.ts";
import { withAwaitedImports } from "../../notebook/error_line.ts";

/** The place in a cell's source, in characters, of a place in the JavaScript that the kernel made of it; null where none is known. */
export type PositionOf = (line: number, column: number) => number | null;

/** What the kernel puts before a cell's code, on its first line. */
const BEFORE_CODE = "'use strict'; void 0;".length;

function offsets(source: string): number[] {
  const starts = [0];
  for (let i = source.indexOf("\n"); i >= 0; i = source.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

function positionOf(source: string, emitted: string): PositionOf {
  const map = /sourceMappingURL=data:[^,]*,(\S+)/.exec(emitted)?.[1];
  if (map === undefined) return () => null;
  const bytes = Uint8Array.from(atob(map), (char) => char.charCodeAt(0));
  const entries = new SourceMap(JSON.parse(new TextDecoder().decode(bytes)));
  const starts = offsets(source);
  return (line, column) => {
    const at = column - 1 - (line === 1 ? BEFORE_CODE : 0);
    const entry = entries.findEntry(line - 1, at);
    if (!("originalLine" in entry) || entry.generatedLine !== line - 1) return null;
    const start = starts[entry.originalLine];
    // A template's tag is called where the template begins, which the map does not name.
    return start === undefined ? null : start + entry.originalColumn + (at - entry.generatedColumn);
  };
}

/**
 * The ways back from the JavaScript that the kernel made of each cell to the cell: it is made again,
 * as the kernel makes it, with a map. A cell that cannot be made knows no places.
 */
export async function cellPositions(sources: readonly string[]): Promise<PositionOf[]> {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-cells-" });
  try {
    // Imports are rewritten on their own lines, so what follows stays where it was.
    const codes = sources.map(withAwaitedImports);
    const files = codes.map((_, i) => join(folder, `cell${i}.tsx`));
    await Promise.all(files.map((file, i) => Deno.writeTextFile(file, codes[i]!)));
    const out = join(folder, "js");
    const options = ["transpile", "--no-config", "--no-lock", "--source-map", "inline"];
    const make = (some: readonly string[]) =>
      runDenoTool([...options, "--outdir", out, ...some], folder);
    // Of files together none is made where one cannot be.
    if (files.length > 0 && !(await make(files)).success) {
      for (const file of files) await make([file]);
    }
    return await Promise.all(codes.map(async (code, i) => {
      const emitted = await Deno.readTextFile(join(out, `cell${i}.js`)).catch(() => "");
      return positionOf(code, emitted);
    }));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
