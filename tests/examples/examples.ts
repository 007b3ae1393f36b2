import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { ownRoot } from "../../lib/files/project_root.ts";

/** An example of a documentation comment. */
export interface Example {
  /** Where it stands, "lib/stats/term.ts:27". */
  readonly place: string;
  /** Its code, a module whose relative imports lead from the folder of its file. */
  readonly code: string;
}

const COMMENT = /\/\*\*[\s\S]*?\*\//g;
const FENCE = /```ts(?<rest>[^\n]*)\n(?<code>[\s\S]*?)\n```/g;

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** The examples of one file's documentation comments: its blocks fenced with `ts`, but for `ts ignore`. */
export function examplesOf(text: string, path: string): Example[] {
  return [...text.matchAll(COMMENT)].flatMap((comment) => {
    // As many characters as before, so that places stay.
    const prose = comment[0].replace(/^( *)\* ?/gm, "");
    return [...prose.matchAll(FENCE)].filter(({ groups }) => !/\bignore\b/.test(groups!["rest"]!))
      .map((fence) => ({
        place: `${path}:${lineOf(text, comment.index) + lineOf(prose, fence.index) - 1}`,
        code: fence.groups!["code"]!,
      }));
  });
}

function* sources(folder: string): Generator<string> {
  const entries = [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory } of entries) {
    if (isDirectory) yield* sources(join(folder, name));
    else if (/\.tsx?$/.test(name)) yield join(folder, name);
  }
}

/** A specifier "./x.ts" of the example, by the address of its file. */
function absolute(code: string, folder: string): string {
  return code.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.\.?\/[^"']+)\2/g,
    (_, before, quote, path) => `${before}${quote}${pathToFileURL(join(folder, path))}${quote}`,
  );
}

/**
 * Runs the documentation's examples of one room, each as a test of its own, in one process: a room's modules
 * are then loaded once, and not once for each example, as `deno test --doc` does. Their types are checked by
 * `deno task check`.
 */
export function testExamples(room: string): void {
  const root = ownRoot();
  const state = join(root, ".tallybook");
  Deno.mkdirSync(state, { recursive: true });
  const folder = Deno.makeTempDirSync({ dir: state, prefix: "examples-" });
  for (const path of sources(join(root, "lib", room))) {
    const examples = examplesOf(Deno.readTextFileSync(path), relative(root, path));
    for (const [i, { place, code }] of examples.entries()) {
      Deno.test(`example at ${place}`, async () => {
        const file = join(folder, `${place.replace(/\W/g, "_")}_${i}.ts`);
        await Deno.writeTextFile(
          file,
          `// @ts-nocheck\n${absolute(code, dirname(path))}\nexport {};\n`,
        );
        await import(pathToFileURL(file).href);
      });
    }
  }
  Deno.test.afterAll(() => Deno.removeSync(folder, { recursive: true }));
}
