import type ts from "typescript";
import { runnableCells } from "./cell_text.ts";
import { sha256 } from "../files/hash.ts";
import { type Notebook, sourceOf } from "./notebook_file.ts";

/** Comments that a compiler obeys. */
const DIRECTIVE = /@ts-|@deno-types|<reference|<amd|@jsx/u;

/**
 * The hash of a cell's code without comments and layout. Two sources of one hash mean the same to the
 * compiler and to the kernel; a source that is no code, or that tells the compiler something in a
 * comment, is taken letter by letter.
 */
export function codeHash(source: string, api: typeof ts): string {
  const { ESNext } = api.ScriptTarget;
  const { diagnostics = [] } = api.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: { target: ESNext, module: api.ModuleKind.ESNext },
  });
  if (diagnostics.length > 0 || DIRECTIVE.test(source)) return sha256(source);
  const file = api.createSourceFile("cell.ts", source, ESNext, true);
  return sha256(api.createPrinter({ removeComments: true }).printFile(file));
}

/** The hash of the code of each cell that runs. */
export function codeHashes(notebook: Notebook, api: typeof ts): string[] {
  return runnableCells(notebook).map((cell) => codeHash(sourceOf(cell), api));
}
