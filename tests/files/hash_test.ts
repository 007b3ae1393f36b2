import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { hashOfFile, policyHash, sha256, sha256OfFile } from "../../lib/files/hash.ts";
import { inFolder } from "./in_folder.ts";

// FIPS 180-4's example: the three letters "abc".
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

Deno.test("hashes are those of the standard, of a text, of bytes, and of a file of any size", () =>
  inFolder(async (folder) => {
    assertEquals([sha256("abc"), sha256(Uint8Array.of(97, 98, 99))], [ABC, ABC]);
    const base64 = btoa(
      String.fromCharCode(...ABC.match(/../g)!.map((byte) => parseInt(byte, 16))),
    );
    assertEquals(policyHash("abc"), `'sha256-${base64}'`);
    const path = join(folder, "a");
    await Deno.writeTextFile(path, "abc");
    assertEquals([sha256OfFile(path), await hashOfFile(path)], [ABC, ABC]);
    // A million letters a, FIPS 180-4's long example, and files around the size that is read at once.
    await Deno.writeTextFile(path, "a".repeat(1_000_000));
    assertEquals(
      sha256OfFile(path),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
    for (const size of [0, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20 + 5]) {
      const bytes = new Uint8Array(size).map((_, i) => i % 251);
      await Deno.writeFile(path, bytes);
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
      assertEquals(sha256OfFile(path), digest, String(size));
    }
    assertEquals([await hashOfFile(folder), await hashOfFile(join(folder, "none"))], [null, null]);
  }));
