import { join } from "node:path";
import ts from "typescript";
import { type Entry, ROOMS } from "../../lib/package/entries.ts";
import { examplesOfRooms, runner } from "./examples.ts";

/** What a browser's bundle of one import may cost, in bytes, minified and not compressed. */
export const BUDGETS: Readonly<Record<string, number>> = {
  'import { tally } from "tallybook/election/tally"; console.log(tally);': 6_200,
  'import { tally } from "tallybook/election"; console.log(tally);': 6_200,
  'import { margin } from "tallybook/election/margin"; console.log(margin);': 4_600,
  'import { refusal } from "tallybook/check/refusal"; console.log(refusal);': 800,
  'import { count, percent } from "tallybook/display/format"; console.log(count, percent);': 2_300,
  'import { holm } from "tallybook/stats/multiplicity"; console.log(holm);': 2_800,
};

/** Runs a program in a folder; rejects with what it printed when it fails. */
export async function run(cwd: string, program: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
  }).output();
  const text = new TextDecoder().decode(stdout);
  if (success) return text.trim();
  const said = (text + new TextDecoder().decode(stderr)).trim().slice(-4000);
  throw new Error(`${program} ${args.join(" ")} failed:\n${said}`);
}

/** Packs the package and installs it, with what it depends on, into an empty folder. */
export async function install(made: string, folder: string): Promise<void> {
  await Deno.writeTextFile(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module" }),
  );
  const tarball = await run(made, "npm", "pack", "--silent", "--pack-destination", folder);
  await run(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", `./${tarball}`);
}

/** Writes every example of the published rooms, and the module that runs them. */
export async function writeExamples(root: string, folder: string): Promise<number> {
  const examples = examplesOfRooms(join(root, "lib"), ROOMS);
  await Deno.mkdir(join(folder, "assert"));
  for (const { name } of Deno.readDirSync(join(root, "tests/std_assert"))) {
    if (!name.endsWith(".ts")) continue;
    const source = await Deno.readTextFile(join(root, "tests/std_assert", name));
    const { outputText } = ts.transpileModule(source.replaceAll('.ts";', '.mjs";'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    await Deno.writeTextFile(join(folder, "assert", name.replace(".ts", ".mjs")), outputText);
  }
  await Deno.writeTextFile(join(folder, "examples.mjs"), runner(examples));
  for (const [i, { code }] of examples.entries()) {
    const text = code.replaceAll('"@std/assert"', '"./assert/mod.mjs"');
    await Deno.writeTextFile(join(folder, `example_${i}.mjs`), text);
  }
  return examples.length;
}

/** Faults of type in a program that imports every entry, by the declarations of the package. */
export function typeFaults(folder: string, entries: readonly Entry[]): string[] {
  const path = join(folder, "consumer.ts");
  const lines = entries.map(({ name }, i) => `import * as entry${i} from "tallybook/${name}";`);
  Deno.writeTextFileSync(
    path,
    [
      ...lines,
      `export const all = [${entries.map((_, i) => `entry${i}`)}];`,
      'import { tally } from "tallybook/election/tally";',
      "export const electors: number = tally([]).majority;",
      "// @ts-expect-error votes are numbers",
      'tally([{ unit: "FL", electors: 25, votes: { Bush: "many" } }]);',
    ].join("\n"),
  );
  const program = ts.createProgram([path], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map((fault) =>
    `${fault.file?.fileName.slice(folder.length) ?? ""}: ${
      ts.flattenDiagnosticMessageText(fault.messageText, " ")
    }`
  );
}

/** The size in bytes of each budget's bundle for a browser. */
export async function bundleSizes(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const source of Object.keys(BUDGETS)) {
    await Deno.writeTextFile(join(folder, "bundle_entry.mjs"), source);
    await run(
      folder,
      Deno.execPath(),
      ...["bundle", "--platform", "browser", "--minify", "-o", "bundle.js", "bundle_entry.mjs"],
    );
    sizes[source] = (await Deno.stat(join(folder, "bundle.js"))).size;
    // A bundle for a browser needs nothing: it runs without any permission and without packages.
    await run(folder, Deno.execPath(), "run", "--no-npm", "--no-remote", "bundle.js");
  }
  return sizes;
}
