import ts from "typescript";
import { dirname, join, relative } from "node:path";
import { plainImports } from "../files/plain_imports.ts";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  declaration: true,
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: true,
  stripInternal: true,
};

/** A dependency is looked up where the package is installed; here its types are not needed. */
const UNRESOLVED = new Set([2307, 7016]);

/**
 * Writes the modules as JavaScript (ES2022) with their declarations, one file each, in the folders
 * of `lib`. What ES2023 lacks is refused, so that Node 20 runs the package.
 *
 * @throws {Error} when a module has a fault of type; names file and line.
 */
export async function emit(
  lib: string,
  modules: readonly string[],
  target: string,
): Promise<void> {
  const options = { ...OPTIONS, rootDir: lib, outDir: target };
  const program = ts.createProgram(modules.map((module) => join(lib, module)), options);
  const faults = ts.getPreEmitDiagnostics(program).filter(({ code }) => !UNRESOLVED.has(code));
  if (faults.length > 0) {
    const first = faults.slice(0, 5).map((fault) => {
      const line = fault.file?.getLineAndCharacterOfPosition(fault.start ?? 0).line ?? 0;
      const where = fault.file ? `${relative(lib, fault.file.fileName)}:${line + 1}: ` : "";
      return where + ts.flattenDiagnosticMessageText(fault.messageText, " ");
    });
    throw new Error(
      `Cannot make the package: ${faults.length} faults of type: ${first.join("; ")}`,
    );
  }
  const writes: Promise<void>[] = [];
  program.emit(undefined, (path, text) => {
    // Declarations keep the endings of the sources; a reader of the package has .js files.
    const rewritten = path.endsWith(".d.ts")
      ? text.replaceAll(/((?:from |import\()"\.[^"]+)\.ts"/g, '$1.js"')
      : plainImports(text);
    writes.push(
      Deno.mkdir(dirname(path), { recursive: true }).then(() =>
        Deno.writeTextFile(path, rewritten)
      ),
    );
  });
  await Promise.all(writes);
}

/** A line that imports a package, or passes on what it has; lines of longer lists end so too. */
const PACKAGE = /^(?:import|export|\}).*?from "([^."][^"]*)";/gm;

/** The packages that the written modules import, by name. */
export function importedPackages(lib: string, modules: readonly string[]): string[] {
  const names = modules.flatMap((module) =>
    [...Deno.readTextFileSync(join(lib, module)).matchAll(PACKAGE)]
      .map(([, name]) => name!)
  );
  return [...new Set(names)].sort();
}
