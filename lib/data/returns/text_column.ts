/**
 * A column of text as codes and the values that they stand for. Code 0 is the blank cell. A million
 * rows with five thousand precincts hold five thousand strings and a million small numbers.
 */
export interface TextColumn {
  /** For each row, the position of its value in {@linkcode TextColumn.values}. */
  readonly codes: Int32Array;
  /** The distinct values, trimmed; the first is "". */
  readonly values: readonly string[];
  /** For each value, the first value that differs from it in capitals and spaces only. */
  readonly folded: Int32Array;
}

/** A column of counts; NaN where the cell holds no plain digits, see {@linkcode CountColumn.odd}. */
export interface CountColumn {
  readonly values: Float64Array;
  /** What stands in the cells that are not digits only, by row. */
  readonly odd: ReadonlyMap<number, string>;
}

/** Counts with up to so many digits are exact in a double. */
export const EXACT_DIGITS = 15;
const DIGITS = new RegExp(`^\\d{1,${EXACT_DIGITS}}$`);

/** The count that a cell of digits alone is; NaN for every other cell. */
export function plainCount(cell: string): number {
  return DIGITS.test(cell) ? Number(cell) : NaN;
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** Continues the hash (FNV-1a, 32 bits) of a cell's bytes with one byte. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, FNV_PRIME);
}

/** The hash of no bytes. */
export const EMPTY_HASH = FNV_OFFSET;

/**
 * Gives each distinct sequence of bytes a code, in order of first appearance, without making a
 * string of a cell whose value was seen before.
 */
export class ByteDictionary {
  #table = new Int32Array(1024).fill(-1);
  #hashes = new Int32Array(512);
  #starts = new Int32Array(513);
  #pool = new Uint8Array(4096);
  #size = 0;
  #last = 0;

  constructor() {
    this.code(this.#pool, 0, 0, EMPTY_HASH);
  }

  /** How many distinct values there are. */
  get size(): number {
    return this.#size;
  }

  /** The code of the bytes from `start` to `end`, whose hash is given. */
  code(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const hashes = this.#hashes;
    // Rows beside each other mostly hold the same value.
    const last = this.#last;
    if (hashes[last] === hash && this.#same(last, bytes, start, end)) return last;
    const mask = this.#table.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = this.#table[slot]!;
      if (code === -1) return this.#last = this.#add(bytes, start, end, hash, slot);
      if (hashes[code] === hash && this.#same(code, bytes, start, end)) return this.#last = code;
      slot = (slot + 1) & mask;
    }
  }

  /** The bytes of a code. */
  bytes(code: number): Uint8Array {
    return this.#pool.subarray(this.#starts[code]!, this.#starts[code + 1]!);
  }

  #same(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const pool = this.#pool;
    let at = this.#starts[code]!;
    if (this.#starts[code + 1]! - at !== end - start) return false;
    for (let i = start; i < end; i++, at++) if (pool[at] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#size++;
    if (code === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, 2 * code);
      this.#starts = grown(this.#starts, 2 * code + 1);
    }
    const from = this.#starts[code]!;
    const to = from + end - start;
    if (to > this.#pool.length) {
      const pool = new Uint8Array(2 * to);
      pool.set(this.#pool.subarray(0, from));
      this.#pool = pool;
    }
    this.#pool.set(bytes.subarray(start, end), from);
    this.#starts[code + 1] = to;
    this.#hashes[code] = hash;
    this.#table[slot] = code;
    if (2 * this.#size > this.#table.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const table = new Int32Array(4 * this.#table.length).fill(-1);
    const mask = table.length - 1;
    for (let code = 0; code < this.#size; code++) {
      const hash = this.#hashes[code]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (table[slot] !== -1) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.#table = table;
  }
}

/**
 * For each code of a dictionary, the first code whose value is the same but for capitals and
 * spaces. Works on bytes: of two hundred thousand precincts no string is made.
 */
export function foldedCodes(dictionary: ByteDictionary): Int32Array {
  const folded = new ByteDictionary();
  const first: number[] = [];
  let scratch = new Uint8Array(256);
  return Int32Array.from({ length: dictionary.size }, (_, code) => {
    let bytes = dictionary.bytes(code);
    if (bytes.length > scratch.length) scratch = new Uint8Array(2 * bytes.length);
    let beyond = false;
    let length = 0;
    let hash = EMPTY_HASH;
    const take = (): void => {
      length = 0;
      hash = EMPTY_HASH;
      for (let at = 0; at < bytes.length; at++) {
        let byte = bytes[at]!;
        if (byte >= 0x80) beyond = true;
        if (byte >= 0x41 && byte <= 0x5a) byte += 0x20;
        if (byte <= SPACE) {
          if (length === 0 || scratch[length - 1] === SPACE) continue;
          byte = SPACE;
        }
        scratch[length++] = byte;
      }
      if (length > 0 && scratch[length - 1] === SPACE) length--;
      for (let at = 0; at < length; at++) hash = hashByte(hash, scratch[at]!);
    };
    take();
    if (beyond) {
      // Capitals beyond ASCII, and spaces that do not break.
      const small = new TextDecoder().decode(bytes).toLowerCase().replace(/\s+/g, " ");
      bytes = new TextEncoder().encode(small);
      if (bytes.length > scratch.length) scratch = new Uint8Array(2 * bytes.length);
      take();
    }
    const same = folded.code(scratch, 0, length, hash);
    return first[same] ??= code;
  });
}

const SPACE = 0x20;

/** A copy of an array of whole numbers with room for more. */
export function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}

/** Makes a column of text of strings: how a layout that is not delimited text fills one. */
export function textColumnOf(cells: readonly string[]): TextColumn {
  const found = new Map<string, number>([["", 0]]);
  const codes = new Int32Array(cells.length);
  cells.forEach((cell, row) => {
    const value = cell.trim();
    let code = found.get(value);
    if (code === undefined) found.set(value, code = found.size);
    codes[row] = code;
  });
  const values = [...found.keys()];
  return { codes, values, folded: foldedValues(values) };
}

/** For each value, the first value that is the same but for capitals and spaces. */
export function foldedValues(values: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(values, (value, code) => {
    const key = value.toLowerCase().replace(/\s+/g, " ").trim();
    const same = first.get(key) ?? code;
    first.set(key, same);
    return same;
  });
}

/** Makes a column of counts of strings. */
export function countColumn(cells: readonly string[]): CountColumn {
  const values = new Float64Array(cells.length);
  const odd = new Map<number, string>();
  cells.forEach((cell, row) => {
    const trimmed = cell.trim();
    const count = values[row] = plainCount(trimmed);
    if (Number.isNaN(count)) odd.set(row, trimmed);
  });
  return { values, odd };
}
