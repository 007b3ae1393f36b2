/**
 * The places of a file where a small fault can be put, and the fault: an operator, a boundary, a
 * constant, a condition, what a function returns, a statement that is left out.
 *
 * @module
 */
import ts from "typescript";

/** One fault: the text from `start` to `end` of the file becomes `after`. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The top-level declaration that it stands in. */
  readonly declaration: string;
  readonly kind: "operator" | "boundary" | "constant" | "condition" | "return" | "statement";
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

const K = ts.SyntaxKind;

const OPERATORS = new Map<ts.SyntaxKind, readonly [Mutant["kind"], string]>([
  [K.PlusToken, ["operator", "-"]],
  [K.MinusToken, ["operator", "+"]],
  [K.AsteriskToken, ["operator", "/"]],
  [K.SlashToken, ["operator", "*"]],
  [K.AmpersandAmpersandToken, ["operator", "||"]],
  [K.BarBarToken, ["operator", "&&"]],
  [K.EqualsEqualsEqualsToken, ["operator", "!=="]],
  [K.ExclamationEqualsEqualsToken, ["operator", "==="]],
  [K.LessThanToken, ["boundary", "<="]],
  [K.LessThanEqualsToken, ["boundary", "<"]],
  [K.GreaterThanToken, ["boundary", ">="]],
  [K.GreaterThanEqualsToken, ["boundary", ">"]],
  [K.PlusEqualsToken, ["operator", "-="]],
  [K.MinusEqualsToken, ["operator", "+="]],
]);

/** Whether a plus joins texts: there is nothing to take away. */
function joinsText(node: ts.BinaryExpression): boolean {
  const isText = (side: ts.Expression): boolean =>
    ts.isStringLiteralLike(side) || ts.isTemplateExpression(side) ||
    (ts.isBinaryExpression(side) && joinsText(side)) ||
    (ts.isParenthesizedExpression(side) && isText(side.expression));
  return isText(node.left) || isText(node.right);
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    const [first] = statement.declarationList.declarations;
    return first && ts.isIdentifier(first.name) ? first.name.text : "<module>";
  }
  return (statement as { name?: ts.Identifier }).name?.text ?? "<module>";
}

/** Every mutant of a file. */
export function mutantsOf(source: string, file: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  let declaration = "";
  const add = (kind: Mutant["kind"], node: ts.Node, after: string) => {
    const start = node.getStart(tree);
    found.push({
      file,
      line: tree.getLineAndCharacterOfPosition(start).line + 1,
      column: tree.getLineAndCharacterOfPosition(start).character + 1,
      declaration,
      kind,
      start,
      end: node.end,
      before: node.getText(tree),
      after,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      return;
    }
    if (ts.isBinaryExpression(node)) {
      const change = OPERATORS.get(node.operatorToken.kind);
      const text = node.operatorToken.kind === K.PlusToken && joinsText(node);
      if (change && !text) add(change[0], node.operatorToken, change[1]);
    } else if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      if (Number.isFinite(value) && !/^0[xob]/i.test(node.getText(tree))) {
        add("constant", node, String(value + (Number.isInteger(value) ? 1 : value / 2)));
      }
    } else if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) {
      add("constant", node, node.kind === K.TrueKeyword ? "false" : "true");
    } else if (ts.isIfStatement(node)) {
      add("condition", node.expression, `!(${node.expression.getText(tree)})`);
    } else if (ts.isConditionalExpression(node)) {
      add("condition", node.condition, `!(${node.condition.getText(tree)})`);
    } else if (
      ts.isReturnStatement(node) && node.expression &&
      // Nothing is already what such a return would give.
      node.expression.getText(tree) !== "undefined"
    ) {
      add("return", node.expression, "undefined as never");
    } else if (
      ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) &&
      node.parent.kind === K.Block
    ) {
      add("statement", node, ";");
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of tree.statements) {
    declaration = nameOf(statement);
    visit(statement);
  }
  return found;
}

/** The file's text with the fault in it. */
export function withMutant(source: string, { start, end, after }: Mutant): string {
  return source.slice(0, start) + after + source.slice(end);
}
