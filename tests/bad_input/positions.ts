/** A place in a call's arguments, and the arguments with another value there. */
export interface Position {
  /** As `problem.weights` or `argument 2[0]`. */
  readonly path: string;
  /** What stands there in the valid call. */
  readonly original: unknown;
  /** The arguments with `value` there instead. */
  replace(value: unknown): unknown[];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * Every argument, every field of arguments that are plain objects, and within lists of objects or lists the
 * first member and its fields. A list of numbers or texts is one place; what can be wrong with its members
 * comes with the bad values. Results of our own functions (a fit, a term) are one place too: `opaque` says so.
 */
export function positions(
  args: readonly unknown[],
  opaque: (value: unknown) => boolean,
): Position[] {
  const found: Position[] = [];
  const walk = (
    path: string,
    original: unknown,
    replace: (value: unknown) => unknown[],
    depth: number,
  ): void => {
    found.push({ path, original, replace });
    if (depth === 0 || opaque(original)) return;
    if (isPlain(original)) {
      for (const [key, value] of Object.entries(original)) {
        walk(`${path}.${key}`, value, (other) => replace({ ...original, [key]: other }), depth - 1);
      }
    } else if (Array.isArray(original) && typeof original[0] === "object") {
      const rest = original.slice(1);
      walk(`${path}[0]`, original[0], (other) => replace([other, ...rest]), depth - 1);
    }
  };
  for (const [at, value] of args.entries()) {
    walk(`argument ${at + 1}`, value, (other) => args.map((arg, i) => (i === at ? other : arg)), 3);
  }
  return found;
}
