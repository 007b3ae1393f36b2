/** Stored values have 12 digits. */
const TOLERANCE = 6e-12;

/** Whether a value is a fraction of small whole numbers, which many divisions give. */
function isSimple(value: number): boolean {
  for (let q = 1; q <= 400; q++) {
    if (Math.abs(value * q - Math.round(value * q)) <= 1e-9 * Math.abs(value * q)) return true;
  }
  return false;
}

/** Values, without their signs, that sums and divisions of a table's cells are compared with. */
export class WantedValues {
  readonly #sorted: Float64Array;
  readonly #ids: Int32Array;
  /** How many compared values lie near each magnitude: where many do, one is met by chance. */
  readonly #near = new Map<number, number>();

  constructor(values: readonly { readonly id: number; readonly value: number }[]) {
    const sorted = [...values].sort((a, b) => a.value - b.value);
    this.#sorted = Float64Array.from(sorted, ({ value }) => value);
    this.#ids = Int32Array.from(sorted, ({ id }) => id);
  }

  get size(): number {
    return this.#ids.length;
  }

  /** Calls `met` with the id of each value that this one is, up to its stored digits. */
  meet(value: number, met: (id: number) => void): void {
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
    for (let i = low; i < sorted.length && sorted[i]! <= most; i++) met(this.#ids[i]!);
  }

  /** Counts a whole number among those compared. */
  count(value: number): void {
    const bin = Math.floor(Math.log(value) * 5);
    this.#near.set(bin, (this.#near.get(bin) ?? 0) + 1);
  }

  /** How many of the compared whole numbers one would expect to meet a value by chance. */
  byChance(value: number): number {
    const bin = Math.floor(Math.log(value) * 5);
    const width = Math.exp((bin + 1) / 5) - Math.exp(bin / 5);
    return (this.#near.get(bin) ?? 0) / width;
  }
}

/** Whether a value says enough to be recognized among quotients. */
export const tellsAQuotient = (value: number): boolean =>
  value !== 0 && !Number.isInteger(value) && !isSimple(value);
