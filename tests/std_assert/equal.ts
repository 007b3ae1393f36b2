import nodeAssert from "node:assert/strict";
import { AssertionError, show, suffix } from "./assertion_error.ts";

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
