import { fileURLToPath } from "node:url";

/** The rooms that a program of the project imports. */
export const API_ROOMS = [
  "check",
  "display",
  "election",
  "stats",
  "chart",
  "claims",
  "data",
] as const;

/** One exported thing with its doc comment. */
export interface DocumentedSymbol {
  readonly name: string;
  /** "function", "interface", "class" and the like. */
  readonly kind: string;
  /** How it is declared: a function up to its body, a type as a whole. */
  readonly declaration: string;
  /** Its doc comment's text, in Markdown. */
  readonly doc: string;
  /** Its examples' Markdown, and what it throws, in the order of the comment. */
  readonly tags: readonly { readonly kind: string; readonly name: string; readonly doc: string }[];
  /** Methods and properties of a class. */
  readonly members: readonly { readonly name: string; readonly doc: string }[];
}

/** A room with what it exports, in the order of the names. */
export interface DocumentedRoom {
  readonly name: string;
  readonly about: string;
  readonly symbols: readonly DocumentedSymbol[];
}

interface JsDoc {
  readonly doc?: string;
  readonly tags?: readonly {
    readonly kind: string;
    readonly name?: string;
    readonly doc?: string;
    readonly tsType?: { readonly repr?: string };
  }[];
}

interface Declaration {
  readonly kind: string;
  readonly jsDoc?: JsDoc;
  readonly location: { readonly filename: string; readonly line: number };
  readonly def?: {
    readonly methods?: readonly { readonly name: string; readonly jsDoc?: JsDoc }[];
    readonly properties?: readonly { readonly name: string; readonly jsDoc?: JsDoc }[];
  };
}

interface DocOutput {
  readonly nodes: Readonly<
    Record<string, {
      readonly module_doc?: JsDoc;
      readonly symbols: readonly {
        readonly name: string;
        readonly declarations: readonly Declaration[];
      }[];
    }>
  >;
}

/** Types are shown whole; of others what comes before the body says how they are called. */
const WHOLE = new Set(["interface", "typeAlias", "enum"]);

/** A declaration's own text from its line on, counted from 0 as `deno doc` does. */
export function declarationText(source: string, line: number, kind: string): string {
  const lines = source.split("\n").slice(line);
  // The formatter puts the end of a declaration, and of a list of parameters, at the first column.
  const ends = (text: string, i: number) =>
    WHOLE.has(kind)
      ? /^\}|;$/u.test(text) &&
        (text.startsWith("}") || !/^\s/u.test(text) || lines[0]!.endsWith("="))
      : /\{$|=>$|;$|=$/u.test(text) && (i === 0 || !/^\s/u.test(text));
  const last = lines.findIndex(ends);
  const text = lines.slice(0, last < 0 ? 1 : last + 1).join("\n");
  return WHOLE.has(kind) ? text : text.replace(/\s*(?:\{|=>|=)$/u, "");
}

const plainLinks = (doc: string | undefined) =>
  (doc ?? "").replaceAll(/\{@link(?:code|plain)? ([^}|\s]+)[^}]*\}/gu, "`$1`").trim();

function symbolOf(name: string, declaration: Declaration, source: string): DocumentedSymbol {
  const { kind, jsDoc, location, def } = declaration;
  const members = [...def?.properties ?? [], ...def?.methods ?? []];
  return {
    name,
    kind,
    declaration: declarationText(source, location.line, kind),
    doc: plainLinks(jsDoc?.doc),
    tags: (jsDoc?.tags ?? []).flatMap(({ kind, name, doc, tsType }) =>
      doc === undefined ? [] : [{ kind, name: name ?? tsType?.repr ?? "", doc: plainLinks(doc) }]
    ),
    members: kind === "class"
      ? members.filter(({ jsDoc }) => jsDoc !== undefined)
        .map(({ name, jsDoc }) => ({ name, doc: plainLinks(jsDoc?.doc) }))
      : [],
  };
}

/**
 * Reads the doc comments of what the library's rooms export, with Deno's own `deno doc`.
 *
 * @param root The project's folder.
 * @throws {Error} when `deno doc` fails; the message has what it said.
 */
export async function readDocs(root: string): Promise<DocumentedRoom[]> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", ...API_ROOMS.map((room) => `lib/${room}/mod.ts`)],
    cwd: root,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
  }).output();
  if (!success) {
    throw new Error(
      `Cannot read the doc comments: ${new TextDecoder().decode(stderr).trim().slice(-500)}`,
    );
  }
  const { nodes }: DocOutput = JSON.parse(new TextDecoder().decode(stdout));
  const sources = new Map<string, Promise<string>>();
  const sourceOf = (address: string) => {
    const known = sources.get(address) ?? Deno.readTextFile(fileURLToPath(address));
    sources.set(address, known);
    return known;
  };
  return await Promise.all(API_ROOMS.map(async (name) => {
    const module = Object.entries(nodes).find(([address]) =>
      address.endsWith(`/lib/${name}/mod.ts`)
    );
    const symbols = await Promise.all(
      (module?.[1].symbols ?? []).map(async ({ name, declarations }) => {
        const [declaration] = declarations;
        return declaration === undefined
          ? null
          : symbolOf(name, declaration, await sourceOf(declaration.location.filename));
      }),
    );
    return {
      name,
      about: plainLinks(module?.[1].module_doc?.doc),
      symbols: symbols.filter((symbol) => symbol !== null)
        .sort((a, b) => a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
    };
  }));
}
