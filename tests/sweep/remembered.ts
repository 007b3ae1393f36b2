/**
 * Functions of the library that take seconds, by their names: a page under other parameters asks some of them
 * the same again. What they give depends on their arguments alone.
 */
export const REMEMBERED: readonly string[] = ["kingModel", "binomialBeta"];

/** Wraps a function so that the same arguments are computed once a process. */
export type Remember = <F extends (...args: never[]) => unknown>(run: F) => F;

const results = new Map<unknown, Map<string, unknown>>();

/** The same as the function gives; of plain values, each time another copy. */
export const remember: Remember = (run) => {
  const known = results.get(run) ?? new Map<string, unknown>();
  results.set(run, known);
  const remembered = (...args: never[]): unknown => {
    const key = JSON.stringify(args);
    if (!known.has(key)) known.set(key, run(...args));
    return structuredClone(known.get(key));
  };
  return remembered as typeof run;
};
