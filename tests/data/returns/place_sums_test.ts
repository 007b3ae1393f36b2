import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { plainTable } from "../../../lib/data/returns/layouts/plain_rows.ts";
import { PlaceSums } from "../../../lib/data/returns/place_sums.ts";
import { Work } from "../../../lib/data/returns/work.ts";

const NAMES = ["Ada Red", "Ben Blue", "Cy Gold", "Undervotes"];

/** Sums of places with these votes, in the candidates' order; a text is what a cell holds. */
function sumsOf(
  places: readonly (readonly (number | string)[])[],
  counties = places.map(() => "Elm"),
) {
  const rows = places.flatMap((votes, place) =>
    votes.map((count, at) => ({
      county: counties[place]!,
      precinct: `P ${place}`,
      candidate: NAMES[at]!,
      votes: String(count),
      line: place + 1,
    }))
  );
  const work = new Work(plainTable("r.csv", { rows }), new Set());
  // Ballots without a vote are no candidate's.
  for (let row = 0; row < rows.length; row++) {
    if (rows[row]!.candidate === "Undervotes") work.kinds[row] = 2;
  }
  return new PlaceSums(work, work.places(), work.counties());
}

Deno.test("a place's sum is its candidates' votes; blank cells and ballots without a vote are none", () => {
  const sums = sumsOf([[5, 1, 0, 9], [2, "", 3, 0]]);
  assertEquals(Array.from(sums.votes), [6, 5]);
  assertEquals(Array.from(sums.candidates), [2, 2]);
});

Deno.test("places are grouped by what is above them, in the file's order", () => {
  const sums = sumsOf([[1], [2], [3], [4]], ["Elm", "Oak", "Elm", "Oak"]);
  assertEquals(sums.groups, [[0, 2], [1, 3]]);
  assertEquals(sums.sum(sums.groups[1]!).votes, 6);
});

Deno.test("a place is half of a sum where it has as much as the others for each candidate", () => {
  const half = (last: readonly number[]) => {
    const sums = sumsOf([[1, 2, 30], [4, 5, 60], last]);
    return sums.equalsHalf(2, sums.sum([0, 1, 2]));
  };
  assertEquals(half([5, 7, 90]), true);
  // As many votes, but not for each; and one more.
  assertEquals([half([7, 5, 90]), half([5, 90, 7]), half([5, 7, 91])], [false, false, false]);
});

Deno.test("runs() finds the places that a place adds up, before it and after it", () => {
  const parts = (places: readonly (readonly number[])[]) =>
    sumsOf(places).runs(places.keys().toArray()).map((
      { unit, parts },
    ) => [unit, [...parts].sort()]);
  const [a, b, c] = [[1, 2, 3], [10, 20, 31], [100, 7, 1]];
  assertEquals(parts([a, b, [11, 22, 34], c]), [[2, [0, 1]]]);
  assertEquals(parts([c, [11, 22, 34], a, b]), [[1, [2, 3]]]);
  // The sum is over what stands just beside it, empty places aside.
  assertEquals(parts([c, a, [0, 0, 0], b, [11, 22, 34]]), [[4, [1, 3]]]);
  assertEquals(parts([a, c, b, [11, 22, 34]]), []);
  // One place is no run: two alike places are no sum of each other.
  assertEquals(parts([c, a, a, b]), []);
  // A town's total is no part of the next town's.
  const towns = [a, b, [11, 22, 34], c, a, [101, 9, 4]];
  assertEquals(parts(towns), [[2, [0, 1]], [5, [3, 4]]]);
});

Deno.test("a run is found wherever one is, and nowhere else", () => {
  const places = fc.array(fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 7,
  });
  fc.assert(
    fc.property(places, (all) => {
      const found = sumsOf(all).runs(all.keys().toArray());
      for (const { unit, parts } of found) {
        assertEquals(parts.length >= 2, true);
        for (const at of [0, 1, 2]) {
          assertEquals(parts.reduce((sum, part) => sum + all[part]![at]!, 0), all[unit]![at]);
        }
      }
      // A last place that is made the sum of the two before it is always found.
      const [x, y] = [[3, 1, 2], [1, 4, 1]];
      const more = [...all, x, y, [4, 5, 3]];
      const units = sumsOf(more).runs(more.keys().toArray()).map(({ unit }) => unit);
      assertEquals(units.includes(more.length - 1), true);
    }),
    { numRuns: 60, seed: 2 },
  );
});
