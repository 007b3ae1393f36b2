import type { PlaceVotes } from "./anomaly.ts";

/** Votes by place and candidate as plain columns, a place's entries beside each other. */
export interface Counted {
  /** Names of places. */
  readonly places: readonly string[];
  /** The county of each place, as a number; all 0 where none is known. */
  readonly counties: Int32Array;
  readonly candidates: readonly string[];
  /** Where each place's entries start, and after the last one, how many entries there are. */
  readonly starts: Int32Array;
  /** Each entry's candidate and votes. */
  readonly candidate: Int32Array;
  readonly votes: Float64Array;
  /** The line of the file of each entry. */
  readonly lines?: Int32Array;
}

/** Puts entries, each place and candidate once, into the order of places. */
export function sortedEntries(
  names: Pick<Counted, "places" | "counties" | "candidates">,
  place: Int32Array,
  candidate: Int32Array,
  votes: Float64Array,
  lines?: Int32Array,
): Counted {
  const starts = new Int32Array(names.places.length + 1);
  for (const at of place) starts[at + 1]!++;
  for (let at = 0; at < names.places.length; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const sorted = {
    candidate: new Int32Array(place.length),
    votes: new Float64Array(place.length),
    lines: lines === undefined ? undefined : new Int32Array(place.length),
  };
  for (let entry = 0; entry < place.length; entry++) {
    const to = next[place[entry]!]!++;
    sorted.candidate[to] = candidate[entry]!;
    sorted.votes[to] = votes[entry]!;
    if (sorted.lines !== undefined) sorted.lines[to] = lines![entry]!;
  }
  return {
    ...names,
    starts,
    candidate: sorted.candidate,
    votes: sorted.votes,
    ...(sorted.lines === undefined ? {} : { lines: sorted.lines }),
  };
}

/** Adds up rows by place and candidate. */
export function countedRows(rows: readonly PlaceVotes[]): Counted {
  const places = new Map<string, number>();
  const names: string[] = [];
  const countyOf: number[] = [];
  const counties = new Map<string, number>();
  const candidates = new Map<string, number>();
  const pairs = new Map<string, number>();
  const place: number[] = [];
  const candidate: number[] = [];
  const votes: number[] = [];
  const numbered = (known: Map<string, number>, name: string) => {
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  };
  for (const row of rows) {
    const at = numbered(
      places,
      row.county === undefined ? row.place : `${row.county}\t${row.place}`,
    );
    if (at === names.length) {
      names.push(row.place);
      countyOf.push(numbered(counties, row.county ?? ""));
    }
    const who = numbered(candidates, row.candidate);
    const entry = numbered(pairs, `${at} ${who}`);
    if (entry === place.length) {
      place.push(at);
      candidate.push(who);
      votes.push(row.votes);
    } else votes[entry]! += row.votes;
  }
  return sortedEntries(
    { places: names, counties: Int32Array.from(countyOf), candidates: [...candidates.keys()] },
    Int32Array.from(place),
    Int32Array.from(candidate),
    Float64Array.from(votes),
  );
}

/** All votes of each place. */
export function placeTotals({ places, starts, votes }: Counted): Float64Array {
  const totals = new Float64Array(places.length);
  for (let place = 0; place < places.length; place++) {
    for (let at = starts[place]!; at < starts[place + 1]!; at++) totals[place]! += votes[at]!;
  }
  return totals;
}

/** The median of numbers; NaN of none. */
export function medianOf(values: Float64Array): number {
  if (values.length === 0) return NaN;
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Makes the median absolute deviation comparable with a standard deviation. */
const MAD_TO_SD = 1.4826;

/** Median and robust standard deviation. */
export function robust(values: Float64Array): { middle: number; spread: number } {
  const middle = medianOf(values);
  return { middle, spread: MAD_TO_SD * medianOf(values.map((value) => Math.abs(value - middle))) };
}
