import { SourceMap } from "node:module";
import { join } from "node:path";
import { runDenoTool } from "./deno_tool.ts";

const IMPORT =
  /^([ \t]*)import\s+(?!type\b)(?:([^"'(]*?)\sfrom\s*)?(["'][^"'\n]+["'])(\s*with\s*\{[^}]*\})?/gm;

/** An import clause as the pattern that takes the same names from a module's object. */
function asPattern(clause: string): string {
  const namespace = /^\s*\*\s*as\s+([\w$]+)\s*$/.exec(clause)?.[1];
  if (namespace) return namespace;
  const [, standard, named = ""] = /^\s*([\w$]+)?\s*,?\s*(?:\{([\s\S]*)\})?\s*$/.exec(clause) ?? [];
  const own = standard ? `default: ${standard}, ` : "";
  // Types are imported by nothing that runs.
  const values = named.replace(/\btype\s+["'\w$]+(?:\s+as\s+["'\w$]+)?\s*,?/g, "");
  return `{ ${own}${values.replace(/(["'\w$]+)\s+as\s+/g, "$1: ")} }`;
}

/** A cell's code as the kernel rewrites it before it runs: imports become awaited calls. */
export function withAwaitedImports(code: string): string {
  return code.replace(IMPORT, (_all, indent, clause, module) => {
    const call = `await import(${module})`;
    return clause === undefined ? indent + call : `${indent}const ${asPattern(clause)} = ${call}`;
  });
}

/** The line of the emitted code at which a cell's own top level stood, by the stack; null without one. */
export function topLevelLine(traceback: readonly string[]): number | null {
  const frame = traceback.findLast((line) => /^\s*at (?:async )?<anonymous>:\d+:\d+$/.test(line));
  return frame === undefined ? null : Number(/<anonymous>:(\d+)/.exec(frame)?.[1]);
}

/**
 * The line of a cell at which an error left it. The kernel's stack counts the
 * lines of the JavaScript that it made of the cell; making that again gives the
 * way back. Null when the stack does not say.
 */
export async function errorLine(
  code: string,
  traceback: readonly string[],
): Promise<number | null> {
  const emitted = topLevelLine(traceback);
  if (emitted === null) return null;
  const folder = await Deno.makeTempDir({ prefix: "tallybook-cell-" });
  try {
    const file = join(folder, "cell.tsx");
    await Deno.writeTextFile(file, withAwaitedImports(code));
    const { stdout, success } = await runDenoTool(
      ["transpile", "--no-config", "--source-map", "inline", file],
      folder,
    );
    const map = /sourceMappingURL=data:[^,]*,(\S+)/.exec(stdout)?.[1];
    if (!success || map === undefined) return null;
    const bytes = Uint8Array.from(atob(map), (char) => char.charCodeAt(0));
    const entries = new SourceMap(JSON.parse(new TextDecoder().decode(bytes)));
    // The far end of the line: what stands on it began there or before.
    const entry = entries.findEntry(emitted - 1, Number.MAX_SAFE_INTEGER);
    const start = entries.findEntry(emitted - 1, 0);
    const line = "originalLine" in start && start.generatedLine === emitted - 1
      ? start.originalLine
      : "originalLine" in entry
      ? entry.originalLine
      : null;
    return line === null ? null : line + 1;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
