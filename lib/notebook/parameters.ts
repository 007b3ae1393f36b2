import { nearest, refusal } from "../check/mod.ts";
import { INJECTED_TAG } from "./cell_text.ts";
import { kindOf, type Literal, readLiteral } from "./literal.ts";
import { type Cell, lines, type Notebook, sourceOf, tagsOf } from "./notebook_file.ts";

const TASK = "set a parameter";

/** The tag of the cell that declares a notebook's parameters (papermill's convention). */
const DECLARED_TAG = "parameters";

/** A parameter that a notebook declares. */
export interface Parameter {
  readonly name: string;
  /** How it is declared. */
  readonly keyword: "const" | "let" | "var";
  /** Its default. */
  readonly value: Literal;
}

/**
 * What may stand before a declaration's literal. Comments and strings are
 * matched too, so that what looks like a declaration inside them is none.
 */
const DECLARATION =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\b(const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::[^=;\n]*)?=(?!=)/g;

/** What may follow a literal for it to be the whole of its declaration. */
const END = /[^\S\n]*(?:as\s+const|satisfies\s+[^;\n]+|as\s+[^;\n]+)?[^\S\n]*(?:;|\n|$|\/\/|\/\*)/y;

function indexOfDeclared(notebook: Notebook): number {
  return notebook.cells.findIndex((cell) =>
    cell.cell_type === "code" && tagsOf(cell).includes(DECLARED_TAG)
  );
}

/**
 * The parameters that a notebook declares in its cell tagged `parameters`:
 * those whose default is a literal (a number, string, boolean, null or a list
 * of them). What is computed there is no parameter.
 */
export function declaredParameters(notebook: Notebook): Parameter[] {
  const cell = notebook.cells[indexOfDeclared(notebook)];
  if (!cell) return [];
  const text = sourceOf(cell);
  return [...text.matchAll(DECLARATION)].flatMap((match) => {
    const [whole, keyword, name] = match;
    if (keyword === undefined || name === undefined) return [];
    const literal = readLiteral(text, match.index + whole.length);
    if (!literal) return [];
    END.lastIndex = literal.end;
    if (!END.test(text)) return [];
    return [{ name, keyword: keyword as Parameter["keyword"], value: literal.value }];
  });
}

/** The parameters as the list that an error shows: name, kind and default. */
function listed(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return "none, since the notebook declares none";
  const items = parameters.map(({ name, value }) =>
    `${name} (${kindOf(value)}, default ${JSON.stringify(value)})`
  );
  return `one of ${items.join(", ")}`;
}

/** Whether a value may stand where `standard` stands. */
function fits(value: Literal, standard: Literal): boolean {
  if (standard === null) return true;
  if (Array.isArray(standard)) {
    if (!Array.isArray(value)) return false;
    return standard.length === 0 ||
      value.every((item) => standard.some((one) => fits(item, one)));
  }
  return typeof value === typeof standard &&
    (typeof value !== "number" || Number.isFinite(value));
}

/** Whether JSON holds a value as it is: it is written into a cell. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  // From the holes of a list nothing comes out, so they are asked for.
  if (Array.isArray(value)) return Array.from(value, isPlain).every((plain) => plain);
  if (typeof value !== "object") return false;
  return Object.prototype.toString.call(value) === "[object Object]" &&
    Object.values(value).every(isPlain);
}

/** A whole number as a text spells it. */
const WHOLE = /^-?\d+$/;

/**
 * What a text of the command line means for a parameter with this default. A number that JavaScript
 * would take for another one is refused.
 */
function fromText(name: string, text: string, standard: Literal): Literal {
  if (typeof standard === "string") return text;
  const exact = (_key: string, value: unknown, context?: { source?: string }) => {
    if (typeof value !== "number") return value;
    const spelled = context?.source ?? String(value);
    if (Number.isFinite(value) && (Number.isSafeInteger(value) || !WHOLE.test(spelled))) {
      return value;
    }
    throw new TypeError(refusal({
      task: TASK,
      where: name,
      found: spelled,
      expected: "a number that JavaScript holds exactly: whole ones up to 9007199254740991",
    }));
  };
  try {
    return JSON.parse(text, exact);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return text;
  }
}

/**
 * The values of a run: the declared defaults with `given` in their place. Texts
 * of a command line (`asText`) are read by the default's type. Throws a
 * `RangeError` for a name that is not declared, with those that are, and a `TypeError` for a
 * value of another type than the default's.
 */
export function resolveParameters(
  declared: readonly Parameter[],
  given: Readonly<Record<string, unknown>>,
  asText = false,
): Record<string, Literal> {
  const values = new Map(declared.map(({ name, value }) => [name, value]));
  for (const [name, raw] of Object.entries(given)) {
    const parameter = declared.find((parameter) => parameter.name === name);
    if (!parameter) {
      throw new RangeError(refusal({
        task: TASK,
        where: "its name",
        found: name,
        expected: listed(declared),
        nearest: nearest(name, declared.map(({ name }) => name)),
      }));
    }
    const value = asText ? fromText(name, String(raw), parameter.value) : raw as Literal;
    if (!isPlain(value)) {
      throw new TypeError(refusal({
        task: TASK,
        where: name,
        found: value,
        expected: "a text, a finite number, true, false, null or a list of these",
      }));
    }
    if (!fits(value, parameter.value)) {
      throw new TypeError(
        refusal({
          task: TASK,
          where: name,
          found: value,
          expected: `a ${kindOf(parameter.value)}`,
        }),
      );
    }
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

/** An id that no cell has. */
function freeId(cells: readonly Cell[]): string {
  const taken = new Set(cells.map((cell) => cell.id));
  for (let n = 0;; n++) {
    const id = n === 0 ? INJECTED_TAG : `${INJECTED_TAG}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * Records in `notebook` what a run uses instead of the defaults: a cell tagged
 * `injected-parameters` behind the one that declares them, in place of such a
 * cell from an earlier run. With nothing given, an earlier one goes.
 */
export function injectParameters(
  notebook: Notebook,
  declared: readonly Parameter[],
  values: Readonly<Record<string, Literal>>,
  given: readonly string[],
): void {
  const earlier = notebook.cells.find((cell) => tagsOf(cell).includes(INJECTED_TAG));
  notebook.cells = notebook.cells.filter((cell) => cell !== earlier);
  const changed = declared.filter(({ name }) => given.includes(name));
  if (changed.length === 0) return;
  const code = [
    "// Parameters of this run",
    ...changed.map(({ name, keyword }) => `${keyword} ${name} = ${JSON.stringify(values[name])};`),
  ].join("\n");
  // What was hidden or skipped with the cell that this overrides stays so.
  const overridden = notebook.cells[indexOfDeclared(notebook)];
  const tags = [overridden, earlier].flatMap((cell) => cell ? tagsOf(cell) : [])
    .filter((tag) => tag !== DECLARED_TAG && tag !== INJECTED_TAG);
  const { execution: _timings, ...metadata } = { ...overridden?.metadata, ...earlier?.metadata };
  const hasIds = notebook.nbformat_minor >= 5;
  const cell: Cell = {
    cell_type: "code",
    execution_count: null,
    ...(hasIds ? { id: earlier?.id ?? freeId(notebook.cells) } : {}),
    metadata: { ...metadata, tags: [INJECTED_TAG, ...new Set(tags)] },
    outputs: [],
    source: lines(code),
  };
  notebook.cells.splice(indexOfDeclared(notebook) + 1, 0, cell);
}
