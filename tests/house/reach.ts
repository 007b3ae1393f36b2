/**
 * Which declarations of lib are reached from what people start: tasks, notebooks, panels, workers.
 *
 * @module
 */
import ts from "typescript";
import { dirname, join, normalize } from "node:path";

/** A top-level declaration: `lib/data/states.ts#findState`. */
export type Declaration = `${string}#${string}`;

/** What a file declares and uses. */
export interface Module {
  /** Names that the file imports: to the file and the name there; "*" for all of it. */
  readonly imports: ReadonlyMap<string, readonly [file: string, name: string]>;
  /** What it exports of others: name to file and name there; "*" gives everything of a file. */
  readonly passedOn: ReadonlyMap<string, readonly [file: string, name: string]>;
  readonly passedOnWhole: readonly string[];
  /** Declarations, and what each uses: names of the file, or members of a module. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly exported: ReadonlySet<string>;
  /** Modules that run when this one does. */
  readonly runs: readonly string[];
  /** Names asked for in `import("…")`. */
  readonly dynamic: readonly (readonly [file: string, name: string])[];
}

/** What runs when the file is loaded, besides its declarations. */
const BODY = "<module>";

/** Finds a specifier's file, relative to the project; null for what is not the project's. */
export type Resolve = (specifier: string, from: string) => string | null;

/** Resolves `tallybook/…` by the import map, and relative specifiers. */
export function resolver(imports: Readonly<Record<string, string>>): Resolve {
  return (specifier, from) => {
    if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier));
    const own = imports[specifier];
    return own?.startsWith("./") ? own.slice(2) : null;
  };
}

function namesIn(node: ts.Node, into: Set<string>): void {
  if (ts.isIdentifier(node)) into.add(node.text);
  ts.forEachChild(node, (child) => namesIn(child, into));
}

function bindingNames(name: ts.BindingName): string[] {
  return ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
      ts.isOmittedExpression(element) ? [] : bindingNames(element.name)
    );
}

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** Reads what one file declares, exports, imports and uses. */
export function readModule(source: string, file: string, resolve: Resolve): Module {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const imports = new Map<string, readonly [string, string]>();
  const passedOn = new Map<string, readonly [string, string]>();
  const passedOnWhole: string[] = [];
  const uses = new Map<string, Set<string>>([[BODY, new Set()]]);
  const exported = new Set<string>();
  const runs: string[] = [];
  const dynamic: (readonly [string, string])[] = [];
  const declare = (name: string, node: ts.Node, statement: ts.Node) => {
    const set = uses.get(name) ?? new Set<string>();
    namesIn(node, set);
    uses.set(name, set);
    if (isExported(statement)) exported.add(name);
  };
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) {
      const target = resolve((statement.moduleSpecifier as ts.StringLiteral).text, file);
      if (target === null) continue;
      runs.push(target);
      const clause = statement.importClause;
      if (clause?.name) imports.set(clause.name.text, [target, "default"]);
      const bindings = clause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) {
        imports.set(bindings.name.text, [target, "*"]);
      } else if (bindings) {
        for (const element of bindings.elements) {
          imports.set(element.name.text, [target, (element.propertyName ?? element.name).text]);
        }
      }
    } else if (ts.isExportDeclaration(statement)) {
      const from = statement.moduleSpecifier as ts.StringLiteral | undefined;
      const target = from ? resolve(from.text, file) : file;
      if (target === null) continue;
      if (from) runs.push(target);
      const clause = statement.exportClause;
      if (clause === undefined) passedOnWhole.push(target);
      else if (ts.isNamedExports(clause)) {
        for (const element of clause.elements) {
          passedOn.set(element.name.text, [target, (element.propertyName ?? element.name).text]);
        }
      }
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        for (const name of bindingNames(declaration.name)) declare(name, declaration, statement);
      }
    } else if (
      (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ||
        ts.isEnumDeclaration(statement)) && statement.name
    ) declare(statement.name.text, statement, statement);
    else namesIn(statement, uses.get(BODY)!);
  }
  const visit = (node: ts.Node) => {
    const target =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword &&
        ts.isStringLiteral(node.arguments[0]!)
        ? resolve(node.arguments[0].text, file)
        : null;
    if (target !== null) {
      runs.push(target);
      // (await import("…")).name, or const { name } = await import("…")
      let up: ts.Node = node.parent;
      while (ts.isAwaitExpression(up) || ts.isParenthesizedExpression(up)) up = up.parent;
      if (ts.isPropertyAccessExpression(up)) dynamic.push([target, up.name.text]);
      else if (ts.isVariableDeclaration(up)) {
        for (const name of bindingNames(up.name)) dynamic.push([target, name]);
      } else dynamic.push([target, "*"]);
    }
    // A worker: new URL("./x.ts", import.meta.url)
    if (ts.isNewExpression(node) && node.expression.getText(tree) === "URL") {
      const path = node.arguments?.[0];
      if (path && ts.isStringLiteral(path) && /^\.\.?\/.*\.ts$/.test(path.text)) {
        runs.push(resolve(path.text, file)!);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { imports, passedOn, passedOnWhole, uses, exported, runs, dynamic };
}

/** Everything that is reached from all that some files declare, as `file#name`. */
export function walk(modules: ReadonlyMap<string, Module>, from: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const todo: (readonly [string, string])[] = from.flatMap((file) =>
    [...modules.get(file)!.uses.keys()].map((name) => [file, name] as const)
  );
  while (todo.length > 0) {
    const [file, name] = todo.pop()!;
    const key = `${file}#${name}`;
    const module = modules.get(file);
    if (module === undefined || reached.has(key)) continue;
    reached.add(key);
    if (name === "*") {
      for (const one of [...module.exported, ...module.passedOn.keys()]) todo.push([file, one]);
      for (const other of module.passedOnWhole) todo.push([other, "*"]);
      continue;
    }
    const uses = module.uses.get(name);
    if (uses === undefined) {
      const passed = module.passedOn.get(name);
      if (passed) todo.push(passed);
      for (const other of module.passedOnWhole) todo.push([other, name]);
      continue;
    }
    // Whatever is reached in a file runs the file, and those that it imports.
    if (name !== BODY) todo.push([file, BODY]);
    else {
      for (const other of module.runs) todo.push([other, BODY]);
      for (const one of module.dynamic) todo.push(one);
    }
    for (const used of uses) {
      const imported = module.imports.get(used);
      if (imported) todo.push(imported);
      else if (module.uses.has(used) && used !== name) todo.push([file, used]);
    }
  }
  return reached;
}

/**
 * The exported declarations that nothing reaches from the roots.
 *
 * @param files Every file with its source, by path from the project's root: all of lib, and what roots
 * elsewhere import.
 * @param roots Sources that are started: a task's module, a notebook's cells, a panel's script.
 * @param resolve How specifiers lead to files.
 */
export function unreached(
  files: ReadonlyMap<string, string>,
  roots: readonly { readonly file: string; readonly source: string }[],
  resolve: Resolve,
): Declaration[] {
  const modules = new Map<string, Module>();
  for (const [file, source] of files) modules.set(file, readModule(source, file, resolve));
  for (const { file, source } of roots) modules.set(file, readModule(source, file, resolve));
  const reached = walk(modules, roots.map(({ file }) => file));
  const found: Declaration[] = [];
  for (const file of files.keys()) {
    for (const name of modules.get(file)!.exported) {
      if (file.startsWith("lib/") && !reached.has(`${file}#${name}`)) found.push(`${file}#${name}`);
    }
  }
  return found.sort();
}
