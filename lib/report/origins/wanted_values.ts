/** Stored values have 12 digits. */
const TOLERANCE = 6e-12;

/** Whether a value is a fraction of small whole numbers, which many divisions give. */
function isSimple(value: number): boolean {
  for (let q = 1; q <= 400; q++) {
    if (Math.abs(value * q - Math.round(value * q)) <= 1e-9 * Math.abs(value * q)) return true;
  }
  return false;
}

/** How many places the filter has, a power of two. */
const FILTER = 1 << 14;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
/** Which half of a double has its sign, exponent and first 20 digits. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** The first digits of a value as a whole number: its neighbors' are one more and one less. */
function firstDigits(value: number): number {
  double[0] = value;
  return halves[HIGH]!;
}

const place = (digits: number): number => Math.imul(digits, 0x9e3779b1) >>> 18;

/** Values, without their signs, that sums and divisions of a table's cells are compared with. */
export class WantedValues {
  readonly #sorted: Float64Array;
  readonly #ids: Int32Array;
  /** Places of the values' first digits and of those beside them: most of what is compared has others. */
  readonly #filter = new Uint8Array(FILTER);
  /** How many compared values lie near each magnitude: where many do, one is met by chance. */
  readonly #near: number[] = [];

  constructor(values: readonly { readonly id: number; readonly value: number }[]) {
    const sorted = [...values].sort((a, b) => a.value - b.value);
    this.#sorted = Float64Array.from(sorted, ({ value }) => value);
    this.#ids = Int32Array.from(sorted, ({ id }) => id);
    for (const { value } of sorted) {
      const digits = firstDigits(value);
      for (const beside of [digits - 1, digits, digits + 1]) this.#filter[place(beside)] = 1;
    }
  }

  get size(): number {
    return this.#ids.length;
  }

  /**
   * Puts the id of each value that this one is, up to its stored digits, into an emptied list.
   *
   * @returns Whether there is one.
   */
  meet(value: number, ids: number[]): boolean {
    if (ids.length > 0) ids.length = 0;
    if (this.#filter[place(firstDigits(value))] === 0) return false;
    const sorted = this.#sorted;
    const least = value * (1 - TOLERANCE);
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < least) low = middle + 1;
      else high = middle;
    }
    const most = value * (1 + TOLERANCE);
    for (let i = low; i < sorted.length && sorted[i]! <= most; i++) ids.push(this.#ids[i]!);
    return ids.length > 0;
  }

  /** Counts a whole number, 1 or more, among those compared. */
  count(value: number): void {
    const bin = Math.floor(Math.log(value) * 5);
    this.#near[bin] = (this.#near[bin] ?? 0) + 1;
  }

  /** How many of the compared whole numbers one would expect to meet a value by chance. */
  byChance(value: number): number {
    const bin = Math.floor(Math.log(value) * 5);
    const width = Math.exp((bin + 1) / 5) - Math.exp(bin / 5);
    return (this.#near[bin] ?? 0) / width;
  }
}

/** Whether a value says enough to be recognized among quotients. */
export const tellsAQuotient = (value: number): boolean =>
  value !== 0 && !Number.isInteger(value) && !isSimple(value);
