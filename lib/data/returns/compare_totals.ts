import { sameCandidate } from "./same_candidate.ts";

/** Votes of one place, as read or as known. */
export type Votes = ReadonlyMap<string, number>;

/** How sums stand to known totals. */
export type TotalsVerdict =
  | "agrees"
  | "doubled"
  | "tripled"
  | "about half missing"
  | "most missing"
  | "one mode only"
  | "another contest"
  | "a candidate missing"
  | "fewer votes"
  | "more votes"
  | "candidates differ";

/** One candidate's votes beside the known ones. */
export interface ComparedCandidate {
  readonly candidate: string;
  readonly votes: number;
  readonly known: number;
}

/** How one place's sums stand to its known totals. */
export interface TotalsComparison {
  readonly verdict: TotalsVerdict;
  /** The two leading candidates, then others that both sides name. */
  readonly candidates: readonly ComparedCandidate[];
  /** The largest difference of a leading candidate, in votes. */
  readonly difference: number;
}

/** Differences below this are no matter: late ballots, a recount. */
const FEW = 25;

/**
 * Holds votes against known totals. What is judged are the two candidates with the most known
 * votes: doubled where both have about twice theirs, and so on.
 *
 * @param votes Votes by candidate, names as the file spells them.
 * @param known Known votes by candidate.
 * @param options.tolerance The share by which a count may differ and still agree.
 * @param options.oneMode Whether all rows are of one mode of voting.
 * @returns The comparison, or undefined where the known totals name nobody.
 */
export function compareTotals(
  votes: Votes,
  known: Votes,
  options: { tolerance: number; oneMode?: boolean },
): TotalsComparison | undefined {
  const names = [...known.keys()].filter((name) => !/^others\b|^none of/i.test(name));
  const leading = names.sort((a, b) => known.get(b)! - known.get(a)!).slice(0, 2);
  if (leading.length === 0 || known.get(leading[0]!) === 0) return undefined;
  const found = new Map<string, number>();
  let all = 0;
  for (const [spelled, count] of votes) {
    all += count;
    const name = sameCandidate(spelled, names);
    if (name !== undefined) found.set(name, (found.get(name) ?? 0) + count);
  }
  const candidates = names
    .filter((name) => leading.includes(name) || found.has(name))
    .map((name) => ({ candidate: name, votes: found.get(name) ?? 0, known: known.get(name)! }));
  const others = [...votes].reduce((sum, [name, n]) => /^others?\b/i.test(name) ? sum + n : sum, 0);
  // A table that puts minor candidates under "others" has the votes of a second one there.
  const pair = candidates.filter((one) =>
    leading.includes(one.candidate) &&
    !(one.votes === 0 && one.candidate !== leading[0] && others >= one.known)
  );
  const difference = Math.max(...pair.map((one) => Math.abs(one.votes - one.known)));
  return { verdict: verdictOf(pair, difference, all, options), candidates, difference };
}

function verdictOf(
  pair: readonly ComparedCandidate[],
  difference: number,
  all: number,
  { tolerance, oneMode }: { tolerance: number; oneMode?: boolean },
): TotalsVerdict {
  const votes = pair.reduce((sum, one) => sum + one.votes, 0);
  const known = pair.reduce((sum, one) => sum + one.known, 0);
  if (votes === 0 && all > 0) return "another contest";
  if (difference <= Math.max(FEW, tolerance * known)) return "agrees";
  const agrees = (one: ComparedCandidate) =>
    Math.abs(one.votes - one.known) <= Math.max(FEW, tolerance * known);
  if (pair.some(({ votes }) => votes === 0) && pair.some(agrees)) return "a candidate missing";
  const within = (low: number, high: number) =>
    pair.every((one) => one.votes >= low * one.known - FEW && one.votes <= high * one.known + FEW);
  const ratio = votes / known;
  if (ratio > 1.8 && within(1.9, 2.1)) return "doubled";
  if (ratio > 2.7 && within(2.85, 3.15)) return "tripled";
  if (oneMode === true && ratio < 0.97) return "one mode only";
  if (ratio >= 0.4 && ratio <= 0.6) return "about half missing";
  if (ratio < 0.4) return "most missing";
  // Where one differs by a hair in the other direction, the sum of both says which it is.
  const [low, high] = [1 - tolerance, 1 + tolerance];
  if (ratio < 1 && pair.every((one) => one.votes <= one.known * high + FEW)) return "fewer votes";
  if (ratio > 1 && pair.every((one) => one.votes >= one.known * low - FEW)) return "more votes";
  return "candidates differ";
}
