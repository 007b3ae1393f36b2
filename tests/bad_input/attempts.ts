/**
 * A function called with each bad value in each place of a valid call. Two tests look at the same calls, one
 * at what comes back and one at the words of what is refused: they are made once.
 */
import { processorTime } from "../files/processor_time.ts";
import { notFinite, notOurs } from "./answer.ts";
import { badValues } from "./bad_values.ts";
import { type Called, opaque } from "./calls.ts";
import { positions } from "./positions.ts";

/** Milliseconds of a processor's time. */
const SECOND = 1_000;

/** What came of one such call. */
export interface Attempt {
  /** The place, and the bad value in it. */
  readonly what: string;
  /** What is wrong with the answer, or with the refusal. */
  readonly fault: string | undefined;
  /** What it was refused with. */
  readonly refused?: Error;
}

function attempt(
  call: Called,
  given: unknown[],
  what: string,
  infinite: readonly string[] | undefined,
): Attempt {
  let fault: string | undefined;
  let refused: Error | undefined;
  // What is slow once may have been compiled meanwhile; what is slow twice is slow.
  let took = Infinity;
  for (let tries = 0; tries < 2 && took > SECOND; tries++) {
    took = processorTime(() => {
      try {
        fault = notFinite(call(...given), infinite);
        refused = undefined;
      } catch (error) {
        fault = notOurs(error);
        refused = error as Error;
      }
    });
  }
  if (took > SECOND) fault ??= `took ${Math.round(took)} ms`;
  return { what, fault, ...(refused === undefined ? {} : { refused }) };
}

const made = new Map<string, readonly Attempt[]>();

/**
 * All such calls of a function.
 *
 * @param label Its room and name.
 * @param infinite Fields of its answer that may be infinite.
 */
export function attemptsOf(
  label: string,
  call: Called,
  args: () => unknown[],
  infinite?: readonly string[],
): readonly Attempt[] {
  const known = made.get(label);
  if (known !== undefined) return known;
  const attempts = positions(args(), opaque).flatMap((position) =>
    badValues(position.original).map(({ name, value }) =>
      attempt(call, position.replace(value), `${position.path} = ${name}`, infinite)
    )
  );
  made.set(label, attempts);
  return attempts;
}
