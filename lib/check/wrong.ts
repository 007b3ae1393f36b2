import { refusal } from "./refusal.ts";

/**
 * The error for a value that is refused: a RangeError where it is of the kind that was wanted, as `typeof` names
 * it, and otherwise a TypeError. Its words are made only when they are needed.
 */
export function wrong(
  task: string,
  where: string,
  found: unknown,
  expected: string,
  kind?: "number" | "string",
): Error {
  const sentence = refusal({ task, where, found, expected });
  const given: string = typeof found;
  return given === kind ? new RangeError(sentence) : new TypeError(sentence);
}
