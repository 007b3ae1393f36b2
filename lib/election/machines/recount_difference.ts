import { requireList, requireName, requireOneOf, requireRecord } from "../../check/mod.ts";
import { requireVotes } from "../require_contests.ts";

const TASK = "compare a recount with the count";

/** A reporting unit's count before and after a recount. */
export interface RecountedUnit {
  /** The unit's name. */
  readonly unit: string;
  /** The technology that most of its ballots were cast on; "unmatched" where that is not known. */
  readonly technology: string;
  /** Votes by candidate in the original canvass. */
  readonly original: Readonly<Record<string, number>>;
  /** Votes by candidate in the recount. */
  readonly recount: Readonly<Record<string, number>>;
}

/** What a recount changed, for one technology. */
export interface RecountDifference {
  /** The technology. */
  readonly technology: string;
  /** Number of reporting units. */
  readonly units: number;
  /** How many of them had any candidate's count changed. */
  readonly changed: number;
  /** Net change of the first candidate's votes. */
  readonly first: number;
  /** Net change of the second candidate's votes. */
  readonly second: number;
  /** Net change of the margin, first minus second. */
  readonly margin: number;
  /** Sum of the absolute changes of both. */
  readonly absolute: number;
  /** Votes of both in the original canvass. */
  readonly votes: number;
  /** Absolute changes a 10,000 votes. */
  readonly per10000: number;
}

/**
 * What a recount changed, by voting technology, with a last row "all". If machines of one kind had moved
 * votes, counting the paper would have moved them back there and not elsewhere.
 *
 * @throws {RangeError} if a unit lacks either candidate, or there is no unit
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { recountByTechnology } from "tallybook/election";
 *
 * const rows = recountByTechnology([
 *   { unit: "1", technology: "DRE", original: { A: 10, B: 5 }, recount: { A: 11, B: 5 } },
 *   { unit: "2", technology: "scan", original: { A: 9, B: 9 }, recount: { A: 9, B: 9 } },
 * ], "A", "B");
 * assertEquals(rows.map((row) => [row.technology, row.margin]), [["DRE", 1], ["scan", 0], ["all", 1]]);
 * ```
 */
export function recountByTechnology(
  units: readonly RecountedUnit[],
  first: string,
  second: string,
): RecountDifference[] {
  requireList(TASK, "units", units, { least: 1 });
  units.forEach((unit, i) => requireUnit(unit, `units[${i}]`));
  const kinds = [...new Set(units.map((unit) => unit.technology))];
  return [
    ...kinds.map((kind) =>
      summarize(kind, units.filter((unit) => unit.technology === kind), first, second)
    ),
    summarize("all", units, first, second),
  ];
}

/**
 * The recount minus the original count of one candidate in one unit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { recountChange } from "tallybook/election";
 *
 * const unit = { unit: "1", technology: "DRE", original: { A: 10 }, recount: { A: 12 } };
 * assertEquals(recountChange(unit, "A"), 2);
 * ```
 */
export function recountChange(unit: RecountedUnit, candidate: string): number {
  requireUnit(unit, "unit");
  requireOneOf(TASK, `original count of ${unit.unit}`, candidate, Object.keys(unit.original));
  requireOneOf(TASK, `recount of ${unit.unit}`, candidate, Object.keys(unit.recount));
  return unit.recount[candidate]! - unit.original[candidate]!;
}

function summarize(
  technology: string,
  units: readonly RecountedUnit[],
  first: string,
  second: string,
): RecountDifference {
  let changed = 0;
  let absolute = 0;
  let votes = 0;
  const net = { first: 0, second: 0 };
  for (const unit of units) {
    const a = recountChange(unit, first);
    const b = recountChange(unit, second);
    net.first += a;
    net.second += b;
    absolute += Math.abs(a) + Math.abs(b);
    votes += unit.original[first]! + unit.original[second]!;
    const names = new Set([...Object.keys(unit.original), ...Object.keys(unit.recount)]);
    if ([...names].some((name) => (unit.original[name] ?? 0) !== (unit.recount[name] ?? 0))) {
      changed++;
    }
  }
  return {
    technology,
    units: units.length,
    changed,
    ...net,
    margin: net.first - net.second,
    absolute,
    votes,
    per10000: votes === 0 ? 0 : 1e4 * absolute / votes,
  };
}

function requireUnit(unit: RecountedUnit, where: string): void {
  requireRecord(TASK, where, unit);
  requireName(TASK, `name of ${where}`, unit.unit);
  requireName(TASK, `technology of ${unit.unit}`, unit.technology);
  requireVotes(TASK, ` in the count of ${unit.unit}`, unit.original);
  requireVotes(TASK, ` in the recount of ${unit.unit}`, unit.recount);
}
