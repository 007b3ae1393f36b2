/** Every error of lib is written in the one style of the house: CONTRIBUTING, "Rules". */
import { assertEquals } from "@std/assert";
import ts from "typescript";

const ROOT = new URL("../../", import.meta.url);

/** Wordings of other styles. */
const DIALECT = /\bmust (?:not )?be\b|\bis .*, expected\b|^Expected\b|\bbut found\b/;

/**
 * Classes that refuse what somebody gave: what was found and what was expected is known. The others
 * say why the system failed.
 */
const REFUSES = ["RangeError", "TypeError", "UsageError", "NotebookFormatError"];

/** Errors that never leave their function: whoever catches them makes the sentence of the house. */
const INNER: Readonly<Record<string, string>> = {
  "lib/data/query/clickhouse.ts": "what a server said, found by the sentence around it",
};

function* sources(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    if (entry.isDirectory) yield* sources(`${folder}${entry.name}/`);
    else if (entry.name.endsWith(".ts")) yield folder + entry.name;
  }
}

/** The errors of a file that are worded otherwise, each with its line and words. */
function otherwise(source: string, file: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText(tree))) {
      const kind = node.expression.getText(tree);
      const given = node.arguments?.[0];
      const text = given?.getText(tree).replace(/\s+/g, " ") ?? "";
      // A concatenation is read as it stands: its first part says how the sentence begins.
      const literal = given !== undefined &&
        (ts.isStringLiteralLike(given) || ts.isTemplateExpression(given) ||
          ts.isBinaryExpression(given));
      const words = text.replace(/^["'`]|["'`]$/g, "");
      const wrong = literal &&
        (!words.startsWith("Cannot ") || DIALECT.test(words) ||
          REFUSES.includes(kind) && !/\bfound\b.*\bexpected\b|\$\{reason\}$/.test(words));
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      if (wrong) found.push(`${file}:${line + 1}: ${kind}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

Deno.test("every error says: Cannot TASK: WHERE: found FOUND, expected EXPECTED", () => {
  const found = [...sources("lib/")].filter((file) => !(file in INNER))
    .flatMap((file) => otherwise(Deno.readTextFileSync(new URL(file, ROOT)), file));
  assertEquals(found, []);
});

Deno.test("the rule on errors sees the other wordings, and lets the house's pass", () => {
  const wrong = [
    'new RangeError("level must be between 0 and 1")',
    "new TypeError(`votes is ${n}, expected a number`)",
    "new UsageError(`Expected one notebook, found ${n}`)",
    "new RangeError(`Cannot fit: level is ${n}, expected a share`)",
    'new RangeError("Cannot fit: too few rows")',
    'new Error("rendering ended")',
    "new NotebookFormatError(`${name} is not a notebook`)",
    'new RangeError("Cannot fit: found " + n)',
  ];
  for (const one of wrong) assertEquals(otherwise(`throw ${one};`, "x.ts").length, 1, one);
  const right = [
    'new RangeError(refusal({ task: "fit", where, found, expected }))',
    "new TypeError(message)",
    "new RangeError(`Cannot fit: rows: found ${n}, expected at least 2`)",
    "new Error(`Cannot write ${path}: ${reason}`)",
    'new DataError("Cannot build", problems)',
  ];
  for (const one of right) assertEquals(otherwise(`throw ${one};`, "x.ts"), [], one);
});
