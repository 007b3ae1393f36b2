// Sums in two doubles, `high` and `low`: about 32 digits. Dekker's exact product stands for a fused
// multiply-add, which there is none to call.

/** The leading 26 bits of a double. */
function upperHalf(value: number): number {
  const shifted = 134217729 * value; // 2^27 + 1
  return shifted - (shifted - value);
}

/** Takes products of two columns from sums, one a row. */
export function takeProducts(
  high: Float64Array,
  low: Float64Array,
  first: Float64Array,
  second: Float64Array,
): void {
  for (let i = 0; i < high.length; i++) {
    const x = -first[i]!;
    const y = second[i]!;
    const product = x * y;
    const x1 = upperHalf(x);
    const y1 = upperHalf(y);
    const x2 = x - x1;
    const y2 = y - y1;
    const before = high[i]!;
    const sum = before + product;
    const part = sum - before;
    low[i] = low[i]! + ((before - (sum - part)) + (product - part)) +
      (((x1 * y1 - product) + x1 * y2 + x2 * y1) + x2 * y2);
    high[i] = sum;
  }
}

/** Takes values from sums, one a row. */
export function takeValues(high: Float64Array, low: Float64Array, values: Float64Array): void {
  for (let i = 0; i < high.length; i++) {
    const before = high[i]!;
    const value = -values[i]!;
    const sum = before + value;
    const part = sum - before;
    low[i] = low[i]! + ((before - (sum - part)) + (value - part));
    high[i] = sum;
  }
}

/** Minus the sum of products of two columns. */
export function minusDot(a: Float64Array, b: Float64Array): number {
  let high = 0;
  let low = 0;
  for (let i = 0; i < a.length; i++) {
    const x = -a[i]!;
    const y = b[i]!;
    const product = x * y;
    const x1 = upperHalf(x);
    const y1 = upperHalf(y);
    const x2 = x - x1;
    const y2 = y - y1;
    const sum = high + product;
    const part = sum - high;
    low += ((high - (sum - part)) + (product - part)) +
      (((x1 * y1 - product) + x1 * y2 + x2 * y1) + x2 * y2);
    high = sum;
  }
  return high + low;
}
