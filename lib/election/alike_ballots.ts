import {
  refusal,
  requireCount,
  requireList,
  requireOneOf,
  requireRecord,
  requireText,
} from "../check/mod.ts";

/** Ballots that say the same: what they chose in the contest asked about, and in all others. */
export interface LikeBallots {
  /** The choices in the other contests, as one text: ballots with the same text are alike. */
  readonly like: string;
  /** The choice in the contest asked about. */
  readonly choice: string;
  /** How many ballots say this. */
  readonly ballots: number;
}

/** How ballots of one choice would divide between two others, had they done as ballots alike did. */
export interface AlikeShare {
  /** Ballots of the choice asked about with a like among those of the two others, and those without. */
  readonly matched: number;
  /** Those without a like. */
  readonly alone: number;
  /** The share of the matched that goes to the first of the two. */
  readonly share: number;
  /** The same of all, with the ballots without a like all to the second, or all to the first. */
  readonly lower: number;
  /** The upper end of the interval. */
  readonly upper: number;
}

/**
 * Divides the ballots of one choice between two others as the ballots of these that are alike in
 * every other contest: in each group of like ballots by the two choices' numbers there. That is an
 * assumption about voters and no count; the ends say what ballots without a like leave open.
 *
 * @param ballots Ballots by what they chose.
 * @param asked The choice whose ballots are divided.
 * @param between The two choices between which they are: two others.
 * @throws {RangeError} if a number of ballots is no whole number of 0 or more, if a choice is not among
 *   the ballots' or is named twice, or if no ballot of the choice asked about has a like.
 * @throws {TypeError} if the ballots are no list, or a number, a text or a choice is of the wrong kind.
 *
 * @example Four ballots are like three of A's and one of B's; a fifth is like none.
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { alikeShare } from "tallybook/election";
 *
 * const found = alikeShare([
 *   { like: "x", choice: "A", ballots: 3 },
 *   { like: "x", choice: "B", ballots: 1 },
 *   { like: "x", choice: "C", ballots: 4 },
 *   { like: "y", choice: "C", ballots: 1 },
 * ], "C", ["A", "B"]);
 * assertEquals(found, { matched: 4, alone: 1, share: 0.75, lower: 0.6, upper: 0.8 });
 * ```
 */
export function alikeShare(
  ballots: readonly LikeBallots[],
  asked: string,
  between: readonly [string, string],
): AlikeShare {
  const task = "divide ballots as those alike";
  const rows = requireList(task, "ballots", ballots).map((row, i) => requireRow(task, row, i));
  const [first, second] = requireChoices(task, rows, asked, between);
  const groups = new Map<string, { asked: number; first: number; second: number }>();
  for (const { like, choice, ballots } of rows) {
    const group = groups.get(like) ?? { asked: 0, first: 0, second: 0 };
    groups.set(like, group);
    if (choice === asked) group.asked += ballots;
    if (choice === first) group.first += ballots;
    if (choice === second) group.second += ballots;
  }
  let [matched, toFirst, alone] = [0, 0, 0];
  for (const group of groups.values()) {
    const both = group.first + group.second;
    if (both === 0) alone += group.asked;
    else {
      matched += group.asked;
      toFirst += group.asked * group.first / both;
    }
  }
  if (matched === 0) {
    throw new RangeError(refusal({
      task,
      where: "choice asked about",
      found: asked,
      expected: "a choice with ballots that are like some of the two others",
    }));
  }
  const all = matched + alone;
  return {
    matched,
    alone,
    share: toFirst / matched,
    lower: toFirst / all,
    upper: (toFirst + alone) / all,
  };
}

function requireRow(task: string, row: LikeBallots, i: number): LikeBallots {
  requireRecord(task, `ballots[${i}]`, row);
  return {
    like: requireText(task, `ballots[${i}].like`, row.like),
    choice: requireText(task, `ballots[${i}].choice`, row.choice),
    ballots: requireCount(task, `ballots[${i}].ballots`, row.ballots),
  };
}

/** A choice that no ballot has, or the same choice twice, would be answered with a share of 0 or 1. */
function requireChoices(
  task: string,
  rows: readonly LikeBallots[],
  asked: string,
  between: readonly [string, string],
): readonly [string, string] {
  const choices = [...new Set(rows.map(({ choice }) => choice))];
  requireOneOf(task, "choice asked about", asked, choices);
  requireList(task, "choices between", between, { length: 2 });
  const others = choices.filter((choice) => choice !== asked);
  const first = requireOneOf(task, "choices between[0]", between[0], others);
  const second = requireOneOf(
    task,
    "choices between[1]",
    between[1],
    others.filter((choice) => choice !== first),
  );
  return [first, second];
}
