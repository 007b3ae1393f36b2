/**
 * A stand-in for `jsr:@std/assert`, for machines that cannot reach the JSR
 * registry: the functions that the tests use, with std's names, signatures and
 * rules, over `node:assert`. Remove the `links` line of deno.json and the real
 * package is used instead; no test changes.
 *
 * @module
 */
export { AssertionError } from "./assertion_error.ts";
export {
  assertArrayIncludes,
  assertEquals,
  assertNotEquals,
  assertObjectMatch,
  assertStrictEquals,
  equal,
} from "./equal.ts";
export {
  assertAlmostEquals,
  assertGreater,
  assertGreaterOrEqual,
  assertLess,
  assertLessOrEqual,
} from "./number.ts";
export { assertMatch, assertNotMatch, assertStringIncludes } from "./text.ts";
export { assertRejects, assertThrows } from "./throws.ts";
export { assert, assertExists, assertFalse, assertInstanceOf, fail, unreachable } from "./truth.ts";
