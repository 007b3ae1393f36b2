import { requireText } from "../../check/mod.ts";
import { knownCounties } from "./known_counties.ts";
import { nomineesOf } from "./nominees.ts";
import { openFile } from "./open_file.ts";
import { readChecked, type ReadReturnsOptions, TASK } from "./read_checked.ts";
import { ReadReturns } from "./read_result.ts";

export type { ReadReturnsOptions } from "./read_checked.ts";

const KNOWN = { counties: knownCounties, nominees: nomineesOf };

/**
 * Reads a researcher's own file of returns for president. The layout is told by the file: rows of
 * candidates with a header (tidy, OpenElections, the MIT Election Data and Science Lab's, in commas,
 * tabs, pipes or semicolons), a column a candidate, a workbook, Clarity's detail XML, NIST's
 * 1500-100 and 1500-103, or cast-vote records of Dominion and ES&S.
 *
 * Nothing is dropped in silence, and no count changes in silence: what is wrong stops the reading,
 * and all that is wrong is said at once, with rows, columns and the option that would go on. Each
 * row is known as a candidate's, a write-in's, a total, ballots without a vote, or a count of
 * voters; totals are found by arithmetic, so that no vote counts twice. What was left out, kept
 * apart or read differently than it stands there is listed in `mended`.
 *
 * A file is read in chunks into columns, in time and memory proportional to its rows for president.
 *
 * @param path The file.
 * @param options See {@linkcode ReadReturnsOptions}.
 * @returns The returns, what was mended or kept apart, other offices' rows by office, and how the
 * sums stand to known totals.
 * @throws {DataError} listing every problem, and the option `mend` that helps where there is one.
 * @throws {TypeError | RangeError} for an option that is not one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readReturns } from "tallybook/data";
 *
 * const path = Deno.makeTempFileSync({ suffix: ".csv" });
 * Deno.writeTextFileSync(path, "state_po,fips,candidate,votes\nAL,1001,Ada,12\nAL,01003,Ada,5\n");
 * const { returns, mended } = readReturns(path, { format: "tidy", year: 2016 });
 * assertEquals(returns.toRecords().map((row) => row.fips), ["01001", "01003"]);
 * assertEquals(mended.length, 1);
 * Deno.removeSync(path);
 * ```
 */
export function readReturns(path: string, options: ReadReturnsOptions = {}): ReadReturns {
  return readReturnsWith(path, options);
}

/** Reads a file as {@linkcode readReturns} does, and tells how far it is, in bytes. */
export function readReturnsWith(
  path: string,
  options: ReadReturnsOptions,
  progress?: (read: number, size: number) => void,
): ReadReturns {
  requireText("read returns", "path", path);
  const opened = openFile(path, TASK);
  try {
    return new ReadReturns({
      ...readChecked(opened, path, options, KNOWN, progress),
      check: options.check ?? true,
    });
  } finally {
    opened.close();
  }
}
