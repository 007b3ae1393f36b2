import { type Anomaly, grouped } from "./anomaly.ts";
import { type Counted, placeTotals } from "./counted.ts";

/** Small places can have the same few votes by chance. */
const LEAST_VOTES = 100;
/** Places are alike in size within this factor. */
const STEP = 1.2;
/** A repetition is named where chance would make less than so many of its kind in the whole file. */
const CHANCE = 0.05;

interface Leading {
  readonly place: number;
  readonly bin: string;
  /** How many pairs of counts the bin has room for. */
  readonly room: number;
  readonly key: string;
  readonly whole: string;
  /** The further candidates' votes, which also agree in a copied row. */
  readonly further: readonly number[];
}

/**
 * Finds places that have the same votes for their two leading candidates, where chance makes that
 * unlikely: a row copied to its neighbor, or a state's total repeated in each of its counties.
 *
 * What chance makes: places are sorted into bins by the size of both counts (a factor of 1.2); n
 * places in a bin with room for r pairs of counts give n (n − 1) / 2r equal pairs. Where all further
 * candidates agree too, that is divided by each of their counts. A repetition is named where fewer
 * than 0.05 of its kind are expected in all bins together. One pass.
 */
export function repeatedBallots(counted: Counted): Anomaly[] {
  const totals = placeTotals(counted);
  const leading: Leading[] = [];
  for (let place = 0; place < counted.places.length; place++) {
    if (totals[place]! < LEAST_VOTES) continue;
    const one = leadingPair(counted, place);
    if (one !== undefined) leading.push(one);
  }
  const bins = new Map<string, number>();
  for (const { bin } of leading) bins.set(bin, (bins.get(bin) ?? 0) + 1);
  const groups = new Map<string, Leading[]>();
  for (const one of leading) {
    const group = groups.get(one.key);
    if (group === undefined) groups.set(one.key, [one]);
    else group.push(one);
  }
  const found: Anomaly[] = [];
  for (const same of groups.values()) {
    if (same.length < 2) continue;
    const first = same[0]!;
    const inBin = bins.get(first.bin)!;
    let expected = inBin * (inBin - 1) / 2 / first.room * bins.size;
    const whole = same.every((one) => one.whole === first.whole);
    if (whole) { for (const votes of first.further) expected /= Math.max(1, votes); }
    // More places than two are the less likely.
    expected /= Math.pow(Math.max(1, first.room / inBin), same.length - 2);
    if (expected > CHANCE) continue;
    const places = same.map(({ place }) => counted.places[place]!);
    found.push({
      kind: "votes repeated",
      places,
      candidate: null,
      votes: totals[first.place]!,
      message: `${same.length} places have the same votes ${whole ? "for all candidates " : ""}(${
        shownPair(counted, first.place)
      }), where chance would make ${
        expected < 0.001 ? "less than 0.001" : expected.toFixed(3)
      } such cases: a row was copied, or a total repeated`,
    });
  }
  return found;
}

/** A place's two largest counts, and how places like it are sorted. */
function leadingPair({ starts, votes, candidate }: Counted, place: number): Leading | undefined {
  let [first, second] = [-1, -1];
  const further: number[] = [];
  for (let at = starts[place]!; at < starts[place + 1]!; at++) {
    if (first === -1 || votes[at]! > votes[first]!) [first, second] = [at, first];
    else if (second === -1 || votes[at]! > votes[second]!) second = at;
  }
  if (second === -1 || votes[second]! <= 0) return undefined;
  const parts: string[] = [];
  for (let at = starts[place]!; at < starts[place + 1]!; at++) {
    if (votes[at] === 0) continue;
    parts.push(`${candidate[at]}:${votes[at]}`);
    if (at !== first && at !== second) further.push(votes[at]!);
  }
  const [a, b] = [votes[first]!, votes[second]!];
  const step = (value: number) => Math.floor(Math.log(value) / Math.log(STEP));
  return {
    place,
    bin: `${candidate[first]} ${step(a)} ${candidate[second]} ${step(b)}`,
    room: Math.max(1, a * (STEP - 1)) * Math.max(1, b * (STEP - 1)),
    key: `${candidate[first]} ${a} ${candidate[second]} ${b}`,
    whole: parts.sort().join(" "),
    further,
  };
}

function shownPair({ starts, votes, candidate, candidates }: Counted, place: number): string {
  const entries = [];
  for (let at = starts[place]!; at < starts[place + 1]!; at++) {
    entries.push([candidates[candidate[at]!]!, votes[at]!] as const);
  }
  return entries.sort((a, b) => b[1] - a[1]).slice(0, 2)
    .map(([name, count]) => `${name}: ${grouped(count)}`).join(", ");
}
