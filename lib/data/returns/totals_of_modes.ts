import { type GroupIds, groupPairs } from "./group_ids.ts";
import { Kind } from "./kinds.ts";
import { isTotalMode } from "./place_words.ts";
import type { Work } from "./work.ts";

/** A mode that is no total by name must be the sum of the others in so many lines with votes. */
const LEAST_LINES = 4;
const MOST = 0.95;
/** More modes than this are something else, such as places. */
const MOST_MODES = 40;

/**
 * Finds rows that add up a candidate's modes of voting beside the modes themselves: without this
 * every vote counts twice. A total that equals its modes is left out and listed; one without modes,
 * or with modes that are all zero, is the count; any other is a problem.
 */
export function totalsOfModes(work: Work): void {
  const { table, kinds, votes } = work;
  const mode = table.text.mode;
  if (mode === undefined) return;
  const spelled = mode.values.map(isTotalMode);
  const lines = groupPairs(
    work.places(),
    work.combined("candidate", "party", "writein", "district", "office"),
  );
  const total = [...spelled];
  for (const code of unnamedTotals(work, lines, spelled)) total[code] = true;
  if (!total.includes(true) || total.every((is, code) => is || code === 0)) return;
  const sums = new Float64Array(lines.count);
  const parts = new Int32Array(lines.count);
  for (let row = 0; row < table.rows; row++) {
    if (total[mode.codes[row]!]! || Number.isNaN(votes[row])) continue;
    if (kinds[row] === Kind.otherContest) continue;
    sums[lines.ids[row]!]! += votes[row]!;
    parts[lines.ids[row]!]!++;
  }
  for (let row = 0; row < table.rows; row++) {
    if (!total[mode.codes[row]!]!) continue;
    const line = lines.ids[row]!;
    if (parts[line] === 0 || sums[line] === 0 || kinds[row]! > Kind.turnout) continue;
    const found = `a row of mode "${mode.values[mode.codes[row]!]}" beside rows of its modes`;
    if (sums[line] === votes[row]) {
      kinds[row] = Kind.totalOfModes;
      work.mended.add({
        ...work.at(row, "mode"),
        expected: "modes, or their total alone",
        found: `${found}: the total is left out`,
      });
      continue;
    }
    const accepted = work.refuse({
      ...work.at(row, "mode"),
      expected: "the sum of its modes",
      found: `${found}, which it does not equal`,
      option: "totals",
    });
    if (accepted) kinds[row] = Kind.totalOfModes;
  }
}

/**
 * Modes that are the sum of all the others in nearly every line, whatever they are called; with one
 * other alone a mode is no sum but a copy.
 */
function unnamedTotals(work: Work, lines: GroupIds, spelled: readonly boolean[]): number[] {
  const { table, kinds, votes } = work;
  const { codes, values } = table.text.mode!;
  if (spelled.includes(true) || values.length < 2 || values.length > MOST_MODES) return [];
  const sums = new Float64Array(lines.count);
  const parts = new Int32Array(lines.count);
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row]! > Kind.writeIn || !(votes[row]! > 0)) continue;
    sums[lines.ids[row]!]! += votes[row]!;
    parts[lines.ids[row]!]!++;
  }
  const [seen, equal, rich] = [0, 0, 0].map(() => new Int32Array(values.length));
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row]! > Kind.writeIn || !(votes[row]! > 0)) continue;
    const line = lines.ids[row]!;
    const code = codes[row]!;
    seen![code]!++;
    if (2 * votes[row]! !== sums[line]) continue;
    equal![code]!++;
    // A mode without a name beside one with a name is their total, too.
    if (parts[line]! > 2 || values[code] === "") rich![code]!++;
  }
  return values.flatMap((_, code) =>
    rich![code]! >= LEAST_LINES && equal![code]! >= MOST * seen![code]! ? [code] : []
  );
}
