import { assertEquals } from "@std/assert";
import { withFixedDates } from "../../../lib/report/export/fixed_pdf.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

Deno.test("withFixedDates() makes files of two moments and time zones the same", () => {
  const made = (date: string) =>
    bytes(`%PDF-1.4\n<</CreationDate (D:${date})\n/ModDate (D:${date})>>`);
  assertEquals(
    withFixedDates(made("20161123120000-05'00'")),
    withFixedDates(made("20240229235959+05'30'")),
  );
});

Deno.test("withFixedDates() moves no byte, and changes none but the dates", () => {
  // Bytes above 127 must not shift what follows them.
  const before = "\xe2\x80\x93\xff\x81 (D:20161123120000+00'00') ";
  const pdf = bytes(before + "/ModDate (D:20161123120000+00'00')");
  assertEquals(withFixedDates(pdf), bytes(before + "/ModDate (D:20000101000000+00'00')"));
});
