import { assertEquals } from "@std/assert";
import { type Exception, OFFERED, TEST_ONLY } from "./exceptions.ts";
import { resolver, unreached } from "./reach.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));

function* sources(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    if (entry.isDirectory) yield* sources(`${folder}${entry.name}/`);
    else if (entry.name.endsWith(".ts")) yield folder + entry.name;
  }
}

/** The code of a notebook as one module. */
function cellsOf(path: string): string {
  const notebook: { cells: { cell_type: string; source: string | string[] }[] } = JSON.parse(
    read(path),
  );
  return notebook.cells.filter((cell) => cell.cell_type === "code")
    .map((cell) => [cell.source].flat().join("")).join("\n;\n");
}

/** What people start: the tasks of deno.json, the notebooks, the programs of pages. */
function roots(): { file: string; source: string }[] {
  const { tasks } = JSON.parse(read("deno.json")) as { tasks: Record<string, { command: string }> };
  const started = Object.values(tasks)
    .flatMap(({ command }) =>
      [...command.matchAll(/(?:lib|tests)\/[\w/]+\.ts/g)].map(([path]) => path)
    );
  const modules = new Set([
    // It calls whatever a room exports, and so says nothing of who needs it.
    ...started.filter((file) => file !== "tests/mutate/mutate.ts"),
    "lib/report/panels/client/main.ts",
    "lib/report/own_returns/client/main.ts",
    "lib/report/own_returns/client/worker.ts",
  ]);
  const notebooks = [...Deno.readDirSync(new URL("notebooks/", ROOT))]
    .filter(({ name }) => name.endsWith(".ipynb")).map(({ name }) => `notebooks/${name}`);
  return [
    ...[...modules].map((file) => ({ file, source: read(file) })),
    ...notebooks.map((file) => ({ file, source: cellsOf(file) })),
  ];
}

/** The modules that a researcher imports as tallybook/…: all that they export. */
const OFFERING = ["chart", "check", "claims", "data", "display", "election", "stats"].map((
  room,
) => ({
  file: `offered/${room}.ts`,
  source: `import * as all from "tallybook/${room}"; all;`,
}));

const starts = (exceptions: readonly Exception[]) => (name: string) =>
  exceptions.some(({ start }) => name.startsWith(start));

const files = new Map(
  [
    ...sources("lib/"),
    ...["sweep", "house"].flatMap((name) => [...sources(`tests/${name}/`)]),
  ].map((file) => [file, read(file)]),
);
const { imports } = JSON.parse(read("deno.json")) as { imports: Record<string, string> };
const resolve = resolver(imports);

Deno.test("no export of lib is for tests alone, but those named", () => {
  const dead = unreached(files, [...roots(), ...OFFERING], resolve);
  assertEquals(dead.filter((name) => !starts(TEST_ONLY)(name)), []);
  // An exception that is reached, or is gone, is no exception.
  assertEquals(
    TEST_ONLY.filter(({ start }) => !dead.some((name) => name.startsWith(start))),
    [],
  );
});

Deno.test("what no task, notebook or panel reaches is offered to others, for a reason", () => {
  const idle = unreached(files, roots(), resolve);
  assertEquals(idle.filter((name) => !starts([...OFFERED, ...TEST_ONLY])(name)), []);
  // What a page uses by now is no exception.
  assertEquals(
    OFFERED.filter(({ start }) => !idle.some((name) => name.startsWith(start))),
    [],
  );
});

Deno.test("unreached() follows names through modules, and counts what only tests use as unreached", () => {
  const files = new Map([
    ["lib/a/mod.ts", 'export { one, two } from "./x.ts"; export * from "./y.ts";'],
    [
      "lib/a/x.ts",
      'import { three } from "./y.ts"; export const one = () => three(); export const two = 2;',
    ],
    ["lib/a/y.ts", "export function three() { return 3; } export interface Four { a: number }"],
    ["lib/a/z.ts", "export const five = 5; export const six = five;"],
  ]);
  const root = { file: "lib/cli.ts", source: 'const { one } = await import("./a/mod.ts"); one();' };
  assertEquals(unreached(files, [root], resolver({})), [
    "lib/a/x.ts#two",
    "lib/a/y.ts#Four",
    "lib/a/z.ts#five",
    "lib/a/z.ts#six",
  ]);
});
