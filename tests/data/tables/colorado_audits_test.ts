import { assertEquals } from "@std/assert";
import { loadColoradoAudits, loadColoradoDrawn, loadColoradoManifests } from "tallybook/data";
import { golden } from "../../golden/read.ts";

const reference = golden<
  Record<
    string,
    {
      seed: string;
      ballots: number;
      drawn: { position: number; random_number: number; county: string; ballot: string }[];
    }
  >
>("colorado_draws.json");

Deno.test("the audits' seeds, cards and drawn ballots are those that an independent program reads from the state's files", () => {
  for (const { year, seed, cards } of loadColoradoAudits()) {
    const expected = reference[year]!;
    assertEquals([seed, cards], [expected.seed, expected.ballots]);
    assertEquals(
      loadColoradoDrawn({ year }).map((row) => ({
        position: row.draw - 1,
        random_number: row.number,
        county: row.county,
        ballot: `${row.tabulator}-${row.batch}-${row.card}`,
      })),
      expected.drawn,
    );
  }
});

Deno.test("the manifests of 2024 hold the cards that could be drawn; those of 2020 too, but for Gunnison and Teller", () => {
  const cards = (year: number) => {
    const counties: Record<string, number> = {};
    for (const row of loadColoradoManifests({ year })) {
      counties[row.county] = (counties[row.county] ?? 0) + row.cards;
    }
    return counties;
  };
  const sum = (counties: Record<string, number>) =>
    Object.values(counties).reduce((a, b) => a + b, 0);
  assertEquals(sum(cards(2024)), 4_746_866);
  const of2020 = cards(2020);
  assertEquals(Object.keys(of2020).length, 63);
  assertEquals(of2020.Teller, 17_087);
  // The batch counts have 17,178 cards in Teller, and Gunnison was not drawn from.
  assertEquals(sum(of2020) - of2020.Gunnison! + (17_178 - 17_087), 4_114_582);
});
