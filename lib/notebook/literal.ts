/** A value that a parameter can have. */
export type Literal = string | number | boolean | null | readonly Literal[];

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const NUMBER = /[+-]?(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y;
const WORD = /true\b|false\b|null\b/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/y;

/** Lists within lists beyond this are no parameter of anybody's. */
const MOST_DEEP = 100;

const WORDS: Readonly<Record<string, Literal>> = { true: true, false: false, null: null };

/** What a string literal stands for; only the escapes of JSON, and quotes, are known. */
function unquote(text: string): string {
  const body = text.slice(1, -1)
    // Escapes from left to right, so that what follows two backslashes is not taken for escaped.
    .replaceAll(/\\([\s\S])/g, (pair, one) => one === "\n" ? "" : "'`$".includes(one) ? one : pair)
    .replaceAll(/(?<!\\)((?:\\\\)*)"/g, '$1\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t");
  return JSON.parse(`"${body}"`);
}

/**
 * Reads the literal of TypeScript that starts at `start` of `text`: a number, a
 * string, true, false, null, or a list of them. Comments are skipped. Returns
 * the value and where it ends, or undefined when something else stands there.
 */
export function readLiteral(
  text: string,
  start: number,
  depth = 0,
): { value: Literal; end: number } | undefined {
  const match = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const skip = (at: number) => at + (match(SPACE, at) ?? "").length;
  let at = skip(start);
  const word = match(WORD, at);
  if (word !== undefined) return { value: WORDS[word] ?? null, end: at + word.length };
  const number = match(NUMBER, at);
  if (number !== undefined) {
    return { value: Number(number.replaceAll("_", "")), end: at + number.length };
  }
  const string = match(STRING, at);
  if (string !== undefined) {
    try {
      return { value: unquote(string), end: at + string.length };
    } catch {
      return undefined;
    }
  }
  if (text[at] !== "[" || depth > MOST_DEEP) return undefined;
  const items: Literal[] = [];
  at = skip(at + 1);
  while (text[at] !== "]") {
    const item = readLiteral(text, at, depth + 1);
    if (!item) return undefined;
    items.push(item.value);
    at = skip(item.end);
    if (text[at] === ",") at = skip(at + 1);
    else if (text[at] !== "]") return undefined;
  }
  return { value: items, end: at + 1 };
}

/** The kind of a value in words: "number", "string", "boolean", "null", "list of numbers". */
export function kindOf(value: Literal): string {
  if (value === null) return "null";
  if (!Array.isArray(value)) return typeof value;
  const kinds = [...new Set(value.map(kindOf))];
  if (kinds.length === 0) return "list";
  return kinds.length === 1
    ? `list of ${(kinds[0] ?? "").replace(/^\w+/, "$&s")}`
    : "list of mixed values";
}
