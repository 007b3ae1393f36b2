/**
 * Which tests run a declaration: those that reach it through what they import, nearest first.
 *
 * @module
 */
import ts from "typescript";
import { type Module, readModule, type Resolve, walk } from "../house/reach.ts";

/** A test file with all that it reaches, as `file#name`. */
export interface TestReach {
  readonly file: string;
  readonly reached: ReadonlySet<string>;
  /** How many imports away each file is: 1 where it imports the file itself. */
  readonly distance: ReadonlyMap<string, number>;
  /** Whether it runs the command line, which reaches what no import shows. */
  readonly runsCommands: boolean;
  /** Its text. */
  readonly source: string;
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
    source: files.get(file)!,
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

/** What of a file's words is long enough to be said by no other file, and short enough to be quoted whole. */
const LEAST_SAID = 12;
const MOST_SAID = 30;

/** What a file says to readers: its texts of several words, each up to where a value is put in, or cut. */
export function phrasesOf(source: string): string[] {
  const phrases = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (
      ts.isStringLiteralLike(node) || node.kind === ts.SyntaxKind.TemplateHead ||
      node.kind === ts.SyntaxKind.TemplateMiddle || node.kind === ts.SyntaxKind.TemplateTail
    ) {
      const said = (node as ts.LiteralLikeNode).text.trim().slice(0, MOST_SAID).trim();
      if (said.length >= LEAST_SAID && said.includes(" ")) phrases.add(said);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("said.ts", source, ts.ScriptTarget.Latest, true));
  return [...phrases];
}

/** How much nearer a test is for each phrase of the file that it repeats, and for how many. */
const REPEATED = 0.5;
const MOST_REPEATED = 4;

/** What a test of another folder, of another room, or one that reaches the file only by command loses. */
const OTHER_FOLDER = 0.5;
const OTHER_ROOM = 2;
const BY_COMMAND = 6;

/**
 * The tests that reach a declaration, the likeliest first: its own, then the nearest, those nearer that repeat
 * what the file says, then the smallest.
 *
 * @param phrases What the file says, by {@linkcode phrasesOf}.
 */
export function coveringTests(
  file: string,
  declaration: string,
  reaches: readonly TestReach[],
  phrases: readonly string[] = [],
): string[] {
  const key = `${file}#${declaration}`;
  const repeated = ({ source }: TestReach) =>
    Math.min(MOST_REPEATED, phrases.filter((said) => source.includes(said)).length);
  const own = (test: TestReach) => baseName(test.file) === baseName(file);
  const far = (test: TestReach) =>
    (own(test) ? 0 : test.reached.has(key) ? test.distance.get(file) ?? BY_COMMAND : BY_COMMAND) +
    (folderOf(test.file) === folderOf(file) ? 0 : OTHER_FOLDER) +
    (roomOf(test.file) === roomOf(file) ? 0 : OTHER_ROOM) - REPEATED * repeated(test);
  return reaches
    .filter((test) =>
      own(test) || test.reached.has(key) ||
      (roomOf(test.file) === roomOf(file) && test.runsCommands)
    )
    .map((test) => ({ test, far: far(test) }))
    .sort((a, b) => a.far - b.far || a.test.reached.size - b.test.reached.size)
    .map(({ test }) => test.file);
}
