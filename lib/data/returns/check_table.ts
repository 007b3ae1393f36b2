import { checkCounts } from "./check_counts.ts";
import { checkDuplicates } from "./check_duplicates.ts";
import { type CheckedPlaces, checkPlaces, type KnownCounties } from "./check_places.ts";
import { exchangedColumns } from "./exchanged_columns.ts";
import { fullCodes } from "./full_codes.ts";
import { lastCount } from "./last_count.ts";
import { nameKinds } from "./name_kinds.ts";
import { otherRounds } from "./other_rounds.ts";
import type { Mend } from "./problem.ts";
import type { ReturnsTable } from "./returns_table.ts";
import { totalsOfCandidates } from "./totals_of_candidates.ts";
import { runningMates, totalsOfNamedWriteIns } from "./same_votes.ts";
import { statedTotals } from "./stated_totals.ts";
import { totalsOfDistricts, totalsOfLines } from "./totals_of_lines.ts";
import { totalsOfModes } from "./totals_of_modes.ts";
import { totalsOfPlaces } from "./totals_of_places.ts";
import { Work } from "./work.ts";

/** A table whose every row is known for what it is. */
export interface CheckedTable {
  readonly work: Work;
  readonly places: CheckedPlaces;
}

/**
 * Runs every check of returns, once, on plain columns: what kind of row each is, whether its count
 * can be read, which rows are sums of others, which come twice. The columns may come from anywhere.
 *
 * @param state The postal code of rows that do not say their own, where one is known.
 * @returns The kinds of the rows, the problems that stop a reading, and what was mended or left out.
 */
export function checkTable(
  table: ReturnsTable,
  mend: ReadonlySet<Mend>,
  known: KnownCounties,
  state?: string,
): CheckedTable {
  const work = new Work(fullCodes(table, state), mend);
  for (const problem of work.table.problems) work.refuse(problem);
  for (const note of work.table.notes) work.mended.add(note);
  exchangedColumns(work);
  nameKinds(work);
  otherRounds(work);
  checkCounts(work);
  const places = checkPlaces(work, known);
  totalsOfModes(work);
  totalsOfDistricts(work);
  totalsOfLines(work);
  runningMates(work);
  totalsOfNamedWriteIns(work);
  totalsOfCandidates(work);
  totalsOfPlaces(work);
  statedTotals(work);
  checkDuplicates(work);
  lastCount(work);
  return { work, places };
}
