import { groupPairs } from "./group_ids.ts";
import { Kind } from "./kinds.ts";
import { isTotalMode } from "./place_words.ts";
import type { Work } from "./work.ts";

/**
 * Finds rows that add up a candidate's modes of voting beside the modes themselves: without this
 * every vote counts twice. A total that equals its modes is left out and listed; one without modes,
 * or with modes that are all zero, is the count; any other is a problem.
 */
export function totalsOfModes(work: Work): void {
  const { table, kinds, votes } = work;
  const mode = table.text.mode;
  if (mode === undefined) return;
  const total = mode.values.map(isTotalMode);
  if (!total.includes(true) || total.every((is, code) => is || code === 0)) return;
  const lines = groupPairs(
    work.places(),
    work.combined("candidate", "party", "writein", "district", "office"),
  );
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
