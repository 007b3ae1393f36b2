/** Whatever hands out bytes as they come; null at its end. */
export interface ByteSource {
  read(into: Uint8Array): Promise<number | null>;
}

/** Reads exact byte counts from a connection, through one reused buffer. */
export class ByteReader {
  readonly #source: ByteSource;
  readonly #afterRead: () => void;
  readonly #buffer = new Uint8Array(1 << 18);
  #start = 0;
  #end = 0;

  /** `afterRead` is called each time bytes have arrived from `source`. */
  constructor(source: ByteSource, afterRead: () => void = () => {}) {
    this.#source = source;
    this.#afterRead = afterRead;
  }

  /** Resolves to the next `length` bytes; rejects with `UnexpectedEof` when the source ends first. */
  async read(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    for (;;) {
      const taken = Math.min(length - filled, this.#end - this.#start);
      bytes.set(this.#buffer.subarray(this.#start, this.#start + taken), filled);
      filled += taken;
      this.#start += taken;
      if (filled === length) return bytes;
      this.#start = 0;
      this.#end = 0;
      // A long body goes straight to where it is wanted; a short one through the buffer.
      const direct = length - filled > this.#buffer.length;
      const got = await this.#source.read(direct ? bytes.subarray(filled) : this.#buffer);
      if (got === null) throw new Deno.errors.UnexpectedEof("Connection closed by its peer");
      this.#afterRead();
      if (direct) filled += got;
      else this.#end = got;
    }
  }
}
