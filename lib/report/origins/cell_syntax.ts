import ts from "typescript";
import { withAwaitedImports } from "../../notebook/error_line.ts";

/** A code cell as its syntax tree. */
export interface CellSyntax {
  /** The cell's place among the notebook's cells, from 0. */
  readonly index: number;
  /** The number that Jupyter shows. */
  readonly number: number;
  readonly file: ts.SourceFile;
  /** What it declares at its top level, by name: the declarations' nodes. */
  readonly declared: ReadonlyMap<string, ts.Node>;
  /** Names that it imports. */
  readonly imported: ReadonlySet<string>;
}

/** Calls of what has a name, by where the name that is called begins. */
export type CallNode = ts.CallExpression | ts.TaggedTemplateExpression | ts.NewExpression;

const isCall = (node: ts.Node): node is CallNode =>
  ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isNewExpression(node);

/** The names that a binding declares. */
export function boundNames(name: ts.BindingName): string[] {
  return ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
      ts.isOmittedExpression(element) ? [] : boundNames(element.name)
    );
}

function declarations(
  file: ts.SourceFile,
): { declared: Map<string, ts.Node>; imported: Set<string> } {
  const declared = new Map<string, ts.Node>();
  const imported = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        const isImport = declaration.initializer !== undefined &&
          /^await import\(/.test(declaration.initializer.getText(file));
        for (const name of boundNames(declaration.name)) {
          if (isImport) imported.add(name);
          else declared.set(name, declaration);
        }
      }
    } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (statement.name) declared.set(statement.name.text, statement);
    }
  }
  return { declared, imported };
}

/** Reads a cell. Its imports stand as the kernel rewrites them, on the lines on which they stood. */
export function cellSyntax(source: string, index: number, number: number): CellSyntax {
  const code = withAwaitedImports(source);
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  return { index, number, file, ...declarations(file) };
}

/** The last name of what is called: `x.y.find(…)` calls `find`. */
export function calleeName(call: CallNode): ts.Node {
  const callee = ts.isTaggedTemplateExpression(call) ? call.tag : call.expression;
  return ts.isPropertyAccessExpression(callee) ? callee.name : callee;
}

/** Where the engine says that a call is: at the name that is called, at "new", at a tag's template. */
function startOfCall(call: CallNode): number {
  if (ts.isTaggedTemplateExpression(call)) return call.template.getStart();
  return ts.isNewExpression(call) ? call.getStart() : calleeName(call).getStart();
}

/** The call that stands at a place, as the engine counts; null where none does. */
export function callAt(cell: CellSyntax, offset: number): CallNode | null {
  let found: CallNode | null = null;
  const visit = (node: ts.Node): void => {
    if (offset < node.getFullStart() || offset >= node.getEnd()) return;
    if (isCall(node) && startOfCall(node) === offset) found = node;
    ts.forEachChild(node, visit);
  };
  visit(cell.file);
  return found;
}

/** The name that the engine gives to the function around a node: "" without one; null at the top level. */
export function functionAround(node: ts.Node): string | null {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (!ts.isFunctionLike(at)) continue;
    const named = at as ts.FunctionLikeDeclaration;
    if (named.name && ts.isIdentifier(named.name)) return named.name.text;
    const { parent } = at;
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
    if (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
    return "";
  }
  return null;
}

/** A node's text on one line, cut where it is long. */
export function nodeText(node: ts.Node, most = 240): string {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length <= most ? text : `${text.slice(0, most - 2).trimEnd()} …`;
}

/** The line of a node in its cell, from 1. */
export const lineOfNode = (node: ts.Node): number => {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
};
