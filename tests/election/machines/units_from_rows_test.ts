import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { countyUnits, machineEffect, municipalUnits } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden, goldenRows } from "../../stats/golden.ts";
import { town } from "./municipal_row.ts";

Deno.test("municipalUnits() turns counts into shares of all and of two-party votes", () => {
  const [unit] = municipalUnits([town]);
  // 80/200, 80/180, 90/180, 90/150.
  assertEquals([unit!.share, unit!.shareBefore, unit!.twoPartyBefore], [40, 50, 60]);
  assertAlmostEquals(unit!.twoParty, 400 / 9, 1e-12);
  assertEquals(unit!.unit, "TOWN OF ADAMS, ADAMS");
  assertAlmostEquals(unit!.covariates["log density"]!, Math.log(12), 1e-15);
});

Deno.test("municipalUnits() names the row and column that lack a number", () => {
  assertThrows(
    () => municipalUnits([{ ...town, income: null }]),
    TypeError,
    'Cannot read municipalities: "income" of TOWN OF ADAMS, ADAMS: found null, expected',
  );
});

// Rows with a blank cell are left out, as R's complete.cases() does.
const all = goldenRows("county_equipment_2016")
  .filter((row) => Object.values(row).every((cell) => cell !== "" && cell !== "NA"));
const equipmentOf = (rows: Record<string, string>[]) =>
  rows.map((row) => ({
    fips: row.fips!,
    state_po: row.state!,
    dre_share: Number(row.dre_only),
    mixed_share: Number(row.mixed),
  }));
const peopleOf = (rows: Record<string, string>[]) =>
  rows.map((row) => ({
    fips: row.fips!,
    county: row.county!,
    clinton_2016: Number(row.clinton16),
    trump_2016: Number(row.trump16),
    others_2016: Number(row.otherpres16),
    obama_2012: Number(row.obama12),
    romney_2012: Number(row.romney12),
    others_2012: 0,
    population: Number(row.total_population),
    white_percent: Number(row.white_pct),
    less_than_college_percent: Number(row.lesscollege_pct),
    median_income: Number(row.median_hh_inc),
    rural_percent: Number(row.rural_pct),
    foreign_born_percent: Number(row.foreignborn_pct),
    over_64_percent: Number(row.age65andolder_pct),
  }));

const pennsylvania = all.filter((row) => row.state === "Pennsylvania");
const [equipment, people] = [equipmentOf(pennsylvania), peopleOf(pennsylvania)];

Deno.test("countyUnits() gives the national estimate within states as R does", () => {
  const units = countyUnits(equipmentOf(all), peopleOf(all));
  const kinds = new Map<string, Set<number>>();
  for (const unit of units) {
    const seen = kinds.get(unit.group) ?? new Set();
    kinds.set(unit.group, seen.add(unit.dose > 0.5 ? 1 : 0));
  }
  const varying = units.filter((unit) => kinds.get(unit.group)!.size === 2);
  const found = machineEffect(varying, {
    outcome: "two-party change",
    dose: 0.5,
    weights: "equal",
    withinGroups: true,
    covariates: [
      "less than college",
      "white",
      "log income",
      "rural",
      "foreign born",
      "log population",
    ],
  }, { errors: "CR1" }).estimate;
  const expected = golden("county_equipment").national.adj_stateFE;
  assertEquals(found.n, expected.n);
  assertClose(found.point, expected.est, 1e-8);
  assertClose(found.standardError, expected.CR1, 1e-8);
});

Deno.test("countyUnits() gives sixteen states' estimates as R does", () => {
  for (const expected of golden("county_equipment").by_state) {
    const rows = all.filter((row) => row.state === expected.state);
    const found = machineEffect(countyUnits(equipmentOf(rows), peopleOf(rows)), {
      outcome: "two-party change",
      dose: 0.5,
      weights: "equal",
      covariates: ["less than college", "white", "log population"],
    }).estimate;
    // Wisconsin's estimate is −0.000128: its tenth printed digit is the reference's last.
    assertAlmostEquals(found.point, expected.est, 1e-9, expected.state);
    assertClose(found.standardError, expected.HC3, 1e-8, expected.state);
  }
});

Deno.test("countyUnits() gives Pennsylvania's estimates as R does, with any DRE and with nothing else", () => {
  // tests/golden/scripts/19_verifier.R.
  const { pa, by_state } = golden("county_equipment");
  const held = ["less than college", "white", "log population"];
  const only = countyUnits(equipment, people, "only");
  const naive = machineEffect(only, { outcome: "two-party", dose: 0.5, weights: "equal" });
  assertClose(naive.estimate.point, pa.naive.est, 1e-9);
  assertClose(naive.estimate.standardError, pa.naive.HC3, 1e-9);
  const change = {
    outcome: "two-party change",
    dose: 0.5,
    weights: "equal",
    covariates: held,
  } as const;
  assertClose(machineEffect(only, change).estimate.point, pa.adj.est, 1e-9);
  const any = machineEffect(countyUnits(equipment, people), change).estimate;
  const ofState = by_state.find((row: { state: string }) => row.state === "Pennsylvania");
  assertClose(any.point, ofState.est, 1e-9);
  assertClose(any.pValue, ofState.p, 1e-8);
});

Deno.test("countyUnits() leaves out counties without figures, and refuses to leave out all", () => {
  const blank = people.map((row, i) => (i === 0 ? { ...row, median_income: null } : row));
  assertEquals(countyUnits(equipment, blank).length, 66);
  assertThrows(() => countyUnits(equipment, []), RangeError, "counties with equipment");
  // A county without votes is left out too; one whose figure is out of range is not dropped unseen.
  const empty = people.map((
    row,
    i,
  ) => (i === 0 ? { ...row, clinton_2016: 0, trump_2016: 0 } : row));
  assertEquals(countyUnits(equipment, empty).length, 66);
  const wrong = people.map((row, i) => (i === 0 ? { ...row, rural_percent: 130 } : row));
  assertThrows(() => countyUnits(equipment, wrong), RangeError, '"rural_percent" of');
  assertThrows(() => countyUnits(equipment, people, "all" as "any"), RangeError, '"all"');
});
