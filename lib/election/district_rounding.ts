import {
  requireCount,
  requireDistinct,
  requireList,
  requireName,
  requireRecord,
  requireShare,
} from "../check/mod.ts";
import type { Contest } from "./contest.ts";
import { requireContests, requireRan } from "./require_contests.ts";

/** A district's result as a share of the two parties' votes. */
export interface DistrictShare {
  /** "ME-02". */
  readonly district: string;
  /** The Democrat's name. */
  readonly democrat: string;
  /** The Republican's name. */
  readonly republican: string;
  /** Of the votes for the two, 0 to 1. */
  readonly republican_share: number;
  /** Null where they are not known: `districtContests` makes of it a contest without votes. */
  readonly two_party_votes: number | null;
}

/**
 * How far a district's two-party share may be off by rounding. Some districts are published as two
 * percentages with one decimal, so that their share is a ratio of two whole numbers of tenths, the
 * lower one between 800 and 1,000; it may be off by half a tenth of a percent of all votes, about
 * 0.0005 of the two's. A share from counts is such a ratio by chance once in 250,000 times.
 *
 * @returns Half a step, as a share of the two parties' votes; 0 for a share from counts.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shareRounding } from "tallybook/election";
 *
 * // 47.2% to 45.0%, and 137,564 votes to 131,030.
 * assertEquals(shareRounding(47.2 / 92.2), 0.5 / 922);
 * assertEquals(shareRounding(137_564 / (137_564 + 131_030)), 0);
 * ```
 */
export function shareRounding(share: number): number {
  requireShare(TASK, "share", share);
  for (let tenths = 800; tenths <= 1000; tenths++) {
    if (Math.abs(share * tenths - Math.round(share * tenths)) < 1e-8) return 0.5 / tenths;
  }
  return 0;
}

/**
 * The contests with each district of rounded share as good for a candidate as its rounding allows.
 * A number found from these for the one candidate and for the other is the range that the rounding
 * leaves.
 *
 * @throws {RangeError} If a share is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { withinRounding } from "tallybook/election";
 *
 * const contests = [{ unit: "NE-02", electors: 1, votes: { D: 45_000, R: 47_200 } }];
 * const district = {
 *   district: "NE-02", democrat: "D", republican: "R", republican_share: 47.2 / 92.2,
 *   two_party_votes: 92_200,
 * };
 * // Half a tenth of a percent of 100,000 votes is 50.
 * assertEquals(withinRounding(contests, [district], "R")[0]!.votes, { D: 44_950, R: 47_250 });
 * assertEquals(withinRounding(contests, [district], "D")[0]!.votes, { D: 45_050, R: 47_150 });
 * ```
 */
export function withinRounding(
  contests: readonly Contest[],
  districts: readonly DistrictShare[],
  candidate: string,
): Contest[] {
  requireContests(TASK, contests);
  requireList(TASK, "districts", districts);
  requireRan(TASK, "candidate", candidate, contests);
  for (let i = 0; i < districts.length; i++) {
    const row = requireRecord(TASK, `districts[${i}]`, districts[i]!);
    requireName(TASK, `name of districts[${i}]`, row.district);
    requireName(TASK, `Democrat of ${row.district}`, row.democrat);
    requireName(TASK, `Republican of ${row.district}`, row.republican);
    requireShare(TASK, `share of ${row.district}`, row.republican_share);
    if (row.two_party_votes !== null) {
      requireCount(TASK, `votes of ${row.district}`, row.two_party_votes);
    }
  }
  requireDistinct(TASK, "districts", districts.map(({ district }) => district));
  const rows = new Map(districts.map((row) => [row.district, row]));
  return contests.map((contest) => {
    const row = rows.get(contest.unit);
    if (row === undefined || row.two_party_votes === null) return contest;
    const half = shareRounding(row.republican_share);
    if (half === 0) return contest;
    const share = row.republican_share + (row.republican === candidate ? half : -half);
    const republican = Math.round(share * row.two_party_votes);
    return {
      ...contest,
      votes: {
        ...contest.votes,
        [row.republican]: republican,
        [row.democrat]: row.two_party_votes - republican,
      },
    };
  });
}

const TASK = "allow for a district's rounding";
