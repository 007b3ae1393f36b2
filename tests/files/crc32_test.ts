import { assertEquals } from "@std/assert";
import { strToU8 } from "fflate";
import { crc32 } from "../../lib/files/crc32.ts";

Deno.test("crc32() is the checksum of the standard, in one part or several", () => {
  // The check value that catalogs of checksums list for "123456789".
  assertEquals(crc32(strToU8("123456789")), 0xcbf43926);
  assertEquals(crc32(strToU8("6789"), crc32(strToU8("12345"))), 0xcbf43926);
});
