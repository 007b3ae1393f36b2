/** Codes of cells' bytes, also where hashes of different cells are the same. */
import { assertEquals } from "@std/assert";
import {
  ByteDictionary,
  EMPTY_HASH,
  foldedCodes,
  hashByte,
  plainCount,
} from "../../../lib/data/returns/text_column.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const hashOf = (bytes: Uint8Array) => bytes.reduce(hashByte, EMPTY_HASH);
const add = (dictionary: ByteDictionary, text: string, hash?: number) => {
  const bytes = encoder.encode(`<${text}>`);
  return dictionary.code(bytes, 1, bytes.length - 1, hash ?? hashOf(bytes.slice(1, -1)));
};

Deno.test("each cell has a code of its own in order of appearance, the blank one 0, whatever their hashes", () => {
  // Ten hashes for two thousand cells: most places are taken, and neighbors have the same hash.
  for (const hash of [undefined, (_: number) => 7, (at: number) => at % 10]) {
    const dictionary = new ByteDictionary();
    const words = Array.from({ length: 2_000 }, (_, at) => `${"x".repeat(at % 40)}${at}`);
    for (let round = 0; round < 2; round++) {
      for (const [at, word] of words.entries()) {
        assertEquals(add(dictionary, word, hash?.(at)), at + 1);
        // Again at once, as rows beside each other are.
        assertEquals(add(dictionary, word, hash?.(at)), at + 1);
      }
    }
    assertEquals(dictionary.size, 2_001);
    assertEquals(decoder.decode(dictionary.bytes(0)), "");
    for (const at of [0, 1, 511, 512, 1_023, 1_999]) {
      assertEquals(decoder.decode(dictionary.bytes(at + 1)), words[at]);
    }
  }
});

Deno.test("cells of one hash and length, beside each other, are told apart by each of their bytes", () => {
  const dictionary = new ByteDictionary();
  const words = ["abc", "xbc", "axc", "abx", "ab", "abcd"];
  assertEquals(words.map((word) => add(dictionary, word, 1)), [1, 2, 3, 4, 5, 6]);
  assertEquals([...words].reverse().map((word) => add(dictionary, word, 1)), [6, 5, 4, 3, 2, 1]);
  assertEquals(add(dictionary, "", EMPTY_HASH), 0);
});

Deno.test("the hash is FNV-1a of 32 bits", () => {
  // The published values of the empty text, "a" and "foobar".
  const of = (text: string) => hashOf(encoder.encode(text)) >>> 0;
  assertEquals([of(""), of("a"), of("foobar")], [0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

Deno.test("values that differ in capitals and spaces only have the code of the first of them", () => {
  const dictionary = new ByteDictionary();
  const words = [
    "Ada Lee",
    "ADA  LEE",
    "ada\tlee",
    "Adalee",
    "ÉLAN",
    "élan",
    "  ",
    "x".repeat(600),
  ];
  for (const word of words) add(dictionary, word);
  const folded = [...foldedCodes(dictionary)];
  // Spaces alone are the blank cell.
  assertEquals(folded.slice(1), [1, 1, 1, 4, 5, 5, 0, 8]);
});

Deno.test("a count is of one to fifteen digits and nothing else", () => {
  assertEquals(["0", "007", "123456789012345"].map(plainCount), [0, 7, 123456789012345]);
  for (const cell of ["", " 1", "1.0", "-1", "1,000", "1234567890123456", "x"]) {
    assertEquals(plainCount(cell), NaN, cell);
  }
});
