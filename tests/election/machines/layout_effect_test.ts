import { assertEquals, assertThrows } from "@std/assert";
import { loadFlorida2000, loadFlorida2000Counting } from "tallybook/data";
import { type HeldLayout, type LayoutCounty, layoutEffect } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden } from "../../stats/golden.ts";

// R's glm and the delta method by hand: tests/golden/scripts/25_florida_layout.R.
const { models } = golden("florida_layout");
const place = new Map(loadFlorida2000Counting().map((row) => [row.fips, row]));
const counties: LayoutCounty[] = loadFlorida2000()
  .filter((row) => !["Hand", "Lever"].includes(row.technology))
  .map((row) => {
    const known = place.get(row.fips)!;
    const votes = row.bush + row.gore + row.browne + row.nader + row.harris + row.hagelin +
      row.buchanan + row.mcreynolds + row.phillips + row.moorehead + row.chote + row.mccarthy;
    return {
      county: row.county,
      columns: row.ballot_columns,
      machine: row.technology,
      counting: known.returned === "no"
        ? "not returned"
        : known.place === "precinct"
        ? "precinct"
        : "unknown",
      ballots: votes + row.undervotes + row.overvotes,
      spoiled: row.overvotes,
    };
  });
const without = (...names: string[]) => counties.filter((row) => !names.includes(row.county));
const only = (machine: string) => counties.filter((row) => row.machine === machine);

const cases: [string, LayoutCounty[], HeldLayout[]][] = [
  ["all", counties, ["machine"]],
  ["without_duval", without("Duval"), ["machine"]],
  ["without_palm_beach", without("Palm Beach"), ["machine"]],
  ["without_both", without("Duval", "Palm Beach"), ["machine"]],
  ["counting", counties, ["machine", "counting"]],
  ["optical", only("Optical"), ["machine"]],
  ["optical_counting", only("Optical"), ["machine", "counting"]],
  ["votomatic", only("Votomatic"), []],
  ["datavote", only("Datavote"), []],
];
for (const [name, rows, held] of cases) {
  Deno.test(`layoutEffect() equals R for Florida's counties: ${name}`, () => {
    const { effect, dispersion, counties: n, spread } = layoutEffect(rows, held);
    const expected = models[name];
    assertEquals([n, spread], [expected.n, expected.two]);
    assertClose(100 * effect.point, expected.point, 1e-6);
    assertClose(100 * effect.lower, expected.lower, 1e-6);
    assertClose(100 * effect.upper, expected.upper, 1e-6);
    assertClose(dispersion, expected.dispersion, 1e-6);
  });
}

Deno.test("layoutEffect() refuses counties of one layout, and what it can't hold fixed", () => {
  assertThrows(
    () => layoutEffect(counties.filter((row) => row.columns === 1), []),
    RangeError,
    'columns: found "0 of 47 counties with more than one", expected counties of both kinds',
  );
  assertThrows(
    () => layoutEffect(counties, ["vendor" as "machine"]),
    RangeError,
    'held: found "vendor", expected one of "machine", "counting"',
  );
});
