import { countCell, LARGEST_COUNT, pointsOfThousands } from "./count_cells.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";

const EXPECTED = "a whole number of votes, digits only";

/**
 * Reads the cells of counts that are not digits alone, and refuses counts that a column of counts
 * cannot hold. What an option leaves out gets the kind "left out".
 */
export function checkCounts(work: Work): void {
  const { table, votes, kinds } = work;
  const points = pointsOfThousands(table.votes);
  for (const [row, cell] of table.votes.odd) {
    const { count, found, option } = countCell(cell, points);
    if (kinds[row]! > Kind.writeIn) {
      // Ballots and totals only have to be readable: a blank one says nothing.
      votes[row] = count ?? NaN;
      continue;
    }
    const place = work.at(row, "votes");
    if (option === "none needed") {
      work.mended.add({ ...place, expected: `"${count}"`, found: found! });
    } else if (found !== undefined) {
      const accepted = work.refuse({
        ...place,
        expected: EXPECTED,
        found,
        ...(option === undefined ? {} : { option }),
      });
      if (accepted && count === undefined) kinds[row] = Kind.leftOut;
    }
    votes[row] = count ?? NaN;
  }
  checkModes(work);
  if (table.votesFromModes) {
    // Only now are all modes of these rows read.
    for (const row of table.votes.odd.keys()) {
      if (Number.isNaN(votes[row])) continue;
      votes[row] = table.modes.reduce((sum, { column }) => sum + (column.values[row] || 0), 0);
    }
  }
  for (let row = 0; row < table.rows; row++) {
    if (votes[row]! > LARGEST_COUNT && kinds[row] !== Kind.leftOut) {
      work.problems.add({
        ...work.at(row, "votes"),
        expected: `a count of at most ${LARGEST_COUNT.toLocaleString("en")}`,
        found: String(votes[row]),
      });
    }
  }
}

/** Reads the cells of the modes of voting that are not digits alone. */
function checkModes(work: Work): void {
  const { table, kinds } = work;
  for (const { name, column } of table.modes) {
    const points = pointsOfThousands(column);
    for (const [row, cell] of column.odd) {
      if (kinds[row]! > Kind.writeIn) continue;
      const { count, found, option } = countCell(cell, points);
      column.values[row] = count ?? NaN;
      if (count !== undefined && option !== "thousands" || option === "blanks") continue;
      if (option === "suppressed") continue;
      work.refuse({
        ...work.at(row),
        column: name,
        expected: EXPECTED,
        found: found!,
        // Without its mode a row still has its votes.
        option: option === "thousands" ? option : "modes",
      });
    }
  }
}
