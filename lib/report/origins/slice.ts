import ts from "typescript";
import { boundNames, type CellSyntax } from "./cell_syntax.ts";

/** A part of a cell that something rests on. */
export interface Part {
  readonly cell: CellSyntax;
  readonly node: ts.Node;
  /** The name that it declares; "" for a statement that changes one. */
  readonly name: string;
}

const CHANGES = new Set(["push", "unshift", "set", "add", "splice", "sort", "fill", "delete"]);

/** Whether an identifier is read as a value, and not the name of a property, declaration or type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) {
    return parent.initializer === node;
  }
  return !(ts.isFunctionLike(parent) && parent.name === node) && !ts.isTypeNode(parent) &&
    !ts.isMethodSignature(parent) && !ts.isPropertySignature(parent);
}

/** What a scope declares under a name, below the top level; undefined where it does not. */
function inScope(scope: ts.Node, name: string): ts.Node | undefined {
  if (ts.isFunctionLike(scope)) {
    return scope.parameters.find((parameter) =>
      boundNames(parameter.name as ts.BindingName).includes(name)
    );
  }
  if (ts.isBlock(scope)) {
    for (const statement of scope.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement;
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations
        .find((declaration) => boundNames(declaration.name).includes(name));
      if (found) return found;
    }
  }
  if (ts.isForOfStatement(scope) || ts.isForInStatement(scope) || ts.isForStatement(scope)) {
    const list = scope.initializer;
    if (list && ts.isVariableDeclarationList(list)) {
      return list.declarations.find((declaration) => boundNames(declaration.name).includes(name));
    }
  }
  return undefined;
}

/** Whether a name is declared between a node and the top level; then its declaration is part of what surrounds it. */
function localTo(node: ts.Identifier): ts.Node | undefined {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const found = inScope(at, node.text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the cells of a notebook declare and change, to follow what a number rests on. */
export class Dependencies {
  readonly #cells: readonly CellSyntax[];
  /** The statements that change what a name holds after its declaration. */
  readonly #changes = new Map<string, Part[]>();

  constructor(cells: readonly CellSyntax[]) {
    this.#cells = cells;
    for (const cell of cells) {
      for (const statement of cell.file.statements) this.#note(cell, statement);
    }
  }

  #note(cell: CellSyntax, statement: ts.Statement): void {
    const names = new Set<string>();
    const root = (node: ts.Expression): string | null =>
      ts.isIdentifier(node)
        ? node.text
        : ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ||
            ts.isNonNullExpression(node)
        ? root(node.expression)
        : null;
    const visit = (node: ts.Node): void => {
      const isSet = ts.isBinaryExpression(node) &&
        node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
        node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
      const changed = isSet
        ? root(node.left)
        : ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) &&
            CHANGES.has(node.expression.name.text)
        ? root(node.expression.expression)
        : null;
      if (changed !== null) names.add(changed);
      ts.forEachChild(node, visit);
    };
    visit(statement);
    for (const name of names) {
      this.#changes.set(name, [...this.#changes.get(name) ?? [], {
        cell,
        node: statement,
        name: "",
      }]);
    }
  }

  /** The declaration that a name means in a cell: the latest one. */
  #declaration(name: string, from: CellSyntax): Part | undefined {
    for (const cell of this.#cells.filter(({ index }) => index <= from.index).reverse()) {
      const node = cell.declared.get(name);
      if (node !== undefined) return { cell, node, name };
      if (cell.imported.has(name)) return undefined;
    }
    return undefined;
  }

  /** All parts of cells that nodes rest on, the nearest first, each once; the nodes themselves come first. */
  slice(starts: readonly { readonly cell: CellSyntax; readonly node: ts.Node }[]): Part[] {
    const parts: Part[] = starts.map(({ cell, node }) => ({ cell, node, name: "" }));
    const seen = new Set<ts.Node>(parts.map(({ node }) => node));
    const add = (part: Part | undefined) => {
      if (part === undefined || seen.has(part.node)) return;
      seen.add(part.node);
      parts.push(part);
    };
    for (let i = 0; i < parts.length; i++) {
      const { cell, node: top } = parts[i]!;
      const visit = (node: ts.Node): void => {
        if (ts.isTypeNode(node)) return;
        const isShorthand = ts.isShorthandPropertyAssignment(node);
        const identifier = isShorthand ? node.name : node;
        if (ts.isIdentifier(identifier) && (isShorthand || isReference(identifier))) {
          const local = localTo(identifier);
          // What is declared around a part, but outside of it, comes with what it is made of.
          if (local === undefined) {
            const found = this.#declaration(identifier.text, cell);
            add(found);
            if (found !== undefined) {
              for (const change of this.#changes.get(identifier.text) ?? []) {
                add(change);
              }
            }
          } else if (!ts.isParameter(local) && !(local.pos >= top.pos && local.end <= top.end)) {
            add({ cell, node: local, name: identifier.text });
          }
        }
        ts.forEachChild(node, visit);
      };
      visit(top);
    }
    return parts;
  }
}

/** Whether a node stands in one of the parts. */
export const isWithin = (parts: readonly Part[], cell: CellSyntax, node: ts.Node): boolean =>
  parts.some((part) =>
    part.cell === cell && part.node.pos <= node.pos && node.end <= part.node.end
  );
