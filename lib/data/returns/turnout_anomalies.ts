import type { Anomaly } from "../anomalies/anomaly.ts";
import { fold } from "./fold.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";

/** More places than this are one line. */
const NAMED = 20;

/**
 * Finds places with more votes for president than ballots cast, or more ballots than voters, where
 * the file counts them.
 */
export function turnoutAnomalies(work: Work): Anomaly[] {
  const { table, kinds, votes } = work;
  if (!kinds.includes(Kind.turnout)) return [];
  const places = work.places();
  const sums = new Float64Array(places.count);
  const ballots = new Float64Array(places.count).fill(NaN);
  const voters = new Float64Array(places.count).fill(NaN);
  const rowOf = new Int32Array(places.count).fill(-1);
  for (let row = 0; row < table.rows; row++) {
    const place = places.ids[row]!;
    const value = votes[row]!;
    if (Number.isNaN(value)) continue;
    if (work.isVote(row)) sums[place]! += value;
    else if (kinds[row] === Kind.turnout) {
      const name = fold(`${work.cell("office", row)} ${work.cell("candidate", row)}`);
      if (/regist|eligible|active|voters/.test(name)) voters[place] = value;
      else if (/ballot|card|cast|counted/.test(name) && !/%|percent|sheet/.test(name)) {
        // By mode the ballots add up; a total of them is as large as all.
        ballots[place] = Math.max(Number.isNaN(ballots[place]) ? 0 : ballots[place]!, value);
      }
      rowOf[place] = row;
    }
  }
  const found: Anomaly[] = [];
  for (let place = 0; place < places.count; place++) {
    const row = rowOf[place]!;
    if (row === -1) continue;
    const say = (more: number, count: number, what: string, less: number, than: string) => {
      if (!(more > 0) || !(less > 0)) return;
      const name = work.placeName(row);
      found.push({
        kind: "more votes than ballots",
        places: [name],
        candidate: null,
        votes: more,
        message: `${name} has ${count.toLocaleString("en")} ${what} and ${
          less.toLocaleString("en")
        } ${than}: ${more.toLocaleString("en")} too many`,
        rows: [table.lineOf(row)],
      });
    };
    const [cast, registered, sum] = [ballots[place]!, voters[place]!, sums[place]!];
    say(sum - cast, sum, "votes for president", cast, "ballots cast");
    if (Number.isNaN(cast)) say(sum - registered, sum, "votes for president", registered, "voters");
    else say(cast - registered, cast, "ballots cast", registered, "registered voters");
  }
  if (found.length <= NAMED) return found;
  return [{
    kind: "more votes than ballots",
    places: found.flatMap(({ places }) => places),
    candidate: null,
    votes: found.reduce((total, one) => total + one.votes, 0),
    message: `${found.length} places have more votes than ballots, or more ballots than voters, ` +
      `such as: ${found[0]!.message}`,
    rows: found.flatMap(({ rows }) => rows ?? []),
  }];
}
