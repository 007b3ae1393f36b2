/**
 * Functions of the library that take seconds, by their names: a page under other parameters asks some of them
 * the same again. What they give depends on their arguments alone.
 */
export const REMEMBERED: readonly string[] = [
  ...["binomialBeta", "collegeChances", "falseAlarmRate", "inversionChance", "kingModel"],
];

const results = new Map<unknown, Map<string, unknown>>();

const functions = new WeakMap<object, number>();
let known = 0;

/** A function among the arguments is the same where it is the same one, not where it has the same text. */
function numberOf(run: object): number {
  const number = functions.get(run) ?? ++known;
  functions.set(run, number);
  return number;
}

/** Arguments as a text that is another for other arguments; JSON alone leaves functions out, and NaN. */
const keyOf = (args: readonly unknown[]) =>
  JSON.stringify(args, (_, value: unknown) => {
    if (typeof value === "function") return { function: numberOf(value) };
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { number: Object.is(value, -0) ? "-0" : String(value) };
    }
    return value === undefined ? { undefined: true } : value;
  });

/**
 * Wraps a function so that the same arguments are computed once a process: it gives the same, each time
 * another copy. For arguments that are plain values or functions, and results that are plain values.
 */
export function remember<F extends (...args: never[]) => unknown>(run: F): F {
  const known = results.get(run) ?? new Map<string, unknown>();
  results.set(run, known);
  const remembered = (...args: never[]): unknown => {
    const key = keyOf(args);
    if (!known.has(key)) known.set(key, run(...args));
    return structuredClone(known.get(key));
  };
  return remembered as F;
}
