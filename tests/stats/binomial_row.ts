/** The probabilities of all counts of few trials: Pascal's triangle. */
export function binomialRow(trials: number, p: number): number[] {
  let row = [1];
  for (let n = 0; n < trials; n++) {
    row = Array.from(
      { length: row.length + 1 },
      (_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p,
    );
  }
  return row;
}
