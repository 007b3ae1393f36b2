import { parseArgs, type ParseArgsConfig } from "node:util";
import { refusal } from "../check/mod.ts";

/** Writes lines to the process's output. */
export function print(text: string): void {
  writeAll(Deno.stdout, text);
}

/** Writes lines to the process's error stream. */
export function printError(text: string): void {
  writeAll(Deno.stderr, text);
}

function writeAll(stream: { writeSync(bytes: Uint8Array): number }, text: string): void {
  const bytes = new TextEncoder().encode(text + "\n");
  for (let written = 0; written < bytes.length;) {
    written += stream.writeSync(bytes.subarray(written));
  }
}

/** Thrown for a command line that can't be understood; the message says why. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The error for an argument that is not as it should be. */
export function misuse(where: string, found: unknown, expected: string): UsageError {
  return new UsageError(refusal({ task: "read the command line", where, found, expected }));
}

/** Parses arguments; throws a `UsageError` for an option that does not exist or lacks its value. */
export function parseCommand<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0];
    throw new UsageError(`Cannot read the command line: ${reason}`);
  }
}

/** A positive number of an option's text. */
export function positiveNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0)) {
    throw misuse(option, text, "a positive number");
  }
  return value;
}

/**
 * Runs a command and turns a misuse into a line with the usage and exit code 2,
 * and `--help` into the usage and exit code 0.
 */
export async function command(
  args: readonly string[],
  usage: string,
  work: () => Promise<number>,
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    print(usage);
    return 0;
  }
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    printError(`${error.message}\n\n${usage}`);
    return 2;
  }
}
