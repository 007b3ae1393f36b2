import type { MachineUnit } from "./machine_unit.ts";

/** What is read of a municipality; the names are those of Wisconsin's table. Null where not known. */
export interface MunicipalRow {
  readonly county: string;
  readonly municipality: string;
  readonly votes_2016: number;
  readonly clinton_2016: number;
  readonly trump_2016: number;
  readonly votes_2012: number | null;
  readonly obama_2012: number | null;
  readonly romney_2012: number | null;
  readonly dre_share: number | null;
  readonly population: number | null;
  readonly income: number | null;
  readonly college_percent: number | null;
  readonly white_percent: number | null;
  readonly black_percent: number | null;
  readonly latino_percent: number | null;
  readonly median_age: number | null;
  readonly unemployment_percent: number | null;
  readonly density: number | null;
}

/**
 * Municipalities as units of comparison, grouped by county. Density and income enter as logarithms.
 *
 * @throws {RangeError} if a row lacks a number, naming the row and the column: leave such rows out first
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { municipalUnits } from "tallybook/election";
 *
 * const [unit] = municipalUnits([{
 *   county: "ADAMS", municipality: "TOWN OF ADAMS", votes_2016: 200, clinton_2016: 80,
 *   trump_2016: 100, votes_2012: 180, obama_2012: 90, romney_2012: 60, dre_share: 0.25,
 *   population: 500, income: 20000, college_percent: 10, white_percent: 95, black_percent: 1,
 *   latino_percent: 2, median_age: 45, unemployment_percent: 5, density: 12,
 * }]);
 * assertEquals([unit?.share, unit?.shareBefore, unit?.twoPartyBefore], [40, 50, 60]);
 * ```
 */
export function municipalUnits(rows: readonly MunicipalRow[]): MachineUnit[] {
  return rows.map((row) => {
    const known = (column: keyof MunicipalRow): number =>
      requireNumber(row[column], column, `${row.municipality}, ${row.county}`);
    return {
      unit: `${row.municipality}, ${row.county}`,
      group: row.county,
      ...shares({
        votes: row.votes_2016,
        democrat: row.clinton_2016,
        republican: row.trump_2016,
        votesBefore: known("votes_2012"),
        democratBefore: known("obama_2012"),
        republicanBefore: known("romney_2012"),
      }),
      dose: known("dre_share"),
      covariates: {
        "log density": Math.log(known("density")),
        "college": known("college_percent"),
        "white": known("white_percent"),
        "black": known("black_percent"),
        "latino": known("latino_percent"),
        "log income": Math.log(known("income")),
        "age": known("median_age"),
        "unemployment": known("unemployment_percent"),
      },
    };
  });
}

/** What is read of a county's equipment. */
export interface EquipmentRow {
  readonly fips: string;
  readonly state_po: string;
  readonly dre_share: number;
  readonly mixed_share: number;
}

/** What is read of a county's people and votes. Null where not known. */
export interface CountyRow {
  readonly fips: string;
  readonly county: string;
  readonly clinton_2016: number;
  readonly trump_2016: number;
  readonly others_2016: number;
  readonly obama_2012: number;
  readonly romney_2012: number;
  readonly others_2012: number;
  readonly population: number | null;
  readonly white_percent: number | null;
  readonly less_than_college_percent: number | null;
  readonly median_income: number | null;
  readonly rural_percent: number | null;
  readonly foreign_born_percent: number | null;
  readonly over_64_percent: number | null;
}

/**
 * Counties as units of comparison, grouped by state. The dose is the share of registered voters whose
 * polling places have electronic machines, alone (`dose` "only") or at all ("any"): what a place has, not
 * what ballots were cast on. Counties without equipment, votes or survey figures are left out.
 *
 * @throws {RangeError} if no county is left
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { countyUnits } from "tallybook/election";
 *
 * const equipment = [{ fips: "42001", state_po: "PA", dre_share: 0.6, mixed_share: 0.3 }];
 * const people = [{
 *   fips: "42001", county: "Adams", clinton_2016: 10, trump_2016: 30, others_2016: 0,
 *   obama_2012: 15, romney_2012: 25, others_2012: 0, population: 100, white_percent: 90,
 *   less_than_college_percent: 80, median_income: 50000, rural_percent: 50,
 *   foreign_born_percent: 3, over_64_percent: 18,
 * }];
 * const [unit] = countyUnits(equipment, people, "only");
 * assertEquals([unit?.twoParty, unit?.dose], [25, 0.6]);
 * ```
 */
export function countyUnits(
  equipment: readonly EquipmentRow[],
  people: readonly CountyRow[],
  dose: "any" | "only" = "any",
): MachineUnit[] {
  const byFips = new Map(people.map((row) => [row.fips, row]));
  const units = equipment.flatMap((machines): MachineUnit[] => {
    const row = byFips.get(machines.fips);
    if (!row) return [];
    const { population, white_percent, less_than_college_percent, median_income } = row;
    const { rural_percent, foreign_born_percent, over_64_percent } = row;
    const complete = population !== null && white_percent !== null && median_income !== null &&
      less_than_college_percent !== null && rural_percent !== null &&
      foreign_born_percent !== null && over_64_percent !== null;
    const voted = row.clinton_2016 + row.trump_2016 > 0 && row.obama_2012 + row.romney_2012 > 0;
    if (!complete || !voted) return [];
    return [{
      unit: row.county,
      group: machines.state_po,
      ...shares({
        votes: row.clinton_2016 + row.trump_2016 + row.others_2016,
        democrat: row.clinton_2016,
        republican: row.trump_2016,
        votesBefore: row.obama_2012 + row.romney_2012 + row.others_2012,
        democratBefore: row.obama_2012,
        republicanBefore: row.romney_2012,
      }),
      dose: machines.dre_share + (dose === "any" ? machines.mixed_share : 0),
      covariates: {
        "less than college": less_than_college_percent,
        "white": white_percent,
        "log population": Math.log(population),
        "log income": Math.log(median_income),
        "rural": rural_percent,
        "foreign born": foreign_born_percent,
        "over 64": over_64_percent,
      },
    }];
  });
  if (units.length === 0) {
    throw new RangeError("No county has equipment, votes and survey figures, expected some");
  }
  return units;
}

interface Counts {
  readonly votes: number;
  readonly democrat: number;
  readonly republican: number;
  readonly votesBefore: number;
  readonly democratBefore: number;
  readonly republicanBefore: number;
}

function shares(
  counts: Counts,
): Pick<
  MachineUnit,
  "votes" | "votesBefore" | "share" | "shareBefore" | "twoParty" | "twoPartyBefore"
> {
  return {
    votes: counts.votes,
    votesBefore: counts.votesBefore,
    share: 100 * counts.democrat / counts.votes,
    shareBefore: 100 * counts.democratBefore / counts.votesBefore,
    twoParty: 100 * counts.democrat / (counts.democrat + counts.republican),
    twoPartyBefore: 100 * counts.democratBefore / (counts.democratBefore + counts.republicanBefore),
  };
}

function requireNumber(value: unknown, column: string, unit: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new RangeError(`Unit "${unit}" has ${value} in "${column}", expected a number`);
  }
  return value;
}
