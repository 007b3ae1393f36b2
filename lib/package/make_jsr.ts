import { dirname, join } from "node:path";
import { plainImports } from "../files/plain_imports.ts";
import { importedPackages } from "./emit.ts";
import { type Entry, packageEntries, reachedModules } from "./entries.ts";

/** The name under which the package stands on JSR, which wants a scope. */
export const JSR_NAME = "@tallybook/tallybook";

/** A module whose packages are named with their versions: it has no import map where it is published. */
const withVersions = (source: string, imports: Readonly<Record<string, string>>) =>
  source.replace(
    /^((?:import|export|\}).*?from ")([^".][^"]*)(";)/gm,
    (whole, before, name, after) =>
      imports[name] === undefined ? whole : `${before}${imports[name]}${after}`,
  );

/**
 * Writes the package as JSR takes it, into an empty folder: the TypeScript sources of the published
 * rooms, their packages named with their versions, and a `jsr.json` with an entry a room and a topic.
 *
 * @returns The entries.
 */
export async function makeJsr(root: string, target: string): Promise<Entry[]> {
  const lib = join(root, "lib");
  const config = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const entries = packageEntries(lib);
  const modules = reachedModules(lib, entries);
  const imports: Record<string, string> = Object.fromEntries(
    importedPackages(lib, modules).map((name) => [name, config.imports[name]]),
  );
  for (const module of modules) {
    const path = join(target, module);
    await Deno.mkdir(dirname(path), { recursive: true });
    const source = plainImports(await Deno.readTextFile(join(lib, module)));
    await Deno.writeTextFile(path, withVersions(source, imports));
  }
  const json = {
    name: JSR_NAME,
    version: config.version,
    license: config.license,
    exports: Object.fromEntries(entries.map(({ name, module }) => [`./${name}`, `./${module}`])),
  };
  await Deno.writeTextFile(join(target, "jsr.json"), JSON.stringify(json, null, 2) + "\n");
  for (const name of ["LICENSE", "CHANGELOG.md"]) {
    await Deno.copyFile(join(root, name), join(target, name));
  }
  return entries;
}
