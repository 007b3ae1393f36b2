import { requireCount, requireFlag, requireProper, requireRecord } from "../../check/mod.ts";
import { bravoExpectedBallots } from "./bravo.ts";
import { comparisonBallots } from "./comparison.ts";
import { dilutedMargin, type ReportedContest, requireReported } from "./reported.ts";

/** What there is to audit with. */
export interface AuditConditions {
  /** Ballots cast without a paper record that the voter could check. */
  readonly paperless: number;
  /** Whether the machines keep a record of each ballot that can be matched with its paper. */
  readonly ballotRecords: boolean;
}

/** Whether a kind of audit can settle a contest, and how many ballots that takes. */
export interface AuditOption {
  /** Which audit it is. */
  readonly kind: "ballot polling" | "ballot comparison" | "full hand count";
  /** Whether the ballots allow it. */
  readonly possible: boolean;
  /** Why not, or what limits it. */
  readonly reason: string;
  /** Ballots to examine on average, if the report is right; null if impossible. */
  readonly ballots: number | null;
}

/**
 * What evidence could settle a contest. Where ballots without paper could hold the
 * margin, none can: each of them might have been cast for the loser and counted
 * for the winner, a swing of two, so paperless ballots of at least half the margin
 * leave the outcome open whatever the paper says. With fewer, the paper is audited
 * for what is left of the margin in that worst case.
 *
 * @throws {RangeError} if the report makes no sense, or more ballots are paperless than cast.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { auditOptions } from "tallybook/election";
 *
 * const contest = { winner: 6_000, loser: 4_000, ballots: 10_000 };
 * const options = auditOptions(contest, { paperless: 1_000, ballotRecords: true }, 0.05);
 * assertEquals(options.map(({ possible }) => possible), [false, false, false]);
 * ```
 */
export function auditOptions(
  contest: ReportedContest,
  conditions: AuditConditions,
  riskLimit: number,
): AuditOption[] {
  const task = "say what evidence could settle a contest";
  requireReported(task, contest);
  requireRecord(task, "conditions", conditions);
  requireProper(task, "risk limit", riskLimit);
  const diluted = dilutedMargin(contest);
  const { paperless, ballotRecords } = conditions;
  requireCount(task, "paperless ballots", paperless, { maximum: contest.ballots });
  requireFlag(task, "records of single ballots", ballotRecords);
  const margin = contest.winner - contest.loser;
  const kinds = ["ballot polling", "ballot comparison", "full hand count"] as const;
  if (2 * paperless >= margin) {
    const reason = `${paperless} ballots without paper could hold the margin of ${margin}`;
    return kinds.map((kind) => ({ kind, possible: false, reason, ballots: null }));
  }
  const onPaper = contest.ballots - paperless;
  // Worst case: every paperless ballot was the loser's and is counted as the winner's.
  const worst = diluted - (2 * paperless) / contest.ballots;
  const polling = bravoExpectedBallots(
    {
      winner: contest.winner - paperless,
      loser: contest.loser + paperless,
      ballots: contest.ballots,
    },
    riskLimit,
  );
  const comparison = ballotRecords ? comparisonBallots(worst, riskLimit) : null;
  return [
    polling < onPaper
      ? {
        kind: "ballot polling",
        possible: true,
        reason: "draws ballots at random and looks at each",
        ballots: Math.ceil(polling),
      }
      : {
        kind: "ballot polling",
        possible: false,
        reason: `wants ${Math.ceil(polling)} draws on average, more than there are ballots`,
        ballots: null,
      },
    {
      kind: "ballot comparison",
      possible: comparison !== null && comparison < onPaper,
      reason: ballotRecords
        ? "compares ballots drawn at random with the machine's record of each"
        : "the machines kept no record of single ballots",
      ballots: comparison,
    },
    {
      kind: "full hand count",
      possible: true,
      reason: paperless === 0 ? "all ballots are on paper" : `${paperless} are not on paper`,
      ballots: onPaper,
    },
  ];
}
