/** On which line of a file each row starts: a number is kept only where a row is not on the line after the one before it. */
export class LineNumbers {
  readonly #first: number;
  /** Rows from which on the line is further ahead, and by how much. */
  readonly #jumps: { row: number; shift: number }[] = [];

  /** @param first The line of the first row, if nothing is in between. */
  constructor(first: number) {
    this.#first = first;
  }

  /** Notes that a row starts on a line other than its number says; rows come in order. */
  note(row: number, line: number): void {
    const shift = line - this.#first - row;
    const last = this.#jumps.at(-1);
    if (last?.row === row) last.shift = shift;
    else this.#jumps.push({ row, shift });
  }

  /** The line on which a row starts. */
  of(row: number): number {
    let shift = 0;
    let low = 0;
    let high = this.#jumps.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.#jumps[middle]!.row <= row) {
        shift = this.#jumps[middle]!.shift;
        low = middle + 1;
      } else high = middle - 1;
    }
    return this.#first + row + shift;
  }
}
