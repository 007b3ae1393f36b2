import {
  refusal,
  requireCount,
  requireList,
  requireName,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireRecord,
} from "../../check/mod.ts";
import { type AbsenteeContrast, absenteeContrast } from "./absentee_contrast.ts";

/** Ballots of Palm Beach County in 2000 with one pair of choices. */
export interface BallotPair {
  /** When they were cast: "election day", with the butterfly layout, or "absentee", with an ordinary one. */
  readonly part: string;
  /** The vote for president: a family name in small letters, "writein", "over" or "under". */
  readonly president: string;
  /** The vote for senator, in the same way. */
  readonly senate: string;
  /** How many ballots have this pair. */
  readonly ballots: number;
}

/** A choice for the Senate: the Democrat, the Republican, or anybody else and nobody. */
export type SenateChoice = "nelson" | "mccollum" | "others";

/** What the layout did among the voters of one choice for the Senate. */
export interface ButterflyPart extends Omit<AbsenteeContrast, "county"> {
  /** The choice. */
  readonly choice: SenateChoice;
  /** Gore's votes minus Bush's, as a share of the votes on election day that were not Buchanan's. */
  readonly lean: number;
  /** Votes that Gore's margin over Bush lost: the excess times the lean. */
  readonly net: number;
}

/** Votes that the butterfly ballot cost Gore, net of Bush's. */
export interface ButterflyCost {
  /** The estimate. */
  readonly net: number;
  /** Its standard error. */
  readonly error: number;
  /** The lower end of the 95 percent interval, normal. */
  readonly lower: number;
  /** The upper end. */
  readonly upper: number;
  /** Its parts, by the choice for the Senate. */
  readonly parts: readonly ButterflyPart[];
}

/**
 * How many binomial standard errors one standard error of the contrast between election day and absentee
 * ballots is: the factor of Wand and others, "The butterfly did it" (American Political Science Review, 2001),
 * taken from there and not estimated here.
 */
export const BUTTERFLY_OVERDISPERSION = 3.81;

const TASK = "estimate what the butterfly ballot cost";
const CHOICES: readonly SenateChoice[] = ["nelson", "mccollum", "others"];
const PARTS = ["election day", "absentee"] as const;

/**
 * Estimates how many votes Palm Beach County's butterfly ballot of 2000 cost Gore, net of Bush's.
 *
 * Only voters of election day had that layout. Among the valid votes for president of each choice for the
 * Senate, what Buchanan had on election day beyond his absentee share ({@linkcode absenteeContrast}) is taken
 * to be mistakes of voters who wanted what the others of election day with that choice wanted: each such vote
 * moves the margin by the lean of these others. The parts add up; their standard errors, those of the excess
 * times the lean, add up in squares. The lean's own error is left out: it rests on tens of thousands of ballots.
 *
 * The contrast is that of Wand and others (2001); the votes net of Bush's are an addition.
 *
 * @param ballots Rows of one pair of choices each; overvotes and undervotes for president are left out.
 * @param options `overdispersion`: binomial standard errors in a true one, at least 1; default
 *   {@linkcode BUTTERFLY_OVERDISPERSION}.
 * @returns Votes; positive where the ballot cost Gore.
 * @throws {TypeError} if rows are not records, or numbers and names no such
 * @throws {RangeError} if a part of the vote is unknown, a choice for the Senate has no absentee ballots or
 *   none of election day, or on election day nobody with it voted for anybody but Buchanan
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { butterflyCost } from "tallybook/election";
 *
 * // Whatever they chose for the Senate: 2 percent for Buchanan on election day, 1 percent before; the others
 * // of election day gave Gore 78 votes of 98 and Bush 20.
 * const ballots = ["nelson", "mccollum", "writein"].flatMap((senate) => [
 *   { part: "election day", president: "buchanan", senate, ballots: 2 },
 *   { part: "election day", president: "gore", senate, ballots: 78 },
 *   { part: "election day", president: "bush", senate, ballots: 20 },
 *   { part: "absentee", president: "buchanan", senate, ballots: 1 },
 *   { part: "absentee", president: "gore", senate, ballots: 99 },
 * ]);
 * // One vote too many in each of three parts, of which Gore lost 58 / 98.
 * assertAlmostEquals(butterflyCost(ballots).net, 3 * 58 / 98, 1e-12);
 * ```
 */
export function butterflyCost(
  ballots: readonly BallotPair[],
  options: { readonly overdispersion?: number } = {},
): ButterflyCost {
  requireOptions(TASK, options, ["overdispersion"]);
  const { overdispersion = BUTTERFLY_OVERDISPERSION } = options;
  requireNumber(TASK, "overdispersion", overdispersion, { minimum: 1, maximum: 1e6 });
  const cast = new Map<string, number>();
  requireList(TASK, "ballots", ballots).forEach((row, i) => {
    requireRecord(TASK, `ballots[${i}]`, row);
    const part = requireOneOf(TASK, `part of ballots[${i}]`, row.part, PARTS);
    const president = requireName(TASK, `president of ballots[${i}]`, row.president);
    const senate = requireName(TASK, `senate of ballots[${i}]`, row.senate);
    const count = requireCount(TASK, `number of ballots[${i}]`, row.ballots);
    if (president === "over" || president === "under") return;
    const choice = CHOICES.find((name) => name === senate) ?? "others";
    for (const key of [`${choice} ${part}`, `${choice} ${part} ${president}`]) {
      cast.set(key, (cast.get(key) ?? 0) + count);
    }
  });
  const parts = CHOICES.map((choice) => {
    const day = (president = "") => cast.get(`${choice} election day${president}`) ?? 0;
    const absentee = (president = "") => cast.get(`${choice} absentee${president}`) ?? 0;
    const others = day() - day(" buchanan");
    if (others === 0) {
      throw new RangeError(refusal({
        task: TASK,
        where: `voters of election day who chose ${choice} for the Senate`,
        found: "no valid vote but Buchanan's",
        expected: "some that say what these voters wanted",
      }));
    }
    const [contrast] = absenteeContrast([{
      county: choice,
      votes: day() + absentee(),
      candidate: day(" buchanan") + absentee(" buchanan"),
      absentee: absentee(),
      candidateAbsentee: absentee(" buchanan"),
    }], overdispersion);
    const { county: _, ...counted } = contrast!;
    const lean = (day(" gore") - day(" bush")) / others;
    return { choice, ...counted, lean, net: counted.excess * lean };
  });
  const net = parts.reduce((sum, part) => sum + part.net, 0);
  const error = Math.hypot(...parts.map((part) => part.excessError * part.lean));
  return { net, error, lower: net - 1.96 * error, upper: net + 1.96 * error, parts };
}
