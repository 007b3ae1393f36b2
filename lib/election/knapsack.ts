import { refusal, requireCount, requireInteger, requireList, requireRecord } from "../check/mod.ts";

/** Something that may be chosen: what it adds and what it costs, both whole numbers. */
export interface Choice {
  /** What an item brings. */
  readonly weight: number;
  /** What it costs. */
  readonly cost: number;
}

/** The cheapest way to reach a weight, with every other way that costs as little. */
export interface CheapestCover<T extends Choice> {
  /** The least cost that reaches the weight. */
  readonly cost: number;
  /** Each a selection of the same least cost; the first has its choices in the groups' order. */
  readonly selections: readonly (readonly T[])[];
  /** False if there are more selections than `limit`, and only the first are listed. */
  readonly complete: boolean;
}

/**
 * The least cost at which choices, at most one of each group, weigh together at least `need`:
 * the exact 0/1 knapsack by dynamic programming over weight, with groups. A group of one choice
 * is the ordinary take-it-or-leave-it.
 *
 * Whole numbers throughout, so nothing is rounded. Cost is O(choices × need) time and
 * O(groups × need) memory, besides the listing of equal selections.
 *
 * @param groups Choices that exclude one another stand in one group.
 * @param need The weight to reach; at 0 or less the empty selection is the answer.
 * @param limit How many equal selections to list.
 * @throws {RangeError} If a weight, a cost or the limit is no count, or the table would be too large.
 * @throws {TypeError} If an argument is of the wrong kind.
 * @returns Undefined if all groups together weigh less than `need`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { cheapestCover } from "tallybook/election";
 *
 * // Reach 38 electors: Michigan and Wisconsin have 26, so Pennsylvania is needed besides.
 * const michigan = { unit: "MI", weight: 16, cost: 5_353 };
 * const wisconsin = { unit: "WI", weight: 10, cost: 11_375 };
 * const pennsylvania = { unit: "PA", weight: 20, cost: 22_147 };
 * const florida = { unit: "FL", weight: 29, cost: 56_456 };
 * const cover = cheapestCover([[michigan], [wisconsin], [pennsylvania], [florida]], 38);
 * assertEquals(cover?.cost, 38_875);
 * assertEquals(cover?.selections, [[michigan, wisconsin, pennsylvania]]);
 * ```
 */
export function cheapestCover<T extends Choice>(
  groups: readonly (readonly T[])[],
  need: number,
  limit = 100,
): CheapestCover<T> | undefined {
  requireGroups(groups);
  requireInteger(TASK, "need", need);
  requireCount(TASK, "limit", limit, { minimum: 1, maximum: 10_000 });
  const goal = Math.max(0, need);
  const cells = (groups.length + 1) * (goal + 1);
  if (cells > MOST_CELLS) {
    throw new RangeError(
      refusal({
        task: TASK,
        where: "groups and need",
        found: `${groups.length} groups and ${goal}`,
        expected: `a table of at most ${MOST_CELLS} cells`,
      }),
    );
  }
  const width = goal + 1;
  // least[g * width + n]: the least cost of weight n from the groups g, g + 1, … on.
  const least = new Float64Array((groups.length + 1) * width).fill(Infinity);
  least[groups.length * width] = 0;
  for (let g = groups.length - 1; g >= 0; g--) {
    for (let n = 0; n <= goal; n++) {
      let cost = least[(g + 1) * width + n] as number;
      for (const choice of groups[g] as readonly T[]) {
        const rest = least[(g + 1) * width + Math.max(0, n - choice.weight)] as number;
        cost = Math.min(cost, choice.cost + rest);
      }
      least[g * width + n] = cost;
    }
  }
  const cost = least[goal] as number;
  if (!Number.isFinite(cost)) return undefined;

  const selections: T[][] = [];
  let complete = true;
  const chosen: T[] = [];
  const walk = (g: number, n: number): void => {
    if (selections.length >= limit) {
      complete = false;
      return;
    }
    if (g === groups.length) {
      selections.push([...chosen]);
      return;
    }
    const target = least[g * width + n] as number;
    for (const choice of groups[g] as readonly T[]) {
      const rest = Math.max(0, n - choice.weight);
      if (choice.cost + (least[(g + 1) * width + rest] as number) === target) {
        chosen.push(choice);
        walk(g + 1, rest);
        chosen.pop();
      }
    }
    if (least[(g + 1) * width + n] === target) walk(g + 1, n);
  };
  walk(0, goal);
  return { cost, selections, complete };
}

const TASK = "find the cheapest cover";
const MOST_CELLS = 10_000_000;

function requireGroups(groups: readonly (readonly Choice[])[]): void {
  requireList(TASK, "groups", groups);
  groups.forEach((group, g) => {
    requireList(TASK, `groups[${g}]`, group);
    group.forEach((choice, i) => {
      requireRecord(TASK, `groups[${g}][${i}]`, choice);
      requireCount(TASK, `weight of groups[${g}][${i}]`, choice.weight);
      requireCount(TASK, `cost of groups[${g}][${i}]`, choice.cost);
    });
  });
}
