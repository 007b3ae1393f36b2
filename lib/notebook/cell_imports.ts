/** Import statements of a cell, found by their form: where one begins a line. */
const STATEMENT =
  /^([ \t]*)import\s+(?:(type)\s+)?(?:([^"'(;]*?)\sfrom\s*)?(["'][^"'\n]+["'])(\s*with\s*\{[^}]*\})?[ \t]*;?/gm;

/** The names that an import clause takes: each with what it is called in the module. */
function namesOf(clause: string): string[] {
  const [head = "", braces] = /^([^{]*)(?:\{([\s\S]*)\})?\s*$/.exec(clause)?.slice(1) ?? [];
  const plain = head.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const named = (braces ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
  return [
    ...plain.map((name) => name.replace(/\s+/g, " ")),
    ...named.map((name) => `{ ${name.replace(/\s+/g, " ")} }`),
  ];
}

/** The clause that takes these names. */
function clauseOf(names: readonly string[]): string {
  const named = names.filter((name) => name.startsWith("{"));
  const plain = names.filter((name) => !name.startsWith("{"));
  const braces = named.map((name) => name.slice(2, -2)).join(", ");
  return [...plain, ...(named.length > 0 ? [`{ ${braces} }`] : [])].join(", ");
}

/** As many line ends as `text` has, so that what follows keeps its line. */
const lineEnds = (text: string) => "\n".repeat(text.split("\n").length - 1);

/**
 * A cell's code without the imports that were made before, each of the same name from the same
 * module: the kernel makes them again, and nothing changes. `known` collects them.
 */
export function withoutRepeatedImports(code: string, known: Set<string>): string {
  return code.replace(STATEMENT, (whole, indent, type, clause, module, attributes = "") => {
    if (clause === undefined) return whole;
    const names = namesOf(clause);
    const key = (name: string) => `${name} from ${module.slice(1, -1)}`;
    const fresh = names.filter((name) => !known.has(key(name)));
    for (const name of names) known.add(key(name));
    if (fresh.length === names.length) return whole;
    if (fresh.length === 0) return lineEnds(whole);
    const kind = type === undefined ? "" : "type ";
    return `${indent}import ${kind}${clauseOf(fresh)} from ${module}${attributes};${
      lineEnds(whole)
    }`;
  });
}

/** A cell's code without its imports, each of which is handed to `take` with its first line, from 1. */
export function withoutImportsOf(
  code: string,
  take: (text: string, line: number) => void,
): string {
  return code.replace(STATEMENT, (whole, ...rest) => {
    const offset = Number(rest.find((value) => typeof value === "number"));
    take(whole, code.slice(0, offset).split("\n").length);
    return lineEnds(whole);
  });
}
