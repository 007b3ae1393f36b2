/**
 * What a filter answers to a call: Linux's classic BPF as `man 2 seccomp` and `man 4 bpf` describe
 * it, with the six instructions that filters here are made of.
 */
export function verdict(
  program: Uint8Array,
  call: number,
  args: readonly (number | bigint)[] = [],
  architecture = 0xc000003e,
): number {
  const view = new DataView(program.buffer);
  const data = new DataView(new ArrayBuffer(64));
  data.setUint32(0, call, true);
  data.setUint32(4, architecture, true);
  args.forEach((value, i) => data.setBigUint64(16 + 8 * i, BigInt(value), true));
  let accumulator = 0;
  for (let at = 0;; at++) {
    const [yes, no] = [view.getUint8(8 * at + 2), view.getUint8(8 * at + 3)];
    const operand = view.getUint32(8 * at + 4, true);
    switch (view.getUint16(8 * at, true)) {
      case 0x20:
        accumulator = data.getUint32(operand, true);
        break;
      case 0x54:
        accumulator = (accumulator & operand) >>> 0;
        break;
      case 0x15:
        at += accumulator === operand ? yes : no;
        break;
      case 0x35:
        at += accumulator >= operand ? yes : no;
        break;
      case 0x45:
        at += (accumulator & operand) !== 0 ? yes : no;
        break;
      case 0x06:
        return operand;
      default:
        throw new Error(`instruction ${at}`);
    }
  }
}
