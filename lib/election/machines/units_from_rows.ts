import {
  type Bounds,
  refusal,
  requireList,
  requireName,
  requireNumber,
  requireOneOf,
  requireRecord,
} from "../../check/mod.ts";
import type { MachineUnit } from "./machine_unit.ts";

/** What is read of a municipality; the names are those of Wisconsin's table. Null where not known. */
export interface MunicipalRow {
  /** The county's name. */
  readonly county: string;
  /** The municipality's name. */
  readonly municipality: string;
  /** All votes for president in 2016. */
  readonly votes_2016: number;
  /** Votes for Clinton in 2016. */
  readonly clinton_2016: number;
  /** Votes for Trump in 2016. */
  readonly trump_2016: number;
  /** All votes for president in 2012. */
  readonly votes_2012: number | null;
  /** Votes for Obama in 2012. */
  readonly obama_2012: number | null;
  /** Votes for Romney in 2012. */
  readonly romney_2012: number | null;
  /** The share that voted on electronic machines (DRE), from 0 to 1. */
  readonly dre_share: number | null;
  /** Inhabitants. */
  readonly population: number | null;
  /** Median income of households, dollars. */
  readonly income: number | null;
  /** Adults with a college degree, percent. */
  readonly college_percent: number | null;
  /** White inhabitants, percent. */
  readonly white_percent: number | null;
  /** Black inhabitants, percent. */
  readonly black_percent: number | null;
  /** Latino inhabitants, percent. */
  readonly latino_percent: number | null;
  /** Median age in years. */
  readonly median_age: number | null;
  /** Unemployed of the labor force, percent. */
  readonly unemployment_percent: number | null;
  /** Inhabitants by square kilometer. */
  readonly density: number | null;
}

/**
 * Municipalities as units of comparison, grouped by county. Density and income enter as logarithms.
 *
 * @throws {RangeError} if votes for the two parties are none or more than all, or a figure is out of range
 * @throws {TypeError} if a row lacks a number, naming the row and the column: leave such rows out first
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
  const task = "read municipalities";
  requireList(task, "rows", rows, { least: 1 });
  return Array.from(rows, (row, i) => {
    requireRecord(task, `rows[${i}]`, row);
    const town = requireName(task, `municipality of rows[${i}]`, row.municipality);
    const unit = `${town}, ${requireName(task, `county of ${town}`, row.county)}`;
    const known = (column: keyof MunicipalRow, bounds: Bounds): number =>
      requireNumber(task, `"${column}" of ${unit}`, row[column], bounds);
    const percent = (column: keyof MunicipalRow) => known(column, PERCENT);
    return {
      unit,
      group: row.county,
      ...shares(task, unit, {
        votes: known("votes_2016", VOTES),
        democrat: known("clinton_2016", VOTES),
        republican: known("trump_2016", VOTES),
        votesBefore: known("votes_2012", VOTES),
        democratBefore: known("obama_2012", VOTES),
        republicanBefore: known("romney_2012", VOTES),
      }),
      dose: known("dre_share", SHARE),
      covariates: {
        "log density": Math.log(known("density", POSITIVE)),
        "college": percent("college_percent"),
        "white": percent("white_percent"),
        "black": percent("black_percent"),
        "latino": percent("latino_percent"),
        "log income": Math.log(known("income", POSITIVE)),
        "age": known("median_age", { minimum: 0, maximum: 150 }),
        "unemployment": percent("unemployment_percent"),
      },
    };
  });
}

/** What is read of a county's equipment. */
export interface EquipmentRow {
  /** The county's five digits (FIPS). */
  readonly fips: string;
  /** The state's two letters. */
  readonly state_po: string;
  /** The share that voted on electronic machines (DRE), from 0 to 1. */
  readonly dre_share: number;
  /** The share with electronic machines together with scanners or paper, from 0 to 1. */
  readonly mixed_share: number;
}

/** What is read of a county's people and votes. Null where not known. */
export interface CountyRow {
  /** The county's five digits (FIPS). */
  readonly fips: string;
  /** The county's name. */
  readonly county: string;
  /** Votes for Clinton in 2016. */
  readonly clinton_2016: number;
  /** Votes for Trump in 2016. */
  readonly trump_2016: number;
  /** Votes for others in 2016. */
  readonly others_2016: number;
  /** Votes for Obama in 2012. */
  readonly obama_2012: number;
  /** Votes for Romney in 2012. */
  readonly romney_2012: number;
  /** Votes for others in 2012. */
  readonly others_2012: number;
  /** Inhabitants. */
  readonly population: number | null;
  /** White inhabitants, percent. */
  readonly white_percent: number | null;
  /** Adults without a college degree, percent. */
  readonly less_than_college_percent: number | null;
  /** Median income of households, dollars. */
  readonly median_income: number | null;
  /** Inhabitants of rural places, percent. */
  readonly rural_percent: number | null;
  /** Inhabitants born abroad, percent. */
  readonly foreign_born_percent: number | null;
  /** Inhabitants older than 64, percent. */
  readonly over_64_percent: number | null;
}

/**
 * Counties as units of comparison, grouped by state. The dose is the share of registered voters whose
 * polling places have electronic machines, alone (`dose` "only") or at all ("any"): what a place has, not
 * what ballots were cast on. Counties without equipment, votes or survey figures are left out.
 *
 * @throws {RangeError} if no county is left, or a figure that is there is out of range
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
  const task = "read counties";
  requireOneOf(task, "dose", dose, ["any", "only"]);
  requireList(task, "equipment", equipment);
  requireList(task, "people", people);
  const byFips = new Map<string, CountyRow>();
  for (const [i, row] of Array.from(people).entries()) {
    requireRecord(task, `people[${i}]`, row);
    byFips.set(requireName(task, `fips of people[${i}]`, row.fips), row);
  }
  const units = Array.from(equipment).flatMap((machines, i): MachineUnit[] => {
    requireRecord(task, `equipment[${i}]`, machines);
    const fips = requireName(task, `fips of equipment[${i}]`, machines.fips);
    const group = requireName(task, `state of county ${fips}`, machines.state_po);
    const share = (column: "dre_share" | "mixed_share"): number =>
      requireNumber(task, `"${column}" of county ${fips}`, machines[column], SHARE);
    const [alone, mixed] = [share("dre_share"), share("mixed_share")];
    const row = byFips.get(fips);
    if (!row) return [];
    const unit = requireName(task, `name of county ${fips}`, row.county);
    const known = (column: keyof CountyRow, bounds: Bounds): number =>
      requireNumber(task, `"${column}" of ${unit}`, row[column], bounds);
    const democrat = known("clinton_2016", VOTES);
    const republican = known("trump_2016", VOTES);
    const democratBefore = known("obama_2012", VOTES);
    const republicanBefore = known("romney_2012", VOTES);
    const voted = democrat + republican > 0 && democratBefore + republicanBefore > 0;
    // Figures may be lacking (null); what is there must be right, or the county would vanish unseen.
    const figures = FIGURES.map(([column, bounds]) =>
      row[column] === null ? null : known(column, bounds)
    );
    if (!voted || figures.includes(null)) return [];
    const [population, white, lessThanCollege, income, rural, foreignBorn, over64] =
      figures as number[];
    return [{
      unit,
      group,
      ...shares(task, unit, {
        votes: democrat + republican + known("others_2016", VOTES),
        democrat,
        republican,
        votesBefore: democratBefore + republicanBefore + known("others_2012", VOTES),
        democratBefore,
        republicanBefore,
      }),
      dose: dose === "any" ? alone + mixed : alone,
      covariates: {
        "less than college": lessThanCollege!,
        "white": white!,
        "log population": Math.log(population!),
        "log income": Math.log(income!),
        "rural": rural!,
        "foreign born": foreignBorn!,
        "over 64": over64!,
      },
    }];
  });
  if (units.length === 0) {
    throw new RangeError(refusal({
      task,
      where: "counties with equipment, votes and survey figures",
      found: 0,
      expected: "at least 1",
    }));
  }
  return units;
}

const VOTES: Bounds = { minimum: 0, maximum: 1e15 };
const PERCENT: Bounds = { minimum: 0, maximum: 100 };
const POSITIVE: Bounds = { above: 0, maximum: 1e15 };
const SHARE: Bounds = { minimum: 0, maximum: 1 };

const FIGURES: readonly (readonly [keyof CountyRow, Bounds])[] = [
  ["population", POSITIVE],
  ["white_percent", PERCENT],
  ["less_than_college_percent", PERCENT],
  ["median_income", POSITIVE],
  ["rural_percent", PERCENT],
  ["foreign_born_percent", PERCENT],
  ["over_64_percent", PERCENT],
];

interface Counts {
  readonly votes: number;
  readonly democrat: number;
  readonly republican: number;
  readonly votesBefore: number;
  readonly democratBefore: number;
  readonly republicanBefore: number;
}

/** Shares in percent, of all votes and of the two parties'; a unit must have some of both, twice. */
function shares(
  task: string,
  unit: string,
  counts: Counts,
): Pick<
  MachineUnit,
  "votes" | "votesBefore" | "share" | "shareBefore" | "twoParty" | "twoPartyBefore"
> {
  const { votes, democrat, republican, votesBefore, democratBefore, republicanBefore } = counts;
  const two = democrat + republican;
  const twoBefore = democratBefore + republicanBefore;
  requireNumber(task, `votes for the two parties in ${unit}`, two, { above: 0, maximum: votes });
  requireNumber(task, `votes for the two parties four years before in ${unit}`, twoBefore, {
    above: 0,
    maximum: votesBefore,
  });
  return {
    votes,
    votesBefore,
    share: 100 * democrat / votes,
    shareBefore: 100 * democratBefore / votesBefore,
    twoParty: 100 * democrat / two,
    twoPartyBefore: 100 * democratBefore / twoBefore,
  };
}
