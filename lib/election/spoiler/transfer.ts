import {
  refusal,
  requireName,
  requireNumber,
  requireOneOf,
  requireRecord,
  requireShare,
} from "../../check/mod.ts";
import { requireSpoilerUnits, type SpoilerUnit } from "./spoiler_units.ts";

/**
 * Where a candidate's voters would have gone: shares of all of them. The rest, 1 less both, would
 * not have voted for either: they stay home or write another name.
 */
export interface Transfer {
  /** The part that goes to the one who gains. */
  readonly beneficiary: number;
  /** The part that goes to the opponent. */
  readonly opponent: number;
}

/** One unit in the world without the third candidates. */
export interface TransferredUnit {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** Who won as it was; undefined when tied. */
  readonly before: string | undefined;
  /** Who wins then; undefined when tied. */
  readonly after: string | undefined;
  /** The opponent's votes less the beneficiary's, then. Expected votes, so not whole numbers. */
  readonly lead: number;
}

/** All units, and electors by candidate. */
export interface TransferredElection {
  /** The units with their votes after it. */
  readonly units: readonly TransferredUnit[];
  /** Electors by winner; those of tied units under "tied". */
  readonly electors: Readonly<Record<string, number>>;
  /** Units whose winner is another than before. */
  readonly changed: readonly TransferredUnit[];
}

/**
 * The election without the third candidates, if their voters had gone where a transfer says, alike
 * in every unit. A single assumption among many that the counts allow: show {@link leadRegion}
 * first.
 *
 * @param units Units of {@link spoilerUnits}.
 * @param question The same question.
 * @param transfers A transfer for all candidates taken out, or one by candidate.
 * @throws {RangeError} If one of the two has another name than where it won, a candidate taken out has
 * no transfer, or shares are negative or sum to more than one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spoilerUnits, transferVotes } from "tallybook/election";
 *
 * const question = { beneficiary: "Gore", opponent: "Bush", without: ["Nader"] };
 * const units = spoilerUnits([{
 *   unit: "FL",
 *   electors: 25,
 *   votes: { Bush: 2_912_790, Gore: 2_912_253, Nader: 97_488 },
 * }], question);
 * // 60 to 40 with everybody voting: 0.2 × 97,488 − 537 = 18,960.6 for Gore.
 * const election = transferVotes(units, question, { beneficiary: 0.6, opponent: 0.4 });
 * assertEquals(election.units[0]?.lead.toFixed(1), "-18960.6");
 * assertEquals(election.electors, { Gore: 25 });
 * ```
 */
export function transferVotes(
  units: readonly SpoilerUnit[],
  question: { readonly beneficiary: string; readonly opponent: string },
  transfers: Transfer | Readonly<Record<string, Transfer>>,
): TransferredElection {
  requireSpoilerUnits(TASK, units);
  requireRecord(TASK, "question", question);
  requireName(TASK, "beneficiary", question.beneficiary);
  requireName(TASK, "opponent", question.opponent);
  requireNames(units, question);
  requireRecord(TASK, "transfers", transfers);
  const electors: Record<string, number> = {};
  const moved = units.map((unit): TransferredUnit => {
    let beneficiary = unit.beneficiaryVotes;
    let opponent = unit.opponentVotes;
    for (const [candidate, votes] of Object.entries(unit.thirds)) {
      const transfer = isTransfer(transfers) ? transfers : transfers[candidate];
      requireTransfer(transfer, candidate);
      beneficiary += transfer.beneficiary * votes;
      opponent += transfer.opponent * votes;
    }
    const after = leader({
      [question.beneficiary]: beneficiary,
      [question.opponent]: opponent,
      ...unit.others,
    });
    electors[after ?? "tied"] = (electors[after ?? "tied"] ?? 0) + unit.electors;
    return {
      unit: unit.unit,
      electors: unit.electors,
      before: unit.winner,
      after,
      lead: opponent - beneficiary,
    };
  });
  return { units: moved, electors, changed: moved.filter((unit) => unit.before !== unit.after) };
}

/**
 * The transfer with the fewest voters that has a given net share: all who vote choose one side.
 * Between two candidates only the net share matters; where a third remains, this is the
 * transfer least favorable to the two.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transferOf } from "tallybook/election";
 *
 * assertEquals(transferOf(-0.25), { beneficiary: 0, opponent: 0.25 });
 * ```
 */
export function transferOf(netShare: number): Transfer {
  requireNumber("make a transfer", "net share", netShare, { minimum: -1, maximum: 1 });
  return { beneficiary: Math.max(0, netShare), opponent: Math.max(0, -netShare) };
}

/** Throws where the one of the two who is ahead of the other, and won, has another name. */
function requireNames(
  units: readonly SpoilerUnit[],
  { beneficiary, opponent }: { readonly beneficiary: string; readonly opponent: string },
): void {
  for (const { winner, others, thirds, lead } of units) {
    if (winner === undefined || winner in others || winner in thirds) continue;
    const [where, name] = lead > 0 ? ["opponent", opponent] : ["beneficiary", beneficiary];
    requireOneOf(TASK, where!, name, [winner]);
  }
}

function isTransfer(
  transfers: Transfer | Readonly<Record<string, Transfer>>,
): transfers is Transfer {
  return typeof (transfers as Transfer).beneficiary === "number";
}

function requireTransfer(
  transfer: Transfer | undefined,
  candidate: string,
): asserts transfer is Transfer {
  if (transfer === undefined) {
    throw new RangeError(
      refusal({
        task: TASK,
        where: `transfer of ${candidate}`,
        found: undefined,
        expected: "shares for the beneficiary and the opponent",
      }),
    );
  }
  requireRecord(TASK, `transfer of ${candidate}`, transfer);
  const { beneficiary, opponent } = transfer;
  requireShare(TASK, `share of ${candidate} for the beneficiary`, beneficiary);
  requireShare(TASK, `share of ${candidate} for the opponent`, opponent);
  requireNumber(TASK, `sum of the shares of ${candidate}`, beneficiary + opponent, {
    maximum: 1 + 1e-12,
  });
}

const TASK = "transfer votes";

function leader(votes: Readonly<Record<string, number>>): string | undefined {
  const ranked = Object.entries(votes).sort((a, b) => b[1] - a[1]);
  return ranked[1] !== undefined && ranked[1][1] === ranked[0]?.[1] ? undefined : ranked[0]?.[0];
}
