import { join } from "node:path";

/** The rooms that the package has: those that touch neither files nor Deno. */
export const ROOMS = ["check", "stats", "election", "display"] as const;

/** One address that a program may import: a room, or a topic of it. */
export interface Entry {
  /** What follows the package's name: `election/tally`. */
  readonly name: string;
  /** The module in `lib`: `election/tally.ts`. */
  readonly module: string;
  /** What a room is about, in a sentence; "" for a topic. */
  readonly about: string;
  /** The functions and values that it exports. */
  readonly exported: readonly string[];
}

/** The first sentence of a module's first doc comment. */
function about(source: string): string {
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? "";
  const text = comment.replace(/^\s*\* ?/gm, "").trim();
  return (text.split(/\n\s*\n|(?<=\.)\s/)[0] ?? "").replaceAll(/\s+/g, " ");
}

/** Names that a module declares and exports, or passes on; types are left out. */
function exportedNames(source: string): string[] {
  const declared = [...source.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)];
  const passedOn = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) =>
    list!.split(",").map((name) => name.trim()).filter((name) => /^\w+$/.test(name))
  );
  return [...declared.map(([, name]) => name!), ...passedOn];
}

/** The topics of a room: the modules that its `mod.ts` passes on, folders by their own `mod.ts`. */
function topics(room: string, mod: string): string[] {
  const paths = [...mod.matchAll(/from "\.\/([\w/]+)\.ts"/g)].map(([, path]) => `${room}/${path}`);
  return [...new Set(paths)].sort();
}

/** The entries of the package, a room before its topics. */
export function packageEntries(lib: string): Entry[] {
  return ROOMS.flatMap((room) => {
    const read = (module: string) => Deno.readTextFileSync(join(lib, module));
    const mod = read(`${room}/mod.ts`);
    return [`${room}/mod`, ...topics(room, mod)].map((path) => {
      const source = read(`${path}.ts`);
      return {
        name: path.replace(/\/mod$/, ""),
        module: `${path}.ts`,
        about: path === `${room}/mod` ? about(source) : "",
        exported: exportedNames(source),
      };
    });
  });
}

/** The modules that entries lead to, with all that these import of `lib`; paths from `lib`. */
export function reachedModules(lib: string, entries: readonly Entry[]): string[] {
  const found = new Set<string>();
  const visit = (module: string) => {
    if (found.has(module)) return;
    found.add(module);
    const source = Deno.readTextFileSync(join(lib, module));
    for (const [, path] of source.matchAll(/^(?:import|export|\}) ?[^;"]*?from "(\.[^"]+)";/gm)) {
      visit(join(module, "..", path!));
    }
  };
  for (const { module } of entries) visit(module);
  return [...found].sort();
}
