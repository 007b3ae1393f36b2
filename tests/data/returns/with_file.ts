import { assertThrows } from "@std/assert";
import { DataError, readReturns, type ReturnsFormat } from "tallybook/data";

/** Writes a file, runs a function on it, and removes it. */
export function withFile<T>(
  content: string | Uint8Array,
  run: (path: string) => T,
  name = "r.csv",
): T {
  const directory = Deno.makeTempDirSync();
  const path = `${directory}/${name}`;
  try {
    if (typeof content === "string") Deno.writeTextFileSync(path, content);
    else Deno.writeFileSync(path, content);
    return run(path);
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
}

/** A problem, as far as tests compare it. */
export interface Problem {
  row: number | undefined;
  column: string | undefined;
  found: string;
}

/** The problems that reading a file gives. */
export function problemsOf(
  content: string | Uint8Array,
  options: { format?: ReturnsFormat; name?: string; state?: string } = {},
): Problem[] {
  const { format = "tidy", name, state } = options;
  return withFile(content, (path) => {
    const error = assertThrows(
      () => readReturns(path, { format, year: 2016, ...(state === undefined ? {} : { state }) }),
      DataError,
    );
    return error.problems.map(({ row, column, found }) => ({ row, column, found }));
  }, name);
}
