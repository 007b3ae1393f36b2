import type { Piece } from "./page.ts";

const NUMBER = /[+\u2212-]?\d[\d,]*(?:\.\d+)?/;
const valueOf = (text: string) =>
  Number(text.replaceAll(",", "").replace("\u2212", "-").replace("+", ""));

/** "0.5 (0.1 to 0.9)", "54% (49% to 59%)", with words such as "95% interval" inside the brackets. */
const INTERVAL = new RegExp(
  `(${NUMBER.source})(%| points)? \\((?:[^()\\d+\u2212-]*(?:\\d+% )?[a-z ]*)?(${NUMBER.source})(?:%| points)? to (${NUMBER.source})(%| points)?[^()]*\\)`,
  "g",
);

interface Statement {
  readonly kind: string;
  readonly words: string;
}

/** An interval runs upward and holds its own point. */
function intervalFaults(sentence: string): Statement[] {
  return [...sentence.matchAll(INTERVAL)].flatMap((match) => {
    const [point, lower, upper] = [match[1]!, match[3]!, match[4]!].map(valueOf) as [
      number,
      number,
      number,
    ];
    // A year or a count before a bracket about something else is no point of its interval.
    if (match[2] === undefined && match[5] !== undefined) return [];
    return lower > upper || point < lower || point > upper
      ? [{ kind: "an interval that does not hold its point", words: match[0] }]
      : [];
  });
}

/** What is said to exclude zero does, and what is said to include it does. */
function zeroFaults(sentence: string): Statement[] {
  const says = /\b(exclud|includ|contain|cover)(?:e|es|ing|s)? zero\b/.exec(sentence);
  if (says === null || /\b(?:no|none|not|some|any|neither|whether|if)\b/.test(sentence)) return [];
  const intervals = [
    ...sentence.matchAll(
      new RegExp(
        `(?<!from [+\u2212-]?)(?<![\\d.,])(${NUMBER.source})%? to (${NUMBER.source})`,
        "g",
      ),
    ),
  ];
  const wrong = intervals.filter((match) => {
    const excludes = valueOf(match[1]!) * valueOf(match[2]!) > 0;
    return says[1] === "exclud" ? !excludes : excludes;
  });
  return wrong.map((match) => ({
    kind: "zero and its interval",
    words: `${match[0]}: ${sentence.trim()}`,
  }));
}

/** "Most of" beside one percentage: it is over half. */
function mostFaults(sentence: string): Statement[] {
  if (!/\b(?:most of|more than half|a majority of the votes)\b/i.test(sentence)) return [];
  const shares = [...sentence.matchAll(/([+\u2212-]?\d[\d,]*(?:\.\d+)?)%/g)].map((match) =>
    valueOf(match[1]!)
  );
  return shares.length === 1 && shares[0]! <= 50
    ? [{ kind: "a most that is not", words: sentence.trim() }]
    : [];
}

/**
 * "The largest … 2.54": where a column of the page holds the number, it is that
 * column's largest in size; so for smallest, highest, lowest.
 */
function extremeFaults(sentence: string, pieces: readonly Piece[]): Statement[] {
  const match = new RegExp(
    `\\bthe (largest|smallest|highest|lowest)\\b(?! of the (?:others|rest))[^.;:]{0,60}?\\b(?:is|was|are|were|has|had)\\b[^.;:\\d]{0,60}?(?<!(?:below|above|under|over|than|least|most) )(${NUMBER.source})(?![\\d:])`,
    "i",
  ).exec(sentence);
  if (match === null) return [];
  const size = (value: number) => Math.abs(value);
  const stated = valueOf(match[2]!);
  const digits = match[2]!.split(".")[1]?.length ?? 0;
  const same = (value: number) =>
    [1, 100].some((scale) => size(value * scale).toFixed(digits) === size(stated).toFixed(digits));
  const holding = pieces.flatMap(({ columns }) => columns).filter(({ values }) =>
    values.length > 1 && values.some(same)
  );
  if (holding.length === 0) return [];
  const top = /largest|highest/i.test(match[1]!);
  const fits = holding.some(({ values }) => {
    const sizes = values.map(size);
    return same(top ? Math.max(...sizes) : Math.min(...sizes)) ||
      same(top ? Math.max(...values) : Math.min(...values));
  });
  return fits ? [] : [{ kind: `a ${match[1]!.toLowerCase()} that is not`, words: sentence.trim() }];
}

/** Shares beyond the whole and chances beyond certainty. */
function shareFaults(sentence: string): Statement[] {
  const chance = /\b(?:chance|probability|risk)\b[^.;]{0,40}?(\d[\d,]*(?:\.\d+)?)%/.exec(sentence);
  return chance !== null && valueOf(chance[1]!) > 100
    ? [{ kind: "a chance above certainty", words: sentence.trim() }]
    : [];
}

/** "357 votes fewer, 95% interval −983 to 269": the interval is of more, the number of fewer. */
function fewerFaults(sentence: string): Statement[] {
  const match = new RegExp(
    `${NUMBER.source}(?: \\w+)? (?:fewer|less|lower)\\b[^.;:]{0,60}?\\binterval ([+\u2212-]?\\d[\\d,.]*) to`,
  ).exec(sentence);
  return match !== null && valueOf(match[1]!) < 0
    ? [{ kind: "fewer beside an interval of more", words: match[0] }]
    : [];
}

/** Statements of which a page may make one only. */
const EXCLUSIVE: readonly (readonly [RegExp, RegExp])[] = [
  [/\balone would have: its condition is the election's/, /\b[Nn]o common net share gives\b/],
  [/\bThere is no net share, common to all states\b/, /\b(?:passes|falls below) \d+ electors at\b/],
  [/\bhad an electoral majority unless\b/, /\bneeded to lead\b/],
  [/\bhardly matters\b/, /\bswing together, would change it\b/],
];

function exclusiveFaults(
  pieces: readonly Piece[],
): { cell: number; kind: string; words: string }[] {
  const find = (pattern: RegExp) =>
    pieces.flatMap(({ cell, text }) => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ cell, words: match[0] }];
    })[0];
  return EXCLUSIVE.flatMap(([one, other]) => {
    const [a, b] = [find(one), find(other)];
    return a === undefined || b === undefined
      ? []
      : [{ cell: b.cell, kind: "two that contradict", words: `${a.words} / ${b.words}` }];
  });
}

/** Who "could have been left without" a majority of electors has one in the table of key numbers. */
function majorityFaults(pieces: readonly Piece[]): { cell: number; kind: string; words: string }[] {
  return pieces.flatMap(({ cell, text }) => {
    const name = /\bcould have left ([^.;:]+?) without one\b/.exec(text)?.[1];
    const majority = /\| (\d+) electors[^|]*\|/.exec(text)?.[1];
    if (name === undefined || majority === undefined) return [];
    const electors = new RegExp(`\\| ${name} (\\d+) \\|`).exec(text)?.[1];
    return electors !== undefined && Number(electors) < Number(majority)
      ? [{ cell, kind: "a majority that was not", words: `${name} ${electors} of ${majority}` }]
      : [];
  });
}

/** Statements that the page's own numbers contradict. */
export function statementFaults(
  pieces: readonly Piece[],
): { cell: number; kind: string; words: string }[] {
  return [
    ...exclusiveFaults(pieces),
    ...majorityFaults(pieces),
    ...pieces.flatMap((piece) => {
      if (piece.kind === "table") return [];
      const sentences = piece.text.split(/(?<=[.?!])\s+(?=[A-Z"*])|\n+/);
      return sentences.flatMap((sentence) =>
        [
          ...intervalFaults(sentence),
          ...zeroFaults(sentence),
          ...mostFaults(sentence),
          ...extremeFaults(sentence, pieces),
          ...shareFaults(sentence),
          ...fewerFaults(sentence),
        ].map((fault) => ({ cell: piece.cell, ...fault }))
      );
    }),
  ];
}
