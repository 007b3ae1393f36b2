/**
 * A stand-in for `jsr:@std/assert`, for machines that cannot reach the JSR
 * registry: the functions that the tests use, with std's names, signatures and
 * rules, over `node:assert`. Remove the `links` line of deno.json and the real
 * package is used instead; no test changes.
 *
 * @module
 */
import nodeAssert from "node:assert/strict";
import { inspect } from "node:util";

/** Thrown by every assertion that does not hold. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

// deno-lint-ignore no-explicit-any
type Constructor<T = any> = abstract new (...args: any[]) => T;

const show = (value: unknown) => inspect(value, { depth: 6, maxArrayLength: 60 });

/** Std's note after a message: a colon and the caller's own words. */
const suffix = (msg?: string) => msg === undefined ? "" : `: ${msg}`;

/**
 * std's equality tells neither 0 from −0; node's strict one does. Normalizing
 * the zeros first, through plain containers, makes the two agree.
 */
function withoutNegativeZero(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (value === 0) return 0;
  if (typeof value !== "object" || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  if (Array.isArray(value)) {
    const copy: unknown[] = new Array(value.length);
    seen.set(value, copy);
    for (const [i, item] of value.entries()) copy[i] = withoutNegativeZero(item, seen);
    return copy;
  }
  if (value instanceof Float64Array || value instanceof Float32Array) {
    return value.map((x) => x === 0 ? 0 : x);
  }
  if (value instanceof Map) {
    return new Map([...value].map(([k, v]) => [k, withoutNegativeZero(v, seen)]));
  }
  if (Object.getPrototypeOf(value) === Object.prototype) {
    const copy: Record<PropertyKey, unknown> = {};
    seen.set(value, copy);
    for (const key of Reflect.ownKeys(value)) {
      copy[key] = withoutNegativeZero((value as Record<PropertyKey, unknown>)[key], seen);
    }
    return copy;
  }
  return value;
}

/** Whether two values are deeply equal by std's rules. */
export function equal(a: unknown, b: unknown): boolean {
  try {
    nodeAssert.deepStrictEqual(withoutNegativeZero(a), withoutNegativeZero(b));
    return true;
  } catch {
    return false;
  }
}

/** Fails unless `expr` is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/** Fails unless `expr` is falsy. */
export function assertFalse(expr: unknown, msg = ""): asserts expr is false {
  if (expr) throw new AssertionError(msg);
}

/** Fails unless the two values are deeply equal. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(
    `Values are not equal${suffix(msg)}\n  actual:   ${show(actual)}\n  expected: ${
      show(expected)
    }`,
  );
}

/** Fails if the two values are deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(
    `Expected actual: ${show(actual)} not to be: ${show(expected)}${suffix(msg)}`,
  );
}

/** Fails unless the two values are the same by `Object.is`. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  throw new AssertionError(
    `Values are not strictly equal${suffix(msg)}\n  actual:   ${show(actual)}\n  expected: ${
      show(expected)
    }`,
  );
}

/** Fails unless the two numbers differ by no more than `tolerance` (1e-7 of `expected` unless given). */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance?: number,
  msg?: string,
): void {
  if (Object.is(actual, expected)) return;
  const allowed = tolerance ?? (Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  const delta = Math.abs(expected - actual);
  if (delta <= allowed) return;
  throw new AssertionError(
    `Expected actual: ${actual} to be close to ${expected}: delta ${delta} is greater than ${allowed}${
      suffix(msg)
    }`,
  );
}

/** Fails unless `actual > expected`. */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual > expected)) {
    throw new AssertionError(`Expect ${show(actual)} > ${show(expected)}${suffix(msg)}`);
  }
}

/** Fails unless `actual >= expected`. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual >= expected)) {
    throw new AssertionError(`Expect ${show(actual)} >= ${show(expected)}${suffix(msg)}`);
  }
}

/** Fails unless `actual < expected`. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual < expected)) {
    throw new AssertionError(`Expect ${show(actual)} < ${show(expected)}${suffix(msg)}`);
  }
}

/** Fails unless `actual <= expected`. */
export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual <= expected)) {
    throw new AssertionError(`Expect ${show(actual)} <= ${show(expected)}${suffix(msg)}`);
  }
}

/** Fails if `actual` is null or undefined. */
export function assertExists<T>(actual: T, msg?: string): asserts actual is NonNullable<T> {
  if (actual === undefined || actual === null) {
    throw new AssertionError(
      `Expected actual: "${actual}" to not be null or undefined${suffix(msg)}`,
    );
  }
}

/** Fails unless `actual` is an instance of `type`. */
export function assertInstanceOf<T>(
  actual: unknown,
  type: Constructor<T>,
  msg?: string,
): asserts actual is T {
  if (actual instanceof type) return;
  throw new AssertionError(
    `Expected ${show(actual)} to be an instance of "${type.name}"${suffix(msg)}`,
  );
}

/** Fails unless the text holds `expected`. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  if (!actual.includes(expected)) {
    throw new AssertionError(
      `Expected actual: "${actual}" to contain: "${expected}"${suffix(msg)}`,
    );
  }
}

/** Fails unless the text matches `expected`. */
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  if (!expected.test(actual)) {
    throw new AssertionError(`Expected actual: "${actual}" to match: "${expected}"${suffix(msg)}`);
  }
}

/** Fails if the text matches `expected`. */
export function assertNotMatch(actual: string, expected: RegExp, msg?: string): void {
  if (expected.test(actual)) {
    throw new AssertionError(
      `Expected actual: "${actual}" to not match: "${expected}"${suffix(msg)}`,
    );
  }
}

/** Fails unless every item of `expected` is in `actual`. */
export function assertArrayIncludes<T>(
  actual: ArrayLike<T>,
  expected: ArrayLike<T>,
  msg?: string,
): void {
  const missing = Array.from(expected).filter((e) => !Array.from(actual).some((a) => equal(a, e)));
  if (missing.length > 0) {
    throw new AssertionError(
      `Expected actual: ${show(actual)} to include: ${show(missing)}${suffix(msg)}`,
    );
  }
}

/** Fails unless every property of `expected`, at any depth, is in `actual` with an equal value. */
export function assertObjectMatch(
  actual: Record<PropertyKey, unknown>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  const matches = (a: unknown, e: unknown): boolean => {
    if (typeof e !== "object" || e === null || Object.getPrototypeOf(e) !== Object.prototype) {
      return equal(a, e);
    }
    if (typeof a !== "object" || a === null) return false;
    return Reflect.ownKeys(e).every((key) =>
      matches((a as Record<PropertyKey, unknown>)[key], (e as Record<PropertyKey, unknown>)[key])
    );
  };
  if (!matches(actual, expected)) {
    throw new AssertionError(`Expected ${show(actual)} to match ${show(expected)}${suffix(msg)}`);
  }
}

/** Fails always. */
export function fail(msg?: string): never {
  throw new AssertionError(`Failed assertion${msg ? `: ${msg}` : "."}`);
}

/** Fails when code is reached that should not be. */
export function unreachable(msg?: string): never {
  throw new AssertionError(`Unreachable${suffix(msg)}`);
}

function checkError<E extends Error>(
  error: unknown,
  type?: Constructor<E>,
  includes?: string,
  msg?: string,
): asserts error is E {
  if (type === undefined) return;
  if (!(error instanceof Error)) {
    throw new AssertionError(`A non-Error object was thrown${suffix(msg)}`);
  }
  if (!(error instanceof type)) {
    throw new AssertionError(
      `Expected error to be instance of "${type.name}", but was "${error.constructor.name}" (${error.message})${
        suffix(msg)
      }`,
    );
  }
  if (includes !== undefined && !error.message.includes(includes)) {
    throw new AssertionError(
      `Expected error message to include "${includes}", but got "${error.message}"${suffix(msg)}`,
    );
  }
}

/** Fails unless `fn` throws; with a class and text, unless it throws such an error. Returns the error. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: Constructor<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  classOrMsg?: Constructor<E> | string,
  msgIncludes?: string,
  msg?: string,
): E | unknown {
  const [type, note] = typeof classOrMsg === "string" ? [undefined, classOrMsg] : [classOrMsg, msg];
  try {
    fn();
  } catch (error) {
    checkError(error, type, msgIncludes, note);
    return error;
  }
  throw new AssertionError(`Expected function to throw${suffix(note)}`);
}

/** Fails unless the promise of `fn` rejects; with a class and text, unless with such an error. Resolves to the error. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: Constructor<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  classOrMsg?: Constructor<E> | string,
  msgIncludes?: string,
  msg?: string,
): Promise<E | unknown> {
  const [type, note] = typeof classOrMsg === "string" ? [undefined, classOrMsg] : [classOrMsg, msg];
  let promise: PromiseLike<unknown>;
  try {
    promise = fn();
  } catch {
    throw new AssertionError(`Function throws when expected to reject${suffix(note)}`);
  }
  try {
    await promise;
  } catch (error) {
    checkError(error, type, msgIncludes, note);
    return error;
  }
  throw new AssertionError(`Expected function to reject${suffix(note)}`);
}
