import { isModeColumn } from "../fields.ts";
import { fold } from "../fold.ts";
import { isPresident } from "../president.ts";
import { sameCandidate } from "../same_candidate.ts";
import type { Nominees, WideColumn } from "./wide.ts";

/** What says of a column with a candidate's name that it counts no votes. */
const NO_COUNT =
  /%|\b(percent(age)?|pct|prc|share|margin|lead|leads|diff(erence)?|change|swing|shift|winner|wins?|net|rank|gain|loss|ratio|rate|per|odds|expected|predicted|forecast|average|avg|mean|median|minus|vs|cumulative|district)\b/;

/** Whether a heading says that its column is a share, a margin or the like, and no count of votes. */
export function isNoCount(heading: string): boolean {
  return heading.includes("%") || NO_COUNT.test(fold(heading.replace(/([a-z])([A-Z])/g, "$1 $2")));
}

/** A heading of all votes beside those of modes, and of votes beside their share. */
const WHOLE =
  /^((grand|sub) )?totals?( (votes?|count))?$|^votes?( (total|count|cast))?$|^count$|^#$/;

/** What a heading below or behind a name counts: all votes, those of a mode, nothing that is a count. */
function partOf(heading: string): "whole" | "mode" | "no count" | undefined {
  if (heading.trim() === "#") return "whole";
  if (isNoCount(heading)) return "no count";
  if (WHOLE.test(fold(heading))) return "whole";
  return isModeColumn(heading) ? "mode" : undefined;
}

/** A mode's name in the rows: all votes are a total, which is held against the modes later. */
function modeOf(heading: string, alone: boolean): { mode?: string } {
  if (alone) return {};
  return { mode: partOf(heading) === "whole" ? "Total" : heading.trim() };
}

/**
 * Columns of names that stand once over several columns each, with votes and shares, or modes of
 * voting and their total, in the row below: the sheets of Clarity and of many states.
 *
 * @param named The columns whose names are candidates'.
 * @param below The row under the names.
 * @returns The columns, or undefined where the row below is none of headings.
 */
export function spannedColumns(
  names: readonly string[],
  named: readonly WideColumn[],
  below: readonly string[],
): WideColumn[] | undefined {
  const columns: WideColumn[] = [];
  let several = false;
  for (const one of named) {
    const own = names[one.column]!;
    // Of a merged cell whose text stands in each of its columns the first one leads.
    if (names[one.column - 1] === own) continue;
    const headings = new Map<string, number>();
    for (
      let at = one.column;
      at === one.column || (names[at] ?? "") === "" || names[at] === own;
      at++
    ) {
      const heading = below[at] ?? "";
      if (partOf(heading) === undefined || headings.has(fold(heading))) break;
      headings.set(heading.includes("%") ? "%" : fold(heading), at);
    }
    const counted = [...headings.values()].filter((at) => partOf(below[at]!) !== "no count");
    if (counted.length === 0) return undefined;
    several ||= headings.size > 1;
    for (const column of counted) {
      columns.push({ ...one, column, ...modeOf(below[column]!, counted.length === 1) });
    }
  }
  return several ? columns : undefined;
}

/**
 * Columns in which a mode of voting stands behind the candidate's name, "Red Mail" and "Red Total":
 * each becomes the candidate's column of that mode.
 */
export function splitModes(
  columns: readonly WideColumn[],
  nominees: Nominees | undefined,
): WideColumn[] {
  if (nominees === undefined) return [...columns];
  const known = new Map(columns.map((one) => [one, sameCandidate(one.candidate, nominees.names)]));
  return columns.map((one): WideColumn => {
    const candidate = known.get(one);
    const others = columns.filter((other) =>
      known.get(other) === candidate && other.year === one.year
    );
    if (candidate === undefined || others.length < 2) return one;
    const parts = others.map(({ candidate }) => behind(candidate));
    if (!parts.every((part) => part !== undefined)) return one;
    return { ...one, candidate: before(one.candidate), ...modeOf(behind(one.candidate)!, false) };
  });
}

/** The shortest end of a heading that is a mode or a total, with what stands before it. */
function cut(heading: string): readonly [before: string, behind: string] | undefined {
  const words = heading.split(/[\s_:–—-]+|\s*\/\s*/).filter((word) => word !== "");
  for (let at = 1; at < words.length; at++) {
    const part = words.slice(at).join(" ");
    const kind = partOf(part);
    if (
      kind === "mode" && isModeColumn(words[at]!) || kind === "whole" ||
      kind === "mode" && isModeStart(words.slice(at))
    ) {
      return [words.slice(0, at).join(" "), part];
    }
  }
  return undefined;
}

/** Whether the first two words name a mode together: "Election Day". */
function isModeStart(words: readonly string[]): boolean {
  return words.length > 1 && isModeColumn(words.slice(0, 2).join(" "));
}

const behind = (heading: string): string | undefined => cut(heading)?.[1];
const before = (heading: string): string => cut(heading)?.[0] ?? heading;

/**
 * The columns that stand under the president's contest, where a row above the names has several
 * contests side by side; all columns where it has not.
 */
export function underPresident(
  grid: readonly (readonly string[])[],
  at: number,
  columns: readonly WideColumn[],
): WideColumn[] {
  for (let line = at - 1; line >= Math.max(0, at - 3); line--) {
    const row = grid[line]!;
    const contests = row.filter((cell) => cell !== "");
    if (!contests.some(isPresident) || new Set(contests).size < 2) continue;
    return columns.filter(({ column }) => {
      const contest = row.slice(0, column + 1).findLast((cell) => cell !== "");
      return contest !== undefined && isPresident(contest);
    });
  }
  return [...columns];
}
