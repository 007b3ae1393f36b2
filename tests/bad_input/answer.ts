/**
 * What is wrong with an answer: the path of its first NaN or infinite number, or undefined. `infinite` names
 * fields that may be infinite, as their documentation says.
 */
export function notFinite(
  answer: unknown,
  infinite: readonly string[] = [],
  path = "answer",
  seen: Set<unknown> = new Set(),
): string | undefined {
  if (typeof answer === "number") {
    if (Number.isFinite(answer)) return undefined;
    const field = path.slice(path.lastIndexOf(".") + 1);
    return !Number.isNaN(answer) && infinite.includes(field) ? undefined : `${path} is ${answer}`;
  }
  if (typeof answer !== "object" || answer === null || seen.has(answer)) return undefined;
  seen.add(answer);
  for (const [key, value] of Object.entries(answer)) {
    const found = notFinite(value, infinite, `${path}.${key}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is wrong with an error: undefined where it is one of ours, in our words. */
export function notOurs(error: unknown): string | undefined {
  const known = error instanceof RangeError || error instanceof TypeError ||
    (error instanceof Error && error.name === "DataError");
  if (
    known && (error as Error).message.startsWith("Cannot ") &&
    !ENGINE.test((error as Error).message)
  ) {
    return undefined;
  }
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 120)}` : String(error);
}

/** The engine begins some of its own sentences alike. */
const ENGINE =
  /^Cannot (read propert|set propert|convert|mix BigInt|destructure|access|create property|assign|delete|perform|redefine)/;
