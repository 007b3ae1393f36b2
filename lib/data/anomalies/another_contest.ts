import { candidateKind } from "../returns/candidate_kind.ts";
import { type Anomaly, grouped } from "./anomaly.ts";
import { type Counted, placeTotals } from "./counted.ts";
import { inVotes } from "../in_votes.ts";

const LEAST_PLACES = 4;
/** Candidates for president are on every ballot of a county; those in fewer places are not. */
const FEW = 0.6;
/** A candidate in nearly all places is one of the contest. */
const USUAL = 0.9;
/** Votes beside the usual candidates' that make it another contest, not a few strays. */
const LEAST_SHARE = 0.1;

/**
 * Finds candidates who have rows in some places of a county only, with many votes, beside the
 * candidates whom every place has: rows of another contest under this office. Candidates of the
 * same places are named together.
 */
export function anotherContest(counted: Counted): Anomaly[] {
  const { places, counties, starts, candidate, candidates, votes } = counted;
  const members = Map.groupBy(places.keys(), (place) => counties[place]!);
  const totals = placeTotals(counted);
  const found: Anomaly[] = [];
  const here = new Map<number, { in: number[]; votes: number }>();
  for (const group of members.values()) {
    if (group.length < LEAST_PLACES) continue;
    here.clear();
    for (const place of group) {
      for (let at = starts[place]!; at < starts[place + 1]!; at++) {
        const who = candidate[at]!;
        const known = here.get(who) ?? { in: [], votes: 0 };
        here.set(who, known);
        known.in.push(place);
        known.votes += votes[at]!;
      }
    }
    const usual = new Set(
      [...here].filter(([, { in: places }]) => places.length >= USUAL * group.length)
        .map(([who]) => who),
    );
    if (usual.size < 2) continue;
    const strangers = new Map<string, { who: number[]; in: readonly number[]; votes: number }>();
    for (const [who, one] of here) {
      if (one.in.length > FEW * group.length || one.votes === 0) continue;
      if (candidateKind(candidates[who]!) !== "candidate") continue;
      const key = one.in.join(" ");
      const same = strangers.get(key) ?? { who: [], in: one.in, votes: 0 };
      strangers.set(key, same);
      same.who.push(who);
      same.votes += one.votes;
    }
    for (const { who, in: where, votes: theirs } of strangers.values()) {
      const all = where.reduce((sum, place) => sum + totals[place]!, 0);
      // Where a usual candidate is missing there, the stranger may be the same under another name.
      const complete = where.every((place) => {
        let present = 0;
        for (let at = starts[place]!; at < starts[place + 1]!; at++) {
          if (usual.has(candidate[at]!)) present++;
        }
        return present >= Math.min(2, usual.size);
      });
      if (theirs < LEAST_SHARE * all || !complete) continue;
      const names = who.map((one) => candidates[one]!);
      found.push({
        kind: "another contest",
        places: where.map((place) => places[place]!),
        candidate: names.length === 1 ? names[0]! : null,
        votes: theirs,
        message: `${names.join(" and ")} ${
          names.length === 1 ? "has" : "have"
        } rows in ${where.length} of ${group.length} places only, and ${
          inVotes(theirs)
        } there beside ${
          grouped(all - theirs)
        } for the others: rows of another contest under this office`,
      });
    }
  }
  return found;
}
