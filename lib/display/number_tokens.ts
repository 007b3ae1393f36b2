/** A number in a text. */
export interface NumberToken {
  readonly text: string;
  /** Where it begins, in characters. */
  readonly start: number;
}

// A sign belongs to it unless it stands between two numbers, as a dash does. What follows a letter
// is part of a name (P16, H1), and so is what follows a digit and a point or comma.
const NUMBER = /(?<![\p{L}\d_.,])(?:(?<![\d%])[+\u2212])?\d+(?:,\d{3})*(?:\.\d+)?%?/gu;

/** The numbers of a text in their order, as a reader sees them: with sign, separators and percent. */
export function numberTokens(text: string): NumberToken[] {
  return [...text.matchAll(NUMBER)].map((match) => ({ text: match[0], start: match.index }));
}
