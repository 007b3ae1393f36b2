import { join } from "node:path";
import { emit, importedPackages } from "./emit.ts";
import { type Entry, packageEntries, reachedModules, ROOMS } from "./entries.ts";

interface ProjectConfig {
  readonly version: string;
  readonly license: string;
  readonly imports: Readonly<Record<string, string>>;
}

/** The oldest Node that the package's tests run in. */
const OLDEST_NODE = 20;

/** Versions of the packages, as deno.json pins them: `npm:name@1.2.3`. */
function dependencies(config: ProjectConfig, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => {
    const version = /^npm:.+@([^@]+)$/.exec(config.imports[name] ?? "")?.[1];
    if (version === undefined) {
      throw new Error(
        `Cannot make the package: deno.json, imports: found no npm version of ${name}, expected one`,
      );
    }
    return [name, version];
  }));
}

/** The `package.json`: one version with deno.json, an entry a room and a topic, no side effects. */
function manifest(config: ProjectConfig, entries: readonly Entry[], names: readonly string[]) {
  const at = ({ module }: Entry) => `./${module.replace(/\.ts$/, "")}`;
  return {
    name: "tallybook",
    version: config.version,
    description:
      "The arithmetic of elections and its statistics: counts, electors, audits, margins",
    license: config.license,
    type: "module",
    sideEffects: false,
    engines: { node: `>=${OLDEST_NODE}` },
    exports: Object.fromEntries(
      entries.map((entry) => [
        `./${entry.name}`,
        { types: `${at(entry)}.d.ts`, default: `${at(entry)}.js` },
      ]),
    ),
    files: [...ROOMS, "CHANGELOG.md"],
    dependencies: dependencies(config, names),
  };
}

// Lines, so that none of them reads as an import of this file.
const USE = [
  "```js",
  'import { tally } from "tallybook/election/tally";',
  "",
  "tally([",
  '  { unit: "FL", electors: 25, votes: { Bush: 2912790, Gore: 2912253 } },',
  '  { unit: "CA", electors: 54, votes: { Bush: 4567429, Gore: 5861203 } },',
  "]).electors; // { Gore: 54, Bush: 25 }",
  "```",
];

function readme(entries: readonly Entry[]): string {
  const rows = entries.map(({ name, about, exported }) =>
    about === ""
      ? `- \`tallybook/${name}\`: ${exported.map((each) => `\`${each}\``).join(", ") || "types"}`
      : `\n## \`tallybook/${name}\`\n\n${about}\n`
  );
  return `# tallybook

Pure functions on plain values, for Node, Deno and browsers, as ES modules with types.

${USE.join("\n")}

A room has all of its topics; a topic alone loads less where nothing bundles.

${rows.join("\n")}
`;
}

/**
 * Writes the npm package into an empty folder: modules, declarations, package.json, a README with
 * every entry, the license and the change log.
 *
 * @returns The entries.
 */
export async function makePackage(root: string, target: string): Promise<Entry[]> {
  const lib = join(root, "lib");
  const config: ProjectConfig = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const entries = packageEntries(lib);
  const modules = reachedModules(lib, entries);
  await Deno.mkdir(target, { recursive: true });
  await emit(lib, modules, target);
  const json = manifest(config, entries, importedPackages(lib, modules));
  await Deno.writeTextFile(join(target, "package.json"), JSON.stringify(json, null, 2) + "\n");
  await Deno.writeTextFile(join(target, "README.md"), readme(entries));
  for (const name of ["LICENSE", "CHANGELOG.md"]) {
    await Deno.copyFile(join(root, name), join(target, name));
  }
  return entries;
}
