/**
 * Which tests run a declaration: those that reach it through what they import, nearest first.
 *
 * @module
 */
import { type Module, readModule, type Resolve, walk } from "../house/reach.ts";

/** A test file with all that it reaches, as `file#name`. */
export interface TestReach {
  readonly file: string;
  readonly reached: ReadonlySet<string>;
  /** The files that it imports itself. */
  readonly imported: ReadonlySet<string>;
  /** Whether it runs the command line, which reaches what no import shows. */
  readonly runsCommands: boolean;
}

/** What each test reaches. */
export function testReaches(
  files: ReadonlyMap<string, string>,
  tests: readonly string[],
  resolve: Resolve,
): TestReach[] {
  const modules = readModules(files, resolve);
  return tests.map((file) => ({
    file,
    reached: walk(modules, [file]),
    imported: new Set(modules.get(file)!.runs),
    runsCommands: /cli\.ts|small_copy|testProject|dataCommand/.test(files.get(file)!),
  }));
}

function readModules(files: ReadonlyMap<string, string>, resolve: Resolve): Map<string, Module> {
  return new Map([...files].map(([file, source]) => [file, readModule(source, file, resolve)]));
}

/** What each of these exports of a module reaches, as `file#name`. */
export function exportReaches(
  files: ReadonlyMap<string, string>,
  module: string,
  names: readonly string[],
  resolve: Resolve,
): Map<string, ReadonlySet<string>> {
  const modules = readModules(files, resolve);
  const user = "a user of one export";
  return new Map(names.map((name) => {
    const source = `import { ${name} } from "${module}";\nexport const used = ${name};\n`;
    modules.set(user, readModule(source, user, () => module));
    return [name, walk(modules, [user])];
  }));
}

const baseName = (file: string) => file.split("/").at(-1)!.replace(/(_test)?\.ts$/, "");
const roomOf = (file: string) => file.split("/")[1]!;

/** The tests to try for a declaration, the likeliest first; at most `most`. */
export function coveringTests(
  file: string,
  declaration: string,
  reaches: readonly TestReach[],
  most: number,
): string[] {
  const key = `${file}#${declaration}`;
  const own = (test: TestReach) => baseName(test.file) === baseName(file);
  const covering = reaches.filter((test) =>
    own(test) || test.reached.has(key) || (roomOf(test.file) === roomOf(file) && test.runsCommands)
  );
  const folderOf = (path: string) => path.split("/").slice(1, -1).join("/");
  const rank = (test: TestReach) => {
    if (own(test)) return 0;
    if (test.imported.has(file)) return 0.5;
    if (folderOf(test.file) === folderOf(file)) return 1;
    return (roomOf(test.file) === roomOf(file) ? 2 : 3) + (test.reached.has(key) ? 0 : 0.5);
  };
  return covering
    .sort((a, b) => rank(a) - rank(b) || a.reached.size - b.reached.size)
    .slice(0, most).map((test) => test.file);
}
