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
  /** How many imports away each file is: 1 where it imports the file itself. */
  readonly distance: ReadonlyMap<string, number>;
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
    distance: distances(modules, file),
    runsCommands: /cli\.ts|small_copy|testProject|dataCommand/.test(files.get(file)!),
  }));
}

function distances(modules: ReadonlyMap<string, Module>, from: string): Map<string, number> {
  const found = new Map([[from, 0]]);
  // Entries that are added while a map is walked are walked too: the nearest first.
  for (const [file, distance] of found) {
    for (const next of modules.get(file)?.runs ?? []) {
      if (!found.has(next)) found.set(next, distance + 1);
    }
  }
  return found;
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

/** The name of a file, or of the one that a test tests: "digit_test" of digit_test.ts and digit_test_test.ts. */
const baseName = (file: string) =>
  file.split("/").at(-1)!.replace(file.startsWith("tests/") ? /_test\.ts$/ : /\.ts$/, "");
const roomOf = (file: string) => file.split("/")[1]!;
const folderOf = (file: string) => file.split("/").slice(1, -1).join("/");

/** What a test of another folder, of another room, or one that reaches the file only by command loses. */
const OTHER_FOLDER = 0.5;
const OTHER_ROOM = 2;
const BY_COMMAND = 6;

/** The tests that reach a declaration, the likeliest first: its own, then the nearest, then the smallest. */
export function coveringTests(
  file: string,
  declaration: string,
  reaches: readonly TestReach[],
): string[] {
  const key = `${file}#${declaration}`;
  const own = (test: TestReach) => baseName(test.file) === baseName(file);
  const far = (test: TestReach) =>
    (own(test) ? 0 : test.reached.has(key) ? test.distance.get(file) ?? BY_COMMAND : BY_COMMAND) +
    (folderOf(test.file) === folderOf(file) ? 0 : OTHER_FOLDER) +
    (roomOf(test.file) === roomOf(file) ? 0 : OTHER_ROOM);
  return reaches
    .filter((test) =>
      own(test) || test.reached.has(key) ||
      (roomOf(test.file) === roomOf(file) && test.runsCommands)
    )
    .sort((a, b) => far(a) - far(b) || a.reached.size - b.reached.size)
    .map((test) => test.file);
}
