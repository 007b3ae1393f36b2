import { assertEquals } from "@std/assert";
import { sha256Bytes } from "../../../lib/election/audit/sha256.ts";

Deno.test("sha256() of messages of one and of two blocks is the standard's", () => {
  const of = (text: string) =>
    [...sha256Bytes(text)]
      .map((byte) => byte.toString(16).padStart(2, "0")).join("");
  // FIPS 180-2, appendices B.1 and B.2.
  assertEquals(of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assertEquals(
    of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
});
