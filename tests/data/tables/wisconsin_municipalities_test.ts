import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { loadWisconsinMunicipalities, loadWisconsinPlaces } from "tallybook/data";
import { machineEffect, municipalUnits } from "tallybook/election";

/** Rows that the source gives each other's figures: to each those of the one after it, to the last those of the first. */
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

Deno.test("each code is the one that the state gives to the municipality's name", () => {
  const letters = (name: string) => name.replace(/[^A-Z]/g, "");
  const names = new Map(
    loadWisconsinPlaces().toRecords().map((row) => [
      row.mcd_fips,
      letters(row.municipality + row.county),
    ]),
  );
  const others = rows.filter((row) =>
    names.get(row.mcd_fips ?? "") !== letters(row.municipality + row.county)
  );
  // Six are spelt otherwise in the state's list, or have no place or no code there.
  assertEquals(others.map((row) => `${row.municipality} ${row.county}`), [
    "TOWN OF MENASHA WINNEBAGO",
    "TOWN OF SAINT LAWRENCE WAUPACA",
    "VILLAGE OF FONTANA WALWORTH",
    "VILLAGE OF FOX CROSSING WINNEBAGO",
    "VILLAGE OF HARRISON CALUMET",
    "VILLAGE OF MAINE MARATHON",
    "VILLAGE OF MT. STERLING CRAWFORD",
  ]);
  const codes = rows.flatMap((row) => row.mcd_fips ?? []);
  assertEquals(new Set(codes).size, codes.length);
});

Deno.test("none of the rows that the source exchanges has more votes than residents can cast", () => {
  for (const [county, ...names] of EXCHANGED) {
    for (const name of names) {
      const { votes_2016, population } = rowOf(county, name);
      assert(votes_2016 < 0.8 * population!, name);
    }
  }
  assert(rowOf("DANE", "TOWN OF MADISON").population! < 10_000);
});

Deno.test("their densities are those of their kind: towns thin, villages and cities dense", () => {
  for (const [county, ...names] of EXCHANGED) {
    for (const name of names) {
      // Towns of Wisconsin have some ten residents a square kilometer, villages hundreds.
      assertEquals(rowOf(county, name).density! > 100, !name.startsWith("TOWN"), name);
    }
  }
});

Deno.test("the source's exchange would move the adjusted difference by 0.004 points", () => {
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
  const exchanged = new Map(
    EXCHANGED.flatMap(([county, ...names]) =>
      names.map((name, i) => {
        const own = rowOf(county, name);
        const { population, income, college_percent, white_percent, black_percent } = rowOf(
          county,
          names[(i + 1) % names.length]!,
        );
        const { latino_percent, median_age, unemployment_percent, density } = rowOf(
          county,
          names[(i + 1) % names.length]!,
        );
        return [own, {
          ...own,
          ...{ population, income, college_percent, white_percent, black_percent },
          ...{ latino_percent, median_age, unemployment_percent, density },
        }];
      })
    ),
  );
  const change = effectOf(rows) - effectOf(rows.map((row) => exchanged.get(row) ?? row));
  assertAlmostEquals(change, 0.004, 0.0005);
});
