import { DataError, type DataProblem } from "../../data/data_error.ts";
import { checkSums } from "../../data/returns/check_sums.ts";
import { type Inspection, inspection } from "../../data/returns/commands/inspection.ts";
import { openBytes } from "../../data/returns/open_file.ts";
import { readChecked, type ReadReturnsOptions } from "../../data/returns/read_checked.ts";
import { countySums } from "../../data/returns/sums.ts";
import { type PackedKnown, unpackKnown } from "./unpack_known.ts";

/** What came of a reader's file: what the page says of it, or why it is refused. */
export type Inspected =
  | { readonly page: Inspection }
  | { readonly refusal: string; readonly problems: readonly DataProblem[] };

/**
 * Reads and checks a file from its bytes, as `deno task inspect` does from the disk: the same reader
 * and the same checks, without Deno.
 *
 * @param progress Told how far the reading is, in bytes.
 */
export function inspectBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadReturnsOptions,
  known: PackedKnown,
  progress?: (read: number, size: number) => void,
): Inspected {
  const told = unpackKnown(known);
  try {
    const read = readChecked(openBytes(bytes), name, options, told, progress);
    const checks = checkSums(countySums(read.checked, read.defaults), told.totals);
    return { page: inspection(name, { ...read, checks }) };
  } catch (error) {
    // Options that are none are the reader's, too: a year of 16, a state that is not there.
    if (error instanceof DataError) return { refusal: error.message, problems: error.problems };
    if (error instanceof RangeError || error instanceof TypeError) {
      return { refusal: error.message, problems: [] };
    }
    throw error;
  }
}
