/** Draws that one call adds up together, and product columns of a block. */
export const KERNEL_DRAWS = 6;
export const KERNEL_COLUMNS = 4;

/** Sums of count × product over all units, for 6 draws and 4 columns at once. */
export type CrossProductKernel = (
  /** Byte offset of a block's products: unit by unit, 4 columns. */
  products: number,
  /** Byte offset of the counts: unit by unit, 6 draws. */
  counts: number,
  /** Byte offset behind the block's last product. */
  end: number,
  /** Byte offset of the 24 sums, draw by draw. */
  sums: number,
) => void;

/**
 * A WebAssembly function over the given memory, or undefined where WebAssembly has no SIMD.
 *
 * JavaScript adds one number at a time; two lanes and twelve accumulators that stay in registers make the
 * sums, which are nearly all of a bootstrap's work, about four times as fast. Lanes are different columns, so
 * that each sum adds its terms in the units' order, as plain code would: same bits. The few instructions are
 * assembled here, because a compiler's output could not be read or reviewed.
 */
export function crossProductKernel(memory: WebAssembly.Memory): CrossProductKernel | undefined {
  const bytes = assemble();
  if (!WebAssembly.validate(bytes)) return undefined;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  return instance.exports.sum as CrossProductKernel;
}

/** Instructions of WebAssembly's core and SIMD specifications, as bytes. */
const op = {
  get: (local: number) => [0x20, local],
  set: (local: number) => [0x21, local],
  tee: (local: number) => [0x22, local],
  constant: (value: number) => [0x41, value],
  add: [0x6a],
  lessThan: [0x49],
  loop: [0x03, 0x40],
  repeatIf: [0x0d, 0x00],
  end: [0x0b],
  load: (offset: number) => [0xfd, 0x00, 0x03, ...unsigned(offset)],
  loadSplat: (offset: number) => [0xfd, 0x0a, 0x03, ...unsigned(offset)],
  store: (offset: number) => [0xfd, 0x0b, 0x03, ...unsigned(offset)],
  addLanes: [0xfd, 0xf0, 0x01],
  multiplyLanes: [0xfd, 0xf2, 0x01],
} as const;

function assemble(): Uint8Array<ArrayBuffer> {
  const [products, counts, end, sums] = [0, 1, 2, 3];
  const accumulator = (draw: number, half: number): number => 4 + 2 * draw + half;
  const vectors = 2 * KERNEL_DRAWS + 3;
  const [first, second, count] = [4, 5, 6].map((local) => local + 2 * KERNEL_DRAWS) as [
    number,
    number,
    number,
  ];
  const draws = Array.from({ length: KERNEL_DRAWS }, (_, draw) => draw);
  const body = [
    ...op.loop,
    ...op.get(products),
    ...op.load(0),
    ...op.set(first),
    ...op.get(products),
    ...op.load(16),
    ...op.set(second),
    ...draws.flatMap((draw) => [
      ...op.get(counts),
      ...op.loadSplat(8 * draw),
      ...op.set(count),
      ...[first, second].flatMap((lanes, half) => [
        ...op.get(accumulator(draw, half)),
        ...op.get(count),
        ...op.get(lanes),
        ...op.multiplyLanes,
        ...op.addLanes,
        ...op.set(accumulator(draw, half)),
      ]),
    ]),
    ...op.get(counts),
    ...op.constant(8 * KERNEL_DRAWS),
    ...op.add,
    ...op.set(counts),
    ...op.get(products),
    ...op.constant(8 * KERNEL_COLUMNS),
    ...op.add,
    ...op.tee(products),
    ...op.get(end),
    ...op.lessThan,
    ...op.repeatIf,
    ...op.end,
    ...draws.flatMap((draw) =>
      [0, 1].flatMap((half) => [
        ...op.get(sums),
        ...op.get(accumulator(draw, half)),
        ...op.store(32 * draw + 16 * half),
      ])
    ),
    ...op.end,
  ];
  const name = (text: string): number[] => [text.length, ...new TextEncoder().encode(text)];
  const [i32, v128] = [0x7f, 0x7b];
  const code = [1, vectors, v128, ...body]; // one declaration of all vector locals
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [1, 0x60, 4, i32, i32, i32, i32, 0]), // one type: four integers to nothing
    ...section(2, [1, ...name("host"), ...name("memory"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("sum"), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128, the format's variable-length integer. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
