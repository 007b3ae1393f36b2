import type { Anomaly, PlaceVotes } from "./anomaly.ts";
import { inVotes } from "../in_votes.ts";

/** Finds votes below zero. */
export function negativeVotes(rows: readonly PlaceVotes[]): Anomaly[] {
  return rows.filter(({ votes }) => votes < 0).map(({ place, candidate, votes }) => ({
    kind: "negative votes" as const,
    places: [place],
    candidate,
    votes,
    message: `${candidate} has ${votes} votes in ${place}`,
  }));
}

/** Finds counts that fall from one time to the next: a correction, or a mistake. */
export function backwards(rows: readonly PlaceVotes[]): Anomaly[] {
  const series = new Map<string, PlaceVotes[]>();
  for (const row of rows) {
    if (row.time === undefined) continue;
    const key = `${row.place}\t${row.candidate}`;
    const counts = series.get(key) ?? [];
    series.set(key, counts);
    counts.push(row);
  }
  const found: Anomaly[] = [];
  for (const counts of series.values()) {
    counts.sort((a, b) => a.time! < b.time! ? -1 : a.time! > b.time! ? 1 : 0);
    counts.forEach((now, at) => {
      const before = counts[at - 1];
      if (before === undefined || now.votes >= before.votes) return;
      found.push({
        kind: "count goes backwards",
        places: [now.place],
        candidate: now.candidate,
        votes: now.votes - before.votes,
        message: `${now.candidate} loses ${inVotes(before.votes - now.votes)} in ${now.place} ` +
          `between ${before.time} and ${now.time}`,
      });
    });
  }
  return found;
}
