import { assertEquals, assertThrows } from "@std/assert";
import { locateCards, pickBallots } from "tallybook/election";
import { loadColoradoAudits, loadColoradoManifests } from "tallybook/data";
import { golden } from "../../golden/read.ts";

const drawn = golden<Record<string, { drawn: { county: string; ballot: string }[] }>>(
  "colorado_draws.json",
);

Deno.test("locateCards() finds all ballots that Colorado drew in 2020 and 2024, from seed and manifests", () => {
  for (const { year, seed, cards } of loadColoradoAudits()) {
    const expected = drawn[year]!.drawn;
    const order = (county: string) =>
      county === "Broomfield" ? "~" : county.replaceAll(" ", "").toLowerCase();
    // Teller's manifest of 2020 lacks 91 cards; none of the draws is behind it.
    const batches = loadColoradoManifests({ year })
      .filter(({ county }) => year !== 2020 || county !== "Gunnison")
      .toSorted((a, b) =>
        order(a.county) < order(b.county)
          ? -1
          : order(a.county) > order(b.county)
          ? 1
          : a.place - b.place
      );
    assertEquals(
      locateCards(batches, pickBallots(seed, cards, expected.length)).map(({ batch, card }) => ({
        county: batch.county.replaceAll(" ", ""),
        ballot: `${batch.tabulator}-${batch.batch}-${card}`,
      })),
      expected.map(({ county, ballot }) => ({ county: county.replaceAll(" ", ""), ballot })),
    );
  }
});

Deno.test("locateCards() counts from 1, and the last card of a batch belongs to it", () => {
  const batches = [{ cards: 2 }, { cards: 0 }, { cards: 1 }];
  assertEquals(
    locateCards(batches, [1, 2, 3]).map(({ batch, card }) => [batches.indexOf(batch), card]),
    [[0, 1], [0, 2], [2, 1]],
  );
});

Deno.test("locateCards() refuses a number beyond the manifest and cards that are no count", () => {
  assertThrows(() => locateCards([{ cards: 2 }], [3]), RangeError, "numbers[0]: found 3");
  assertThrows(() => locateCards([{ cards: 2 }], [0]), RangeError);
  assertThrows(() => locateCards([{ cards: 1.5 }], [1]), RangeError, "batches[0].cards");
  assertThrows(() => locateCards([], [1]), RangeError);
});
