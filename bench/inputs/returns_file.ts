import { findState, loadCountyReturns } from "tallybook/data";

const CANDIDATES: readonly (readonly [candidate: string, party: string, share: number])[] = [
  ["HILLARY CLINTON", "DEMOCRATIC", 0.46],
  ["DONALD TRUMP", "REPUBLICAN", 0.45],
  ["GARY JOHNSON", "LIBERTARIAN", 0.05],
  ["JILL STEIN", "GREEN", 0.03],
  ["WRITE-IN", "", 0.01],
];
const ROWS_WRITTEN = 10_000;

/**
 * Writes a file of returns with as many rows as asked for: five candidates in each precinct, the
 * precincts spread over the counties of Wisconsin, every row different, about 38 bytes a row.
 *
 * @returns The sum of all votes.
 */
export function writeReturnsFile(path: string, rows: number): number {
  const state = findState("WI")!.po;
  const fips = [
    ...new Set(loadCountyReturns({ year: 2016, states: [state] }).map((row) => row.fips)),
  ];
  const file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  let lines = ["state_po,fips,precinct,candidate,party,votes"];
  let total = 0;
  const flush = () => {
    const bytes = encoder.encode(lines.join("\n") + "\n");
    for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
    lines = [];
  };
  const precincts = Math.ceil(rows / CANDIDATES.length);
  for (let row = 0; row < rows; row++) {
    const precinct = Math.floor(row / CANDIDATES.length);
    const [candidate, party, share] = CANDIDATES[row % CANDIDATES.length]!;
    const county = fips[Math.floor(precinct / precincts * fips.length)]!;
    const votes = Math.round(share * (200 + (precinct * 7919) % 1500)) + (precinct * 31 + row) % 17;
    total += votes;
    lines.push(`${state},${county},W${precinct},${candidate},${party},${votes}`);
    if (lines.length === ROWS_WRITTEN) flush();
  }
  if (lines.length > 0) flush();
  file.close();
  return total;
}
