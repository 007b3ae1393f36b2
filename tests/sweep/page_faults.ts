import { answerFaults } from "../../lib/report/answer_faults.ts";
import { splitHeadline } from "../../lib/report/headline.ts";
import type { Piece } from "./page.ts";
import { statementFaults } from "./statement_faults.ts";

/** Something on a page that cannot be right, with the words that show it. */
export interface Fault {
  readonly cell: number;
  readonly kind: string;
  readonly words: string;
}

const around = (text: string, at: number, length: number) =>
  text.slice(Math.max(0, at - 60), at + length + 60).replaceAll(/\s+/g, " ").trim();

/** Words and marks that come of a value that was not there, or of a piece that was left out. */
const PATTERNS: readonly { kind: string; pattern: RegExp }[] = [
  { kind: "not a number", pattern: /\bNaN\b/g },
  { kind: "infinite", pattern: /\bInfinity\b|\u221e/g },
  { kind: "undefined", pattern: /\bundefined\b|\[object \w+\]/g },
  {
    kind: "null",
    pattern:
      /(?<!\b(?:the|that|this|a|each|no|under|its) )\bnull\b(?! hypothes[ei]s| model| distribution)/gi,
  },
  { kind: "word twice", pattern: /\b(?!(?:that|had)\b)([a-z]{2,}) \1\b/gi },
  {
    kind: "loose mark",
    pattern: / [,;.](?=\s|$)|,,|;;|(?<!\w)\(\s*\)|(?<!\.)\.\.(?!\.)|:\s*\.(?=\s|$)/gm,
  },
  {
    kind: "one of many",
    pattern:
      /(?<![\d.,\u2212-])1 (?:states|votes|electors|switches|years|counties|rows|candidates|elections|people|ballots|points of)\b/g,
  },
  { kind: "a span of nothing", pattern: /\bfrom (\S+(?: \d+, \d{4})?) to \1(?=[\s.,;:)]|$)/g },
  {
    kind: "says none of a list",
    pattern:
      /\b(?:in each of|in|of|are|by|only) none(?=[.,;:)])|\b(?:states?|candidates?) needed, none,/g,
  },
  { kind: "parts of nothing", pattern: /(?<![\d.,])0 of (?:the |these |so many )?0\b(?![.,]?\d)/g },
  { kind: "said twice", pattern: /([\d,]+ on [A-Z][a-z]+ \d+, \d{4}), \1/g },
  // A difference of two shares is in points; in percent it reads as a share.
  {
    kind: "a lead in percent",
    pattern:
      /\b(?:lead|leads|led|ahead)\b(?: \w+){0,2} (?:by|of)(?: more than| at least| up to)? \d+(?:\.\d+)?%/g,
  },
  // An interval of no width is a count, or an error that was left out.
  {
    kind: "an interval of no width",
    pattern:
      /(?<=[(|] ?(?:\d+% interval )?)([+\u2212-]?\d[\d,.]*(?:%| points)?) to \1(?=\)| ?\|| by |, )/g,
  },
];

function patternFaults({ cell, kind, text }: Piece): Fault[] {
  const prose = kind === "table" ? text.replaceAll(/ {2,}/g, " \u2502 ") : text;
  return PATTERNS.flatMap(({ kind, pattern }) =>
    [...prose.matchAll(pattern)].map((match) => ({
      cell,
      kind,
      words: around(prose, match.index, match[0].length),
    }))
  );
}

/** The faults of the first lines, where the page follows the answer-first rule. */
function headlineFaults(pieces: readonly Piece[]): Fault[] {
  const first = pieces.find(({ kind, text }) => kind === "prose" && text.startsWith("# "));
  if (first === undefined) return [{ cell: 0, kind: "answer", words: "no title" }];
  const cells = [{ kind: "markdown" as const, source: first.text, outputs: [], tags: [] }];
  const notebook = { cells } as unknown as Parameters<typeof splitHeadline>[0];
  const { headline } = splitHeadline(notebook, "");
  return answerFaults(headline).map((words) => ({ cell: first.cell, kind: "answer", words }));
}

/** Everything on a page that cannot be right, whatever its parameters. */
export function pageFaults(pieces: readonly Piece[]): Fault[] {
  const empty = pieces.filter(({ kind, text, marks }) =>
    kind === "figure" && marks === 0 || kind !== "other" && text.trim() === ""
  ).map(({ cell, kind }) => ({ cell, kind: "empty", words: `an empty ${kind}` }));
  return [
    ...headlineFaults(pieces),
    ...empty,
    ...pieces.flatMap(patternFaults),
    ...statementFaults(pieces),
  ];
}
