import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Literal } from "../../lib/notebook/literal.ts";
import { declaredParameters } from "../../lib/notebook/parameters.ts";
import { type Notebook, sourceOf, tagsOf } from "../../lib/notebook/notebook_file.ts";
import { remember, REMEMBERED } from "./remembered.ts";

/** What one cell showed: text as it is typed, or the value of its last expression. */
export type Shown = { readonly cell: number; readonly value: unknown };

/** A notebook as a function of its parameters. */
export interface RunnableNotebook {
  readonly name: string;
  /** The declared parameters with their defaults. */
  readonly parameters: Readonly<Record<string, Literal>>;
  /** Runs all cells in order with the defaults or what is given in their place. */
  run(given: Readonly<Record<string, unknown>>): Shown[];
}

/**
 * Where a cell's last statement begins when it is an expression, by the
 * notebooks' layout: the last line that starts at the margin and closes nothing.
 */
export function lastExpression(source: string): number | null {
  const lines = source.trimEnd().split("\n");
  const at = lines.findLastIndex((line) => /^[^\s})\]`/]/.test(line));
  if (
    at < 0 || /^(?:const|let|var|function|if|for|while|import|type|interface)\b/.test(lines[at]!)
  ) {
    return null;
  }
  return lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
}

/** What an imported name is called where it stands for the function that is wrapped under that name. */
const anew = (name: string) => `${name}Anew`;

/** The code of a module whose default export runs the notebook's cells. */
export function moduleSource(notebook: Notebook): string {
  const imports: string[] = [];
  const imported = new Set<string>();
  const slow = (name: string) => REMEMBERED.includes(name);
  // A kernel lets a later cell import a name again; a module has each name once.
  const once = (statement: string) =>
    statement.replace(/\{([^}]*)\}/, (_, names: string) => {
      const fresh = names.split(",").map((name) => name.trim())
        .filter((name) => name !== "" && !imported.has(name));
      for (const name of fresh) imported.add(name);
      const written = fresh.map((name) => slow(name) ? `${name} as ${anew(name)}` : name);
      return `{ ${written.join(", ")} }`;
    });
  const body: string[] = [];
  for (const [index, cell] of notebook.cells.entries()) {
    let source = sourceOf(cell);
    if (cell.cell_type === "markdown") {
      body.push(`emit(${index}, ${JSON.stringify(source)});`);
      continue;
    }
    if (cell.cell_type !== "code") continue;
    source = source.replace(/^import\b[\s\S]*?\bfrom\s+"[^"]+";\n?/gm, (found) => {
      imports.push(once(found.trim()));
      return "";
    });
    const at = lastExpression(source);
    body.push(
      at === null
        ? source
        : `${source.slice(0, at)}emit(${index}, (${
          source.slice(at).trimEnd().replace(/;$/, "")
        }));`,
    );
    if (tagsOf(cell).includes("parameters")) {
      for (const { name } of declaredParameters(notebook)) {
        body.push(
          `if (${JSON.stringify(name)} in given) ${name} = given[${
            JSON.stringify(name)
          }] as typeof ${name};`,
        );
      }
    }
  }
  const wrapped = [...imported].filter(slow)
    .map((name) => `const ${name} = remember(${anew(name)});`);
  return `// deno-lint-ignore-file
${imports.join("\n")}
export default function run(given: Record<string, unknown>, emit: (cell: number, value: unknown) => void, remember: <F>(run: F) => F): void {
${[...wrapped, ...body].join("\n")}
}
`;
}

/** A notebook's cells as the file of a module, which nothing has loaded yet. */
export interface NotebookFile {
  readonly name: string;
  readonly file: string;
  readonly parameters: RunnableNotebook["parameters"];
}

/** Writes a notebook's module into a folder. */
export async function writeNotebookModule(path: string, folder: string): Promise<NotebookFile> {
  const name = path.replace(/^.*[/\\]|\.ipynb$/g, "");
  const notebook = JSON.parse(await Deno.readTextFile(path)) as Notebook;
  const file = join(folder, `${name}.ts`);
  await Deno.writeTextFile(file, moduleSource(notebook));
  const parameters = Object.fromEntries(
    declaredParameters(notebook).map(({ name, value }) => [name, value]),
  );
  return { name, file, parameters };
}

/**
 * Makes a notebook a function: its cells become one module, loaded once, so that
 * many runs share the library and the tables read. Nothing is drawn as PNG.
 *
 * @param folder Where the module's file is written.
 */
export async function loadNotebook(path: string, folder: string): Promise<RunnableNotebook> {
  return await loadModule(await writeNotebookModule(path, folder));
}

/** The same of a module that is written. */
export async function loadModule(
  { name, file, parameters }: NotebookFile,
): Promise<RunnableNotebook> {
  const module: {
    default: (
      given: unknown,
      emit: (cell: number, value: unknown) => void,
      wrap: typeof remember,
    ) => void;
  } = await import(pathToFileURL(file).href);
  return {
    name,
    parameters,
    run(given) {
      const shown: Shown[] = [];
      module.default(given, (cell, value) => shown.push({ cell, value }), remember);
      return shown;
    },
  };
}
