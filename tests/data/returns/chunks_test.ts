import { assertEquals } from "@std/assert";
import type { OpenFile } from "../../../lib/data/returns/open_file.ts";
import { readTable } from "../../../lib/data/returns/read_table.ts";
import { TABLE_OPTIONS } from "./table_options.ts";

const OPTIONS = {
  ...TABLE_OPTIONS,
  nominees: () => ({ democrat: "Ada Red", republican: "Ben Blue", names: ["Ada Red", "Ben Blue"] }),
};

/** A text as a file whose bytes come so many at a time. */
function inChunks(text: string, size: number): OpenFile {
  const bytes = new TextEncoder().encode(text);
  return {
    head: bytes,
    size: bytes.length,
    *chunks(from) {
      for (let at = from; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
    close: () => {},
  };
}

const WIDE = "county,precinct,dem,gop\n" +
  Array.from({ length: 40 }, (_, i) => `Elm,P${i},${100 + i},${300 - i}\n`).join("");

Deno.test("a file that is read as a whole is the same in whatever pieces it comes", () => {
  const read = (size: number) => {
    const table = readTable(inChunks(WIDE, size), "wide.csv", OPTIONS);
    return JSON.stringify([
      table.rows,
      [...Object.values(table.text)].map((column) => column?.values),
    ]);
  };
  const whole = read(10_000);
  for (const size of [1, 7, 100, 500]) assertEquals(read(size), whole, String(size));
  assertEquals(whole.includes("P39"), true);
});
