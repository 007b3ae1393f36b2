import ts from "typescript";
import { numberTokens } from "../../lib/display/number_tokens.ts";

/** A number that stands in a notebook's own words, not put there by code. */
export interface TypedNumber {
  /** The cell's place in the file, from 1. */
  readonly cell: number;
  readonly number: string;
  /** The words around it. */
  readonly words: string;
}

/** Stands for a value that code puts into a text. */
const VALUE = "\uFFFC";

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

/** Parts of a text that are no words of the notebook's own: code, addresses, formulas, quotations. */
const FOREIGN = [
  /`[^`\n]*`/g,
  /\]\([^)\n]*\)/g,
  /https?:\S+/g,
  /\$[^$\n]+\$/g,
  /[“"][^”"\n]*[”"]/g,
];

const blank = (text: string) => " ".repeat(text.length);

/** What is a name, a date, a level, a scale or a number of the law, by the words beside it. */
const NAMES: readonly ((token: string, before: string, after: string) => boolean)[] = [
  // A year, a day, an ordinal, a time of day.
  (token) => /^\d{4}$/.test(token) && Number(token) >= 1780 && Number(token) <= 2100,
  (_, before) => new RegExp(`${MONTH} (?:\\d+ (?:to|and|or) )?$`).test(before),
  (_, _before, after) => /^(?:st|nd|rd|th|s)\b/.test(after),
  (_, before, after) => /\d:$/.test(before) || /^:\d\d\b/.test(after),
  // A part of a name: SHA-256, EL-190, section 4.4, a notebook's number, a volume and page of reports.
  (_, before) =>
    /[\p{L}\d]-$/u.test(before) ||
    /\b(?:[Ss]ection|[Aa]rticle|[Tt]able|[Ff]igure|No\.) $/.test(before),
  (token, before, after) => /^\d\d$/.test(token) && /[(,] ?$/.test(before) && /^\)/.test(after),
  (_, before, after) => /^ [A-Z][a-z]*\. [A-Z]/.test(after) || /[A-Z][a-z]*\. $/.test(before),
  // The level of an interval, which the library's intervals have.
  (token) => token === "95%",
  // A scale: per 10,000; 1 in 100,000; 10 to the power of something; from 0 to 1; 100 percent.
  (token, before) =>
    /^1(?:0|,?000?)*(?:,000)*$/.test(token) && /\b(?:[Pp]er|in|of|one|a) (?:added )?$/.test(before),
  (token) => ["0", "1", "0%", "100%"].includes(token),
  (token, _, after) => token === "10" && (after.startsWith("^") || after.startsWith(VALUE)),
  // Numbers of the law: seats of the House, electors and their majority, states.
  (token, _, after) =>
    ["435", "538", "270"].includes(token) || token === "50" && /^ states\b/.test(after),
  (token, _, after) => token === "3" && after.startsWith("/5"),
];

/** A source beside a number: an address, a work with its year, a publication in italics, a speaker's words. */
const SOURCE = /\]\(https?:|\b(?:1[789]|20)\d\d[a-z]?\)|\*[A-Z][^*\n]{5,}\*/;

/** The sentence or list item around a place of a text. */
function around(text: string, place: number): string {
  const starts = [...text.matchAll(/\n\s*\n|\n\s*[-*|] |(?<=[.;?!])\s+(?=[“"*[(]?[A-Z])/g)];
  const from = starts.findLast((match) => match.index <= place)?.index ?? 0;
  const to = starts.find((match) => match.index > place)?.index ?? text.length;
  return text.slice(from, to);
}

/** The list item or paragraph around a place. */
function block(text: string, place: number): string {
  const from = Math.max(text.lastIndexOf("\n\n", place), text.lastIndexOf("\n- ", place), 0);
  const ends = ["\n\n", "\n- "].map((end) => text.indexOf(end, place)).filter((at) => at >= 0);
  return text.slice(from, Math.min(...ends, text.length));
}

function* typedIn(text: string, cell: number): Generator<TypedNumber> {
  const own = FOREIGN.reduce((rest, pattern) => rest.replace(pattern, blank), text);
  for (const { text: number, start } of numberTokens(own)) {
    const [before, after] = [own.slice(0, start), own.slice(start + number.length)];
    if (NAMES.some((isName) => isName(number, before, after))) continue;
    const item = block(text, start);
    if (SOURCE.test(/^\s*- /.test(item) ? item : around(text, start))) continue;
    const words = `${before.slice(-50)}${number}${after.slice(0, 30)}`.replaceAll(VALUE, "…");
    yield { cell, number, words: words.replace(/\s+/g, " ").trim() };
  }
}

/** A literal's text with values in it. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => VALUE + span.literal.text).join("");
}

/** What a reader may be shown has words; a color, a key or a format has none. */
const hasWords = (text: string) => /\p{L}{2,}.*\s.*\p{L}{2,}/su.test(text);

/** A number's values as code may write it: as it is, as a share, in full. */
function valuesOf(number: string): number[] {
  const value = Number(number.replaceAll(",", "").replace(/%$/, "").replace(/^\u2212/, "-"));
  return [Math.abs(value), Number((value / 100).toPrecision(12)), value * 1e6];
}

function* typedInCode(source: string, cell: number): Generator<TypedNumber> {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ESNext, true);
  const texts: string[] = [];
  const settings = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isNumericLiteral(node)) settings.add(Number(node.text.replaceAll("_", "")));
    // The numbers of works are theirs; an error's words are no result.
    if (ts.isCallExpression(node) && node.expression.getText(file) === "literature") return;
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText(file))) return;
    const text = textOf(node);
    if (text !== null && hasWords(text)) texts.push(text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const text of texts) {
    for (const typed of typedIn(text, cell)) {
      // A threshold, a bin or a count of draws that the same cell's code sets, said in words.
      if (!valuesOf(typed.number).some((value) => settings.has(value))) yield typed;
    }
  }
}

/** The numbers that somebody typed into a notebook's prose, captions and words of figures. */
export function typedNumbers(
  cells: readonly { readonly cell_type: string; readonly source: string | string[] }[],
): TypedNumber[] {
  return cells.flatMap(({ cell_type, source }, i) => {
    const text = [source].flat().join("");
    if (cell_type === "markdown") return [...typedIn(text, i + 1)];
    return cell_type === "code" ? [...typedInCode(text, i + 1)] : [];
  });
}
