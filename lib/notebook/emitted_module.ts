import type ts from "typescript";
import { sha256 } from "../files/hash.ts";

/** What a module takes from another one. */
export interface Taken {
  /** The other module, as the import names it. */
  readonly from: string;
  /** The names there; null for all of them. */
  readonly names: readonly string[] | null;
}

/** What the compiler emits for a module: no comments, no types. */
export interface EmittedModule {
  /** SHA-256 of what is emitted, in hex. */
  readonly hash: string;
  /** What it imports for itself. */
  readonly imports: readonly Taken[];
  /** What it hands on: by the name it gives, the module and the name there; "*" for all names. */
  readonly handsOn: ReadonlyArray<
    { readonly as: string; readonly from: string; readonly name: string }
  >;
  /** Whether it does nothing but hand on. */
  readonly onlyHandsOn: boolean;
  /** Whether loading it only declares things, so that who uses none of them need not know. */
  readonly onlyDeclares: boolean;
}

/** The names that an import takes; null for all. */
function namesOf(clause: ts.ImportClause | undefined, api: typeof ts): string[] | null {
  const bindings = clause?.namedBindings;
  // For its effect alone, or the whole of it.
  if (clause === undefined || bindings && api.isNamespaceImport(bindings)) return null;
  const named = bindings?.elements.map((it) => (it.propertyName ?? it.name).text) ?? [];
  return clause.name === undefined ? named : ["default", ...named];
}

/** The modules that are imported by a call, somewhere in the code. */
function calledImports(node: ts.Node, api: typeof ts): Taken[] {
  const found: Taken[] = [];
  const visit = (node: ts.Node): void => {
    if (api.isCallExpression(node) && node.expression.kind === api.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && api.isStringLiteralLike(argument)) {
        found.push({ from: argument.text, names: null });
      }
    }
    api.forEachChild(node, visit);
  };
  visit(node);
  return found;
}

function handedOn(statement: ts.ExportDeclaration, from: string, api: typeof ts) {
  const clause = statement.exportClause;
  if (clause === undefined) return [{ as: "*", from, name: "*" }];
  if (api.isNamespaceExport(clause)) return [{ as: clause.name.text, from, name: "*" }];
  return clause.elements.map((it) => ({
    as: it.name.text,
    from,
    name: (it.propertyName ?? it.name).text,
  }));
}

/** Emits a TypeScript or JavaScript module and reads what it imports and exports. */
export function emitModule(path: string, text: string, api: typeof ts): EmittedModule {
  const { ESNext } = api.ScriptTarget;
  // What is written out, as a tree: types and what is imported for them alone are gone from it.
  let emitted: ts.SourceFile | undefined;
  const keep: ts.TransformerFactory<ts.SourceFile> = () => (file) => emitted = file;
  const { outputText } = api.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      target: ESNext,
      module: api.ModuleKind.ESNext,
      jsx: api.JsxEmit.Preserve,
      removeComments: true,
    },
    transformers: { after: [keep] },
  });
  const file = emitted!;
  const imports = calledImports(file, api);
  const handsOn: Array<EmittedModule["handsOn"][number]> = [];
  let [onlyHandsOn, onlyDeclares] = [true, true];
  for (const statement of file.statements) {
    if (statement.kind === api.SyntaxKind.NotEmittedStatement) continue;
    const isExport = api.isExportDeclaration(statement);
    const isImport = api.isImportDeclaration(statement);
    if (isExport && statement.moduleSpecifier && api.isStringLiteral(statement.moduleSpecifier)) {
      handsOn.push(...handedOn(statement, statement.moduleSpecifier.text, api));
      continue;
    }
    // `export {}` says no more than that it is a module.
    const says =
      !(isExport && statement.exportClause && api.isNamedExports(statement.exportClause) &&
        statement.exportClause.elements.length === 0);
    if (says) onlyHandsOn = false;
    if (isImport && api.isStringLiteral(statement.moduleSpecifier)) {
      const from = statement.moduleSpecifier.text;
      imports.push({ from, names: namesOf(statement.importClause, api) });
    } else if (
      !isExport && !api.isFunctionDeclaration(statement) && !api.isClassDeclaration(statement) &&
      !api.isVariableStatement(statement)
    ) onlyDeclares = false;
  }
  return { hash: sha256(outputText), imports, handsOn, onlyHandsOn, onlyDeclares };
}
