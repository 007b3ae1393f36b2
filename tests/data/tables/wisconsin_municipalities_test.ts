import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { loadWisconsinMunicipalities, loadWisconsinPlaces } from "tallybook/data";
import { machineEffect, municipalUnits } from "tallybook/election";

/** Rows with each other's population figures: each has those of the one after it, the last of the first. */
const EXCHANGED = [
  ["DANE", "TOWN OF DANE", "VILLAGE OF DANE"],
  ["DANE", "TOWN OF MAZOMANIE", "VILLAGE OF MAZOMANIE"],
  ["CLARK", "TOWN OF UNITY", "VILLAGE OF UNITY"],
  ["IOWA", "TOWN OF LINDEN", "VILLAGE OF LINDEN"],
  ["MANITOWOC", "TOWN OF SCHLESWIG", "VILLAGE OF ST. NAZIANZ"],
  ["MARATHON", "TOWN OF SPENCER", "VILLAGE OF SPENCER"],
  ["RICHLAND", "CITY OF RICHLAND CENTER", "TOWN OF RICHLAND"],
  ["TAYLOR", "TOWN OF MAPLEHURST", "TOWN OF MCKINLEY"],
  ["PORTAGE", "VILLAGE OF AMHERST", "TOWN OF AMHERST", "VILLAGE OF AMHERST JUNCTION"],
] as const;

const rows = loadWisconsinMunicipalities().toRecords();
const rowOf = (county: string, municipality: string) =>
  rows.find((row) => row.county === county && row.municipality === municipality)!;

Deno.test("the declared exchange of population figures is there: more votes than residents", () => {
  // What can't be true of a place is true of one in most of these groups, and of few others.
  const impossible = EXCHANGED.filter(([county, ...names]) =>
    names.some((name) => {
      const { votes_2016, population } = rowOf(county, name);
      return votes_2016 > 0.8 * population!;
    })
  );
  assertEquals(impossible.map(([county]) => county), [
    "DANE",
    "CLARK",
    "MANITOWOC",
    "RICHLAND",
    "PORTAGE",
  ]);
});

Deno.test("the densities show the exchange: towns as dense as villages, villages as thin as towns", () => {
  const places = new Map(loadWisconsinPlaces().toRecords().map((row) => [row.mcd_fips, row]));
  for (const [county, ...names] of EXCHANGED) {
    for (const name of names) {
      const row = rowOf(county, name);
      assert(places.has(row.mcd_fips!), name);
      // Towns of Wisconsin have some ten residents a square kilometer, villages hundreds.
      // Two towns were exchanged in Taylor County, and two villages in the group of Amherst.
      if (county === "TAYLOR" || name === "VILLAGE OF AMHERST JUNCTION") continue;
      assertEquals(row.density! > 100, name.startsWith("TOWN"), `${name} ${row.density}`);
    }
  }
});

Deno.test("put right, the exchanged rows move the adjusted difference by 0.004 points", () => {
  const effectOf = (table: typeof rows) => {
    const units = municipalUnits(table.filter((row) => row.excluded === null));
    const covariates = Object.keys(units[0]!.covariates);
    return machineEffect(units, {
      outcome: "two-party",
      dose: "share",
      weights: "votes",
      before: true,
      covariates,
    }, { errors: "CR2" }).estimate.point;
  };
  const restored = new Map(
    EXCHANGED.flatMap(([county, ...names]) =>
      names.map((name, i) => {
        const own = rowOf(county, name);
        // The figures of a place stand in the row before it.
        const { population, income, college_percent, white_percent, black_percent } = rowOf(
          county,
          names.at(i - 1)!,
        );
        const { latino_percent, median_age, unemployment_percent, density } = rowOf(
          county,
          names.at(i - 1)!,
        );
        return [own, {
          ...own,
          ...{ population, income, college_percent, white_percent, black_percent },
          ...{ latino_percent, median_age, unemployment_percent, density },
        }];
      })
    ),
  );
  const change = effectOf(rows.map((row) => restored.get(row) ?? row)) - effectOf(rows);
  assertAlmostEquals(change, 0.004, 0.0005);
});
