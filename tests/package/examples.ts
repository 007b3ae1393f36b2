import { join } from "node:path";
import ts from "typescript";

/** Code of a doc comment's example as a module of JavaScript, and where it stands. */
export interface Example {
  readonly where: string;
  readonly code: string;
}

/** The examples of a file that import nothing but published entries and `@std/assert`. */
function examplesOf(path: string, source: string): Example[] {
  const comments = [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)];
  return comments.flatMap((comment) => {
    const text = comment[0].replace(/^\s*\* ?/gm, "");
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].flatMap(([, code]) => {
      const imported = [...code!.matchAll(/from "([^"]+)"/g)].map(([, name]) => name!);
      const published = imported.every((name) =>
        name === "@std/assert" || /^tallybook\/(?:check|stats|election|display)$/.test(name)
      );
      if (!published) return [];
      const line = source.slice(0, comment.index).split("\n").length;
      const { outputText } = ts.transpileModule(code!, {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      });
      return [{ where: `${path}:${line}`, code: outputText }];
    });
  });
}

/** Every such example of a room's files. */
export function examplesOfRooms(lib: string, rooms: readonly string[]): Example[] {
  const found: Example[] = [];
  const walk = (folder: string) => {
    for (const entry of [...Deno.readDirSync(join(lib, folder))]) {
      const path = join(folder, entry.name);
      if (entry.isDirectory) walk(path);
      else if (path.endsWith(".ts")) {
        found.push(...examplesOf(path, Deno.readTextFileSync(join(lib, path))));
      }
    }
  };
  for (const room of rooms) walk(room);
  return found.sort((a, b) => a.where < b.where ? -1 : 1);
}

/** A module that runs the examples one after the other and fails with the names of those that fail. */
export function runner(examples: readonly Example[]): string {
  return `const examples = ${JSON.stringify(examples.map(({ where }) => where))};
const faults = [];
for (const [i, where] of examples.entries()) {
  try {
    await import(\`./example_\${i}.mjs\`);
  } catch (error) {
    faults.push(\`\${where}: \${String(error).split("\\n")[0]}\`);
  }
}
if (faults.length > 0) throw new Error(faults.join("\\n"));
console.log(\`\${examples.length} examples\`);
`;
}
