/** What is said of files that do not fit, and while long ones are read. */
import { assertEquals, assertThrows } from "@std/assert";
import { DataError } from "tallybook/data";
import { progressBar } from "../../../lib/data/returns/commands/progress_bar.ts";
import type { OpenFile } from "../../../lib/data/returns/open_file.ts";
import { readTable } from "../../../lib/data/returns/read_table.ts";
import { TABLE_OPTIONS } from "./table_options.ts";

/** A file of this size that begins so, and of which more cannot be had. */
function file(size: number, start: string, error: Error): OpenFile {
  return {
    head: new TextEncoder().encode(start),
    size,
    // deno-lint-ignore require-yield
    *chunks() {
      throw error;
    },
    close: () => {},
  };
}

const TIDY = "state_po,candidate,votes\nWI,Ada,1\n";
const said = (opened: OpenFile) =>
  assertThrows(() => readTable(opened, "big.csv", TABLE_OPTIONS), DataError).problems;
const tooLarge = (size: string) => [{
  file: "big.csv",
  expected: "a file that fits into memory: query it where it lies with pl.scanCSV() of " +
    "nodejs-polars, or read it state by state",
  found: `${size} MiB, which do not fit`,
}];

Deno.test("a file for which there is no memory is refused with its size and the way on", () => {
  for (
    const message of [
      "Array buffer allocation failed",
      "Invalid typed array length: 8589934592",
      "Invalid array length",
      "Invalid string length",
    ]
  ) {
    assertEquals(said(file(5_000 * 2 ** 20, TIDY, new RangeError(message))), tooLarge("5,000"));
  }
});

Deno.test("other errors while a file is read are not taken for a lack of memory", () => {
  for (const error of [new RangeError("toFixed() digits"), new TypeError("array length")]) {
    assertThrows(
      () => readTable(file(100, TIDY, error), "big.csv", TABLE_OPTIONS),
      error.constructor as ErrorConstructor,
      error.message,
    );
  }
});

Deno.test("layouts that are read as a whole are refused above half a gigabyte, before they are", () => {
  const unread = new Error("read");
  for (const start of ["PK\x03\x04", "<ElectionResult>", "a,b\n1,2\n"]) {
    assertEquals(said(file(2 ** 29 + 1, start, unread)), tooLarge("512"));
    assertThrows(
      () => readTable(file(2 ** 29, start, unread), "big.csv", TABLE_OPTIONS),
      Error,
      "read",
    );
  }
});

/** What a bar writes on an output while a file of this size is read so far. */
function drawn(size: number, reads: readonly number[], terminal = true): string[] {
  const written: string[] = [];
  const bar = progressBar({
    isTerminal: () => terminal,
    writeSync: (bytes) => written.push(new TextDecoder().decode(bytes)),
  });
  for (const read of reads) bar(read, size);
  return written;
}

Deno.test("a bar shows each percent of a long file once, and ends its line at the end", () => {
  const size = 1 << 24;
  const bar = (full: number) => `${"#".repeat(full)}${" ".repeat(40 - full)}`;
  assertEquals(drawn(size, [0, 1000, size / 2, size / 2 + 9, size - 1, size, size + 5]), [
    `\r[${bar(0)}] 0%`,
    `\r[${bar(20)}] 50%`,
    `\r[${bar(40)}] 99%`,
    `\r[${bar(40)}] 100%\n`,
  ]);
});

Deno.test("there is no bar for a short file, nor where nobody looks", () => {
  assertEquals(drawn((1 << 24) - 1, [0, 1 << 23]), []);
  assertEquals(drawn(1 << 25, [0, 1 << 24], false), []);
});
