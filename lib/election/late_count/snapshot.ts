import {
  refusal,
  requireDistinct,
  requireList,
  requireName,
  requireRecord,
} from "../../check/mod.ts";
import { requireVotes } from "../require_contests.ts";

/** A count in progress: what had been counted for each candidate at a time. */
export interface Snapshot {
  /** When it was taken: "2016-11-23". Snapshots are given in order of time. */
  readonly asOf: string;
  /** Votes counted so far, by candidate. */
  readonly votes: Readonly<Record<string, number>>;
}

/** What a count gained from one snapshot to the next. */
export interface Increment {
  /** The earlier moment. */
  readonly from: string;
  /** The later moment. */
  readonly to: string;
  /** New votes by candidate; negative where a correction took some away. */
  readonly votes: Readonly<Record<string, number>>;
  /** New votes of all candidates. */
  readonly size: number;
  /** Whether some candidate lost votes, so that the step is a correction and not a batch of ballots. */
  readonly correction: boolean;
}

/**
 * The steps between snapshots. A step in which a candidate loses votes is marked
 * as a correction: it says nothing about the ballots still to be counted.
 *
 * @throws {RangeError} if there are fewer than two snapshots, or they do not name
 * the same candidates, or one is given twice, or by dates like 2016-11-23 they are not in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { increments } from "tallybook/election";
 *
 * const [step] = increments([
 *   { asOf: "15 Nov", votes: { Clinton: 61_963_234, Trump: 60_961_185 } },
 *   { asOf: "16 Nov", votes: { Clinton: 62_568_373, Trump: 61_336_159 } },
 * ]);
 * assertEquals(step!.votes, { Clinton: 605_139, Trump: 374_974 });
 * ```
 */
export function increments(snapshots: readonly Snapshot[]): Increment[] {
  const task = "find increments";
  requireList(task, "snapshots", snapshots, { least: 2 });
  snapshots.forEach((snapshot, i) => {
    requireRecord(task, `snapshots[${i}]`, snapshot);
    requireName(task, `date of snapshots[${i}]`, snapshot.asOf);
    requireVotes(task, ` of ${snapshot.asOf}`, snapshot.votes);
  });
  // Several totals of one day are steps of that day; the same total twice is none.
  requireDistinct(
    task,
    "snapshots",
    snapshots.map(({ asOf, votes }) =>
      `${asOf}: ${
        Object.entries(votes).sort().map(([name, count]) => `${name} ${count}`).join(", ")
      }`
    ),
  );
  requireOrder(task, snapshots.map(({ asOf }) => asOf));
  const names = Object.keys(snapshots[0]!.votes).sort();
  for (const { asOf, votes } of snapshots) {
    const found = Object.keys(votes).sort();
    if (found.join("\n") !== names.join("\n")) {
      throw new RangeError(
        refusal({
          task,
          where: `candidates of ${asOf}`,
          found: found.join(", "),
          expected: `those of ${snapshots[0]!.asOf}: ${names.join(", ")}`,
        }),
      );
    }
  }
  return snapshots.slice(1).map((now, i) => {
    const before = snapshots[i]!;
    const votes = Object.fromEntries(
      names.map((name) => [name, now.votes[name]! - before.votes[name]!]),
    );
    const gains = Object.values(votes);
    return {
      from: before.asOf,
      to: now.asOf,
      votes,
      size: gains.reduce((sum, gain) => sum + gain, 0),
      correction: gains.some((gain) => gain < 0),
    };
  });
}

const DATE = /^\d{4}-\d\d-\d\d/;

/** A step back in time would be a batch of ballots taken away. Only dates that sort as text can be told. */
function requireOrder(task: string, times: readonly string[]): void {
  if (!times.every((time) => DATE.test(time))) return;
  times.forEach((time, i) => {
    if (i === 0 || time >= times[i - 1]!) return;
    throw new RangeError(
      refusal({
        task,
        where: `snapshots[${i}]`,
        found: time,
        expected: `not before ${times[i - 1]}`,
      }),
    );
  });
}
