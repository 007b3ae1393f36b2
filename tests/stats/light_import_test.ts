import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { ownRoot } from "../../lib/files/project_root.ts";

/** The files that import packages at once: all others import them deferred. */
const SPECIAL = "lib/stats/special/";

function* sources(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(join(ownRoot(), folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path);
    else if (path.endsWith(".ts")) yield path;
  }
}

/** Imports by which loading a room would evaluate a package: those of types and deferred ones do not. */
function loadedPackages(text: string): string[] {
  const imports = text.matchAll(
    /^(?:import|export)\b(?! type\b)(?! defer\b)[^;]*?from "([^"]+)"/gm,
  );
  return [...imports].map((found) => found[1]!).filter((from) =>
    !/^(\.|tallybook\/)/.test(from) || from.includes("special/")
  );
}

Deno.test("loading lib/stats and lib/election evaluates no package", () => {
  for (const path of [...sources("lib/stats"), ...sources("lib/election")]) {
    if (path.startsWith(SPECIAL)) continue;
    assertEquals(loadedPackages(Deno.readTextFileSync(join(ownRoot(), path))), [], path);
  }
});

Deno.test("an import at once would be found", () => {
  const text = 'import { Matrix } from "ml-matrix";\nimport defer * as m from "ml-matrix";\n' +
    'import type { A } from "a";\nexport { default as b } from "b";\nimport { c } from "./c.ts";\n';
  assertEquals(loadedPackages(text), ["ml-matrix", "b"]);
  for (const path of sources(SPECIAL.slice(0, -1))) {
    const loaded = loadedPackages(Deno.readTextFileSync(join(ownRoot(), path)));
    assertEquals(loaded.length > 0 && loaded.every((from) => from.startsWith("@stdlib/")), true);
  }
  assertEquals(loadedPackages('import * as s from "./special/beta.ts";'), ["./special/beta.ts"]);
});
