import type { Estimate } from "../../stats/estimate.ts";
import {
  refusal,
  requireCount,
  requireDistinct,
  requireFunction,
  requireList,
  requireName,
  requireOneOf,
  requireRecord,
} from "../../check/mod.ts";

/**
 * What a state's law does about an elector's pledge: nothing, ask for one, punish
 * who breaks it, or void the vote and replace the elector. "unknown" where no
 * source says.
 */
export type ElectorLaw = "none" | "pledge" | "penalty" | "void" | "unknown";

/** A state's law during a span of time. */
export interface ElectorLawRecord {
  /** The state's abbreviation. */
  readonly state: string;
  /** What the state does to a broken pledge. */
  readonly law: ElectorLaw;
  /** First day in force, "2010-01-01"; absent if always so in the table's span. */
  readonly from?: string;
  /** First day no longer in force; absent if still so. */
  readonly until?: string;
  /** Where the law stands. */
  readonly source: string;
}

/** A state's electors pledged to one candidate. */
export interface Slate {
  /** The state's abbreviation. */
  readonly state: string;
  /** How many electors it has. */
  readonly electors: number;
}

/**
 * The law of a state on a day: "unknown" where the table is silent.
 *
 * @throws {RangeError} if two records cover the day, or the date is not a day in ISO form.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { electorLawOn } from "tallybook/election";
 *
 * const table = [{ state: "WA", law: "penalty", source: "RCW 29A.56.340" } as const];
 * assertEquals(electorLawOn(table, "WA", "2016-12-19"), "penalty");
 * assertEquals(electorLawOn(table, "TX", "2016-12-19"), "unknown");
 * ```
 */
export function electorLawOn(
  table: readonly ElectorLawRecord[],
  state: string,
  day: string,
): ElectorLaw {
  const task = "find a law on electors";
  requireList(task, "table", table);
  for (let i = 0; i < table.length; i++) {
    const where = `table[${i}]`;
    const { state: of, law, from, until } = requireRecord(task, where, table[i]!);
    requireName(task, `state of ${where}`, of);
    requireOneOf(task, `law of ${of}`, law, LAWS);
    if (from !== undefined) requireDay(task, `first day of the law of ${of}`, from);
    if (until !== undefined) requireDay(task, `day after the law of ${of}`, until);
  }
  requireName(task, "state", state);
  requireDay(task, "day", day);
  const found = table.filter((record) =>
    record.state === state && (record.from ?? "") <= day &&
    (record.until === undefined || day < record.until)
  );
  if (found.length > 1) {
    throw new RangeError(
      refusal({
        task,
        where: `laws of ${state} on ${day}`,
        found: found.map((record) => record.law).join(", "),
        expected: "one law",
      }),
    );
  }
  return found[0]?.law ?? "unknown";
}

function requireDay(task: string, where: string, day: unknown): void {
  if (typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day)) return;
  const message = refusal({ task, where, found: day, expected: "a day like 2016-12-19" });
  throw typeof day === "string" ? new RangeError(message) : new TypeError(message);
}

const LAWS: readonly ElectorLaw[] = ["none", "pledge", "penalty", "void", "unknown"];

function requireSlates(task: string, slates: readonly Slate[]): void {
  requireList(task, "slates", slates);
  slates.forEach((slate, i) => {
    requireRecord(task, `slates[${i}]`, slate);
    requireName(task, `state of slates[${i}]`, slate.state);
    requireCount(task, `electors of ${slate.state}`, slate.electors);
  });
  requireDistinct(task, "states of the slates", slates.map(({ state }) => state));
}

/** Whether enough of a candidate's electors were free to defect, as far as the laws are known. */
export interface DefectionFeasibility {
  /** Electors whom no law in `binding` bound. */
  readonly free: number;
  /** Electors whom such a law bound. */
  readonly bound: number;
  /** Electors of states whose law is unknown. */
  readonly unknown: number;
  /** Whether the number needed could come from the free: "unknown" if that hangs on the unknown. */
  readonly feasible: "yes" | "no" | "unknown";
  /** The fewest states whose free electors suffice, largest slates first; null if they do not. */
  readonly states: readonly string[] | null;
}

/**
 * Whether the defections needed could have come from electors whom no law bound.
 * Feasible is not likely, and "without a penalty" is not "with permission".
 *
 * @param slates The candidate's electors by state.
 * @param lawOf The law of a state on the day.
 * @param needed Defections needed.
 * @param binding What counts as binding: penalties and void votes unless told.
 * @throws {RangeError} if a count is not whole.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { feasibleDefections } from "tallybook/election";
 *
 * const slates = [{ state: "A", electors: 5 }, { state: "B", electors: 3 }];
 * const result = feasibleDefections(slates, (state) => state === "A" ? "void" : "none", 4);
 * assertEquals([result.free, result.feasible], [3, "no"]);
 * ```
 */
export function feasibleDefections(
  slates: readonly Slate[],
  lawOf: (state: string) => ElectorLaw,
  needed: number,
  binding: readonly ElectorLaw[] = ["penalty", "void"],
): DefectionFeasibility {
  const task = "say whether electors were free to defect";
  requireSlates(task, slates);
  requireCount(task, "defections needed", needed);
  requireList(task, "binding laws", binding);
  for (const law of binding) requireOneOf(task, "binding law", law, LAWS);
  requireFunction(task, "lawOf", lawOf);
  const sums = { free: 0, bound: 0, unknown: 0 };
  const open: Slate[] = [];
  for (const slate of slates) {
    const law = requireOneOf(task, `law of ${slate.state}`, lawOf(slate.state), LAWS);
    const kind = law === "unknown" ? "unknown" : binding.includes(law) ? "bound" : "free";
    sums[kind] += slate.electors;
    if (kind === "free") open.push(slate);
  }
  const feasible = sums.free >= needed
    ? "yes"
    : sums.free + sums.unknown >= needed
    ? "unknown"
    : "no";
  const states: string[] = [];
  let gathered = 0;
  for (const slate of [...open].sort((a, b) => b.electors - a.electors)) {
    if (gathered >= needed) break;
    states.push(slate.state);
    gathered += slate.electors;
  }
  return { ...sums, feasible, states: feasible === "yes" ? states : null };
}

/**
 * How many of a candidate's electors were free if all that is known is how many
 * of the nation's units bind theirs, not which: from all of them being the
 * candidate's largest to as few as possible being the candidate's at all.
 *
 * @param slates The candidate's electors by state.
 * @param bindingUnits Units of the nation whose law binds.
 * @param units Units of the nation: 50 states and the District of Columbia.
 * @throws {RangeError} if counts make no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { freeElectorsBounds } from "tallybook/election";
 *
 * // One of three units binds: the candidate's own large one, or the one that others won.
 * const slates = [{ state: "A", electors: 5 }, { state: "B", electors: 3 }];
 * const { lower, upper } = freeElectorsBounds(slates, 1, 3);
 * assertEquals([lower, upper], [3, 8]);
 * ```
 */
export function freeElectorsBounds(
  slates: readonly Slate[],
  bindingUnits: number,
  units = 51,
): Estimate {
  const task = "bound the free electors";
  requireSlates(task, slates);
  requireCount(task, "units", units, { minimum: slates.length });
  requireCount(task, "binding units", bindingUnits, { maximum: units });
  const sizes = slates.map((slate) => slate.electors).sort((a, b) => b - a);
  const add = (list: readonly number[]) => list.reduce((sum, electors) => sum + electors, 0);
  const least = add(sizes.slice(Math.min(bindingUnits, sizes.length)));
  const own = Math.max(0, bindingUnits - (units - sizes.length));
  const most = add(sizes.slice(0, sizes.length - own));
  return {
    estimand: "electors whom no law bound",
    point: (least + most) / 2,
    lower: least,
    upper: most,
    level: 1,
    method: "bounds over every set of binding units; the point is only their middle",
    assumptions: [
      `${bindingUnits} of ${units} units bind their electors, and it is not known which`,
    ],
    n: slates.length,
  };
}
