import { assertAlmostEquals, assertEquals } from "@std/assert";
import { parse } from "csv-parse/sync";
import {
  loadCountyDemographics,
  loadCountyEquipment,
  loadCountyReturns,
  loadDistrictReturns,
  loadFlorida2000,
  loadGeorgia2000,
  loadWisconsinCounties,
  loadWisconsinMunicipalities,
  loadWisconsinUnits,
} from "tallybook/data";

// The files in tests/golden/data were made by tests/golden/scripts (07_wi_prep.py and
// 18_verifier_prep.py) and are what the reference regressions were run on: the tables have to
// give the same rows.

function golden(name: string): Record<string, string>[] {
  const text = Deno.readTextFileSync(new URL(`../../golden/${name}`, import.meta.url));
  return parse(text, { columns: true, bom: true }) as Record<string, string>[];
}

function close(
  actual: number | null | undefined,
  expected: string | undefined,
  name: string,
): void {
  assertAlmostEquals(Number(actual), Number(expected), 1e-9, name);
}

Deno.test("loadWisconsinMunicipalities() gives the 1,808 rows of the reference analysis", () => {
  const rows = loadWisconsinMunicipalities({ analysis: true }).toRecords();
  const expected = golden("data/wi_muni_2016.csv");
  assertEquals(rows.length, 1808);
  assertEquals(expected.length, 1808);
  rows.forEach((row, index) => {
    const other = expected[index]!;
    const name = `${row.municipality} ${row.county}`;
    assertEquals(name, other.muni);
    close(row.votes_2016, other.votes16, name);
    close(row.votes_2012, other.votes12, name);
    close(100 * row.clinton_2016 / row.votes_2016, other.dem16, name);
    close(100 * row.trump_2016 / row.votes_2016, other.rep16, name);
    close(100 * row.obama_2012! / row.votes_2012!, other.dem12, name);
    close(100 * row.romney_2012! / row.votes_2012!, other.rep12, name);
    close(row.dre_share, other.dre, name);
    close(row.scan_share, other.os, name);
    close(row.hand_share, other.hand, name);
    close(row.population, other.pop, name);
    close(row.income, other.inc, name);
    close(row.college_percent, other.college, name);
    close(row.white_percent, other.white, name);
    close(row.black_percent, other.black, name);
    close(row.latino_percent, other.latino, name);
    close(row.median_age, other.age, name);
    close(row.unemployment_percent, other.unemp, name);
    close(row.density, other.dense, name);
  });
});

Deno.test("loadWisconsinCounties() gives the 72 rows of the reference analysis", () => {
  const rows = loadWisconsinCounties().toRecords();
  const expected = golden("data/wi_county_2016.csv");
  assertEquals(rows.map((row) => row.county), expected.map((row) => row.county));
  rows.forEach((row, index) => {
    const other = expected[index]!;
    close(row.municipalities, other.n, row.county);
    close(row.votes_2016, other.votes, row.county);
    close(row.dre_share, other.dre, row.county);
    close(row.clinton_2016_percent, other.dem16, row.county);
    close(row.obama_2012_percent, other.dem12, row.county);
    close(row.college_percent, other.college, row.county);
    close(row.white_percent, other.white, row.county);
    close(row.density, other.dens, row.county);
  });
});

Deno.test("loadCountyEquipment() and loadCountyDemographics() join to the 3,111 reference rows", () => {
  const equipment = new Map(loadCountyEquipment().toRecords().map((row) => [row.fips, row]));
  const people = new Map(loadCountyDemographics().toRecords().map((row) => [row.fips, row]));
  const expected = golden("data/county_equipment_2016.csv");
  const joined = [...equipment.keys()].filter((fips) => people.has(fips));
  assertEquals(joined.sort(), expected.map((row) => row.fips!).sort());
  assertEquals(joined.filter((fips) => people.get(fips)!.population !== null).length, 3111);
  for (const other of expected) {
    const row = equipment.get(other.fips!)!;
    const county = people.get(other.fips!)!;
    close(row.registration, other.reg, other.fips!);
    close(row.dre_share, other.dre_only, other.fips!);
    close(row.mixed_share, other.mixed, other.fips!);
    close(row.scan_share, other.os, other.fips!);
    close(row.hand_share, other.hand, other.fips!);
    close(county.clinton_2016, other.clinton16, other.fips!);
    close(county.romney_2012, other.romney12, other.fips!);
    if (county.population === null) continue;
    close(county.white_percent, other.white_pct, other.fips!);
    close(county.less_than_college_percent, other.lesscollege_pct, other.fips!);
    close(county.median_income, other.median_hh_inc, other.fips!);
    close(county.rural_percent, other.rural_pct, other.fips!);
    close(county.population, other.total_population, other.fips!);
  }
});

Deno.test("loadDistrictReturns() gives the reference rows of five elections", () => {
  for (const year of [2008, 2012, 2016, 2020, 2024]) {
    const expected = new Map(golden(`cd_${year}.csv`).map((row) => [row.cd, row]));
    const rows = loadDistrictReturns({ year }).toRecords();
    assertEquals(rows.length, 435);
    for (const row of rows) {
      const other = expected.get(row.district)!;
      assertEquals(row.republican_share, Number(other.r2p), row.district);
      assertEquals(row.two_party_votes, Math.floor(Number(other.DR)), row.district);
      assertEquals(row.total_votes, Math.floor(Number(other.tot)), row.district);
    }
  }
});

Deno.test("loadWisconsinUnits() gives the recount's changes by technology", () => {
  // tests/golden/wi_recount.json: margin_net of each majority technology
  const net: Record<string, [number, number]> = {};
  for (const unit of loadWisconsinUnits().toRecords()) {
    const technology = unit.technology ?? "unmatched";
    const [units, margin] = net[technology] ?? [0, 0];
    const change = unit.trump_recount - unit.trump_original -
      (unit.clinton_recount - unit.clinton_original);
    net[technology] = [units + 1, margin + change];
  }
  assertEquals(net, {
    DRE: [743, 41],
    scan: [2492, 49],
    hand: [261, 11],
    mixed: [1, 0],
    unmatched: [139, 30],
  });
});

Deno.test("loadGeorgia2000() gives the reference rows", () => {
  const expected = golden("data/gavote.csv");
  const rows = loadGeorgia2000().toRecords();
  assertEquals(rows.map((row) => [row.county, row.equipment, row.votes, row.ballots]), [
    ...expected.map((row) => [row.county!, row.equip!, Number(row.votes), Number(row.ballots)]),
  ]);
});

Deno.test("loadFlorida2000() has the absentee votes of the reference file", () => {
  const expected = golden("data/abseday_FL2000.csv");
  const plain = (name: string) =>
    name.toLowerCase().replaceAll(/[^a-z]/g, "").replace("miamidade", "dade");
  const rows = new Map(loadFlorida2000().toRecords().map((row) => [plain(row.county), row]));
  assertEquals(expected.length, 67);
  for (const other of expected) {
    const row = rows.get(plain(other.County!))!;
    assertEquals(
      [row.recorded_total, row.recorded_buchanan, row.absentee_total, row.absentee_buchanan],
      ["Total Pres Votes", "Total Buchanan", "Total Absentee", "Buchanan Absentee"]
        .map((name) => Number(other[name])),
      row.county,
    );
  }
});

Deno.test("loadFlorida2000() has the vote of 1996 and the early count of the reference file", () => {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, "");
  const expected = new Map(
    golden("data/florida_2000_qss.csv").map((row) => [plain(row.county!), row]),
  );
  const rows = loadFlorida2000().toRecords();
  assertEquals(expected.size, 67);
  for (const row of rows) {
    const other = expected.get(plain(row.county))!;
    assertEquals(
      [row.clinton_1996, row.dole_1996, row.perot_1996],
      ["Clinton96", "Dole96", "Perot96"].map((name) => Number(other[name])),
      row.county,
    );
    assertEquals(
      [row.bush_early, row.gore_early, row.buchanan_early],
      ["Bush00", "Gore00", "Buchanan00"].map((name) => Number(other[name])),
      row.county,
    );
  }
  // The two counts of Buchanan's votes differ in four counties.
  assertEquals(
    rows.filter((row) => row.buchanan !== row.buchanan_early)
      .map((row) => [row.county, row.buchanan_early, row.buchanan]),
    [["Broward", 788, 795], ["Palm Beach", 3407, 3411], ["Polk", 532, 533], ["Volusia", 496, 498]],
  );
});

Deno.test("loadFlorida2000() spells counties as county_returns does", () => {
  const usual = new Map(
    loadCountyReturns({ year: 2000, states: ["FL"] }).toRecords()
      .map((row) => [row.fips, row.county]),
  );
  const differ = loadFlorida2000().toRecords().filter((row) => usual.get(row.fips) !== row.county);
  // The Census Bureau's spelling; the file of county returns has "Desoto".
  assertEquals(differ.map((row) => row.county), ["DeSoto"]);
});
