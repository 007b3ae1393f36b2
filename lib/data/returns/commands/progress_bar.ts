/** Files larger than this get a bar. */
const LONG = 1 << 24;
const LENGTH = 40;

/** Where a bar is drawn: standard error, mostly. */
export interface BarOutput {
  isTerminal(): boolean;
  writeSync(bytes: Uint8Array): number;
}

/**
 * A bar of progress on a terminal while a long file is read; nothing elsewhere, so that a log has no
 * half lines. Drawn anew for each percent.
 */
export function progressBar(output: BarOutput): (read: number, size: number) => void {
  let shown = -1;
  return (read, size) => {
    if (size < LONG || !output.isTerminal()) return;
    const percent = Math.min(100, Math.floor(100 * read / size));
    if (percent === shown) return;
    shown = percent;
    const bar = "#".repeat(Math.round(LENGTH * percent / 100)).padEnd(LENGTH);
    const end = percent === 100 ? "\n" : "";
    output.writeSync(new TextEncoder().encode(`\r[${bar}] ${percent}%${end}`));
  };
}
