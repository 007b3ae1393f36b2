import { assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { ByteReader, type ByteSource } from "../../lib/notebook/byte_reader.ts";

/** Hands out `bytes` in pieces of the given sizes, then the end. */
function pieces(bytes: Uint8Array, sizes: readonly number[]): ByteSource {
  let offset = 0;
  let turn = 0;
  return {
    read(into) {
      if (offset === bytes.length) return Promise.resolve(null);
      const size = Math.min(sizes[turn++ % sizes.length] ?? 1, into.length, bytes.length - offset);
      into.set(bytes.subarray(offset, offset + size));
      offset += size;
      return Promise.resolve(size);
    },
  };
}

Deno.test("ByteReader gives the same bytes however the source cuts them", async () => {
  await fc.assert(fc.asyncProperty(
    fc.uint8Array({ minLength: 1, maxLength: 300 }),
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }),
    async (bytes, sizes, requests) => {
      const reader = new ByteReader(pieces(bytes, sizes));
      let offset = 0;
      for (const length of requests) {
        if (offset + length > bytes.length) break;
        assertEquals(await reader.read(length), bytes.slice(offset, offset + length));
        offset += length;
      }
    },
  ));
});

Deno.test("ByteReader reads what is longer than its buffer", async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const long = new Uint8Array(600_000).map((_, i) => bytes[i % bytes.length] ?? 0);
  const reader = new ByteReader(pieces(long, [70_000]));
  assertEquals(await reader.read(3), long.slice(0, 3));
  assertEquals(await reader.read(500_000), long.slice(3, 500_003));
  assertEquals(await reader.read(99_997), long.slice(500_003));
});

Deno.test("ByteReader rejects when the source ends early", async () => {
  const reader = new ByteReader(pieces(new Uint8Array(3), [2]));
  await assertRejects(() => reader.read(4), Deno.errors.UnexpectedEof, "Connection closed");
});
