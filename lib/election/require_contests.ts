import {
  nearest,
  requireCount,
  requireDistinct,
  requireList,
  requireName,
  requireNumber,
  requireOneOf,
  requireRecord,
  unknownName,
} from "../check/mod.ts";
import { wrong } from "../check/wrong.ts";
import type { Contest } from "./contest.ts";

type Votes = Readonly<Record<string, number>>;

/** Whether votes are counts, or may be the fractions (and less than none) of a projection. */
type Kind = "counts" | "numbers";

/** Throws unless votes are an object of counts, or of finite numbers. */
export function requireVotes(task: string, of: string, votes: Votes, kind: Kind = "counts"): void {
  requireRecord(task, `votes${of}`, votes);
  for (const candidate in votes) {
    if (candidate in Object.prototype || !Object.hasOwn(votes, candidate)) {
      const expected = "names of candidates that are the object's own, and not every object's";
      throw wrong(task, `votes${of}`, candidate, expected, "string");
    }
    const count = votes[candidate];
    if (kind === "counts" ? isCount(count) : isNumber(count)) continue;
    const where = `votes for ${candidate}${of}`;
    if (kind === "counts") requireCount(task, where, count);
    else requireNumber(task, where, count, { minimum: -MOST, maximum: MOST });
  }
}

/** No vote beyond this is told from the next, and sums of larger ones could overflow. */
const MOST = Number.MAX_SAFE_INTEGER;

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= MOST;
}

/** Throws unless each is a contest: a named unit, a count of electors, votes; no unit twice. */
export function requireContests(
  task: string,
  contests: readonly Contest[],
  { kind = "counts", least = 1 }: { readonly kind?: Kind; readonly least?: number } = {},
): void {
  requireList(task, "contests", contests, { least });
  const spellings = new Map<string, string>();
  for (let i = 0; i < contests.length; i++) {
    const contest = requireRecord(task, `contests[${i}]`, contests[i]!);
    const { unit, electors, votes } = contest;
    requireName(task, `unit of contests[${i}]`, unit);
    requireCount(task, `electors of ${unit}`, electors);
    requireVotes(task, ` in ${unit}`, votes, kind);
    requireOneSpelling(task, unit, spellings);
    for (const candidate in votes) requireOneSpelling(task, candidate, spellings);
  }
  requireDistinct(task, "contests", contests.map(({ unit }) => unit));
}

/** An accented letter can be one code point or two: what looks like one name would be counted as two. */
function requireOneSpelling(task: string, name: string, spellings: Map<string, string>): void {
  if (!BEYOND_ASCII.test(name)) return;
  const composed = name.normalize("NFC");
  const known = spellings.get(composed) ?? name;
  if (known !== name) {
    const found = `${composed} in two sequences of code points`;
    const expected = "one (give every name through normalize())";
    throw wrong(task, "names", found, expected, "string");
  }
  spellings.set(composed, name);
}

const BEYOND_ASCII = /[^\x20-\x7e]/;

/**
 * Returns the rows as a list, each an object.
 *
 * @throws {TypeError} if they cannot be gone through, or one is no object.
 */
export function requireRows<Row extends object>(
  task: string,
  where: string,
  rows: Iterable<Row>,
): readonly Row[] {
  if (
    typeof (rows as Partial<Iterable<Row>> | undefined | null)?.[Symbol.iterator] !== "function"
  ) {
    throw wrong(task, where, rows, "a list of rows");
  }
  const list = [...rows];
  for (let i = 0; i < list.length; i++) requireRecord(task, `${where}[${i}]`, list[i]!);
  return list;
}

/** Candidates with votes anywhere, most votes first. */
export function candidatesOf(contests: readonly Pick<Contest, "votes">[]): string[] {
  const total = new Map<string, number>();
  for (const { votes } of contests) {
    for (const candidate in votes) {
      total.set(candidate, (total.get(candidate) ?? 0) + votes[candidate]!);
    }
  }
  return [...total].filter(([, votes]) => votes !== 0).sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
}

/**
 * Returns the name if its candidate has votes in some contest: a misspelt one would otherwise be
 * answered as one who lost everywhere. Lists who ran, by votes, and names the nearest.
 *
 * @throws {TypeError} if it is no text.
 * @throws {RangeError} if nobody of that name has votes.
 */
export function requireRan(
  task: string,
  where: string,
  name: string,
  contests: readonly Pick<Contest, "votes">[],
): string {
  return requireOneOf(task, where, name, candidatesOf(contests));
}

const SHORTEST_MISSPELT = 4;

/**
 * Throws if nobody among the votes has the name, but somebody has one much like it: who is absent
 * from one state's ballot has no votes there, who is misspelt is somebody else.
 */
export function requireUnmistaken(task: string, where: string, name: string, votes: Votes): void {
  // Short names stand for somebody ("A", "X"): one letter makes another name of them.
  if (Object.hasOwn(votes, name) || name.length < SHORTEST_MISSPELT) return;
  const names = Object.keys(votes);
  if (nearest(name, names) !== undefined) requireOneOf(task, where, name, names);
}

/** Checks two candidates who ran and are not one. */
export function requireTwo(
  task: string,
  [first, second]: readonly [where: string, name: string][],
  contests: readonly Pick<Contest, "votes">[],
): void {
  for (const [where, name] of [first!, second!]) requireRan(task, where, name, contests);
  if (first![1] === second![1]) {
    throw wrong(task, second![0], second![1], `another than the ${first![0]}`, "string");
  }
}

/** Throws unless each name is a unit of the contests, or of another list with units. */
export function requireUnits(
  task: string,
  where: string,
  names: readonly string[],
  contests: readonly { readonly unit: string }[],
): void {
  requireList(task, where, names);
  const known = new Set(contests.map(({ unit }) => unit));
  for (const name of names) {
    if (known.has(name)) continue;
    const message = unknownName(task, where, name, [...known]);
    throw typeof name === "string" ? new RangeError(message) : new TypeError(message);
  }
}
