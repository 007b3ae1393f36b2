import { parseArgs, type ParseArgsConfig } from "node:util";
import { nearest, refusal, unknownName } from "../check/mod.ts";

/** What a terminal obeys instead of showing it; names in others' files can hold it. */
// deno-lint-ignore no-control-regex -- they are what is sought
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Writes lines to the process's output; signs that would steer a terminal are written as what they are. */
export function print(text: string): void {
  writeAll(Deno.stdout, text);
}

/** Writes lines to the process's error stream. */
export function printError(text: string): void {
  writeAll(Deno.stderr, text);
}

function writeAll(stream: { writeSync(bytes: Uint8Array): number }, text: string): void {
  const plain = text.replace(
    CONTROLS,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const bytes = new TextEncoder().encode(plain + "\n");
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

/**
 * Parses arguments; throws a `UsageError` for an option that does not exist, lacks its value, or has
 * two values where it takes one.
 */
export function parseCommand<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>> {
  try {
    const { tokens, ...parsed } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      tokens: true,
    });
    const values = new Map<string, string>();
    for (const token of tokens) {
      if (token.kind !== "option" || token.value === undefined) continue;
      if (options[token.name]?.multiple === true) continue;
      const before = values.get(token.name) ?? token.value;
      if (before !== token.value) {
        throw misuse(`option ${token.rawName}`, [before, token.value], "one value");
      }
      values.set(token.name, before);
    }
    return parsed as ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(reasonOf(error as Error & { code?: string }, options));
  }
}

/** Why arguments cannot be parsed, as this house says it. */
function reasonOf(
  { code, message }: Error & { code?: string },
  options: NonNullable<ParseArgsConfig["options"]>,
): string {
  const task = "read the command line";
  const found = /'(?:-\w, )?(-+[^'\s=]+)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const short = Object.values(options).flatMap((option) =>
      option.short === undefined ? [] : [`-${option.short}`]
    );
    const names = [...Object.keys(options).map((name) => `--${name}`), ...short];
    const near = nearest(found.replace(/^-+/, ""), Object.keys(options));
    return unknownName(task, "option", found, [...names, "--help"]).replace(/; nearest: .*$/, "") +
      (near === undefined ? "" : `; nearest: "--${near}"`);
  }
  const value = options[found.replace(/^-+/, "")]?.type === "boolean"
    ? "no value"
    : "a value behind it";
  return refusal({
    task,
    where: `option ${found}`,
    found: value === "no value" ? "a value" : undefined,
    expected: value,
  });
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
 * Runs a command and turns a misuse into a line with the usage and exit code 2, `--help` into the
 * usage and exit code 0, and a refusal of this house, or of the system to read or write a file, into
 * its one sentence: exit code 2 where an option's value was refused, else 1.
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
    if (error instanceof UsageError) {
      printError(`${error.message}\n\n${usage}`);
      return 2;
    }
    const said = sentenceOf(error);
    if (said === undefined) throw error;
    printError(said);
    return /^Cannot [^:]+: option /.test(said) ? 2 : 1;
  }
}

/** The system's refusals that say something about a file and nothing about this program. */
const OF_FILES: readonly (new (message?: string) => Error)[] = [
  Deno.errors.NotFound,
  Deno.errors.PermissionDenied,
  Deno.errors.AlreadyExists,
  Deno.errors.NotADirectory,
  Deno.errors.IsADirectory,
  Deno.errors.FilesystemLoop,
];

/** What an error says to who gave the command; undefined for a fault of the program itself. */
function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/^Cannot \w+ /.test(error.message) && !/^Cannot (read|set) propert/.test(error.message)) {
    return error.message;
  }
  const isFiles = OF_FILES.some((kind) => error instanceof kind) ||
    /^(No space left|Read-only file system|File name too long|Is a directory)/.test(error.message);
  return isFiles ? `Cannot use a file: ${error.message}` : undefined;
}
