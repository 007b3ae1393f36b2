import { refusal, requireCount, requireOneOf, requireRecord } from "../../check/mod.ts";

/** How many electors would have to vote for somebody else, and to what end. */
export interface DefectionsNeeded {
  /** A majority of all electors. */
  readonly needed: number;
  /** Defections that leave the holder one short of a majority; 0 if there is none to take away. */
  readonly toDeny: number;
  /** Defections to the beneficiary that give them a majority; 0 if they have one. */
  readonly toElect: number;
}

/**
 * How many of one candidate's electors would have to break their pledge to deny a
 * majority, and how many would have to vote for another candidate to elect them.
 *
 * @param electors Electors by candidate, as won.
 * @param holder Whose electors would defect.
 * @param beneficiary For whom they would vote.
 * @param total All electors appointed; the sum of `electors` unless told. Give 538
 * where some were not yet won when the question was asked.
 * @throws {RangeError} if a count is not whole, a candidate has no electors listed,
 * or the holder has too few to elect the beneficiary.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { defectionsNeeded } from "tallybook/election";
 *
 * assertEquals(defectionsNeeded({ Trump: 306, Clinton: 232 }, "Trump", "Clinton"), {
 *   needed: 270,
 *   toDeny: 37,
 *   toElect: 38,
 * });
 * ```
 */
export function defectionsNeeded(
  electors: Readonly<Record<string, number>>,
  holder: string,
  beneficiary: string,
  total?: number,
): DefectionsNeeded {
  const task = "count the defections needed";
  requireRecord(task, "electors", electors);
  for (const [name, count] of Object.entries(electors)) {
    requireCount(task, `electors of ${name}`, count);
  }
  const names = Object.keys(electors);
  requireOneOf(task, "holder", holder, names);
  requireOneOf(task, "beneficiary", beneficiary, names);
  if (holder === beneficiary) {
    throw new RangeError(
      refusal({
        task,
        where: "beneficiary",
        found: beneficiary,
        expected: "another than the holder",
      }),
    );
  }
  const won = Object.values(electors).reduce((sum, count) => sum + count, 0);
  const all = total ?? won;
  requireCount(task, "all electors", all, { minimum: won });
  const [held, other] = [electors[holder]!, electors[beneficiary]!];
  const needed = Math.floor(all / 2) + 1;
  const toElect = Math.max(0, needed - other);
  if (toElect > held) {
    throw new RangeError(
      refusal({
        task,
        where: `electors of ${holder}`,
        found: held,
        expected: `at least the ${toElect} that ${beneficiary} lacks`,
      }),
    );
  }
  return { needed, toDeny: Math.max(0, held - needed + 1), toElect };
}
