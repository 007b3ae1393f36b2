import { assertEquals } from "@std/assert";
import { findAnomalies } from "tallybook/data";

Deno.test("a place without write-ins is named where all places would give one such less than 0.05 times", () => {
  /** Ten places of 1,000 votes, one without write-ins, the others with so many together. */
  const found = (together: number) => {
    const least = Math.floor(together / 9);
    const rows = Array.from({ length: 10 }, (_, place) => {
      const some = place === 0 ? 0 : least + (place <= together - 9 * least ? 1 : 0);
      return Object.entries({ Ada: 500, Ben: 500 - some, "Write-in": some })
        .map(([candidate, votes]) => ({ place: `P${place}`, candidate, votes }));
    }).flat();
    return findAnomalies(rows).filter(({ kind }) => kind === "write-ins missing")
      .map(({ places }) => places);
  };
  // Counts vary less than chance makes them: a tenth of them is expected, and ten times e^−5.2 is 0.055, e^−5.3 0.0499.
  assertEquals([found(52), found(53)], [[], [["P0"]]]);
});
