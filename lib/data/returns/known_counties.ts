import { loadTable, loadTableFrame } from "../load_table.ts";
import { countyDemographics } from "../tables/county_demographics.ts";
import { countyReturns } from "../tables/county_returns.ts";
import type { KnownCounties } from "./check_places.ts";

/** Boroughs of Alaska, and the boroughs that it had since 2000. Its returns are by district, so no table here has them. */
const ALASKA =
  "013 016 020 050 060 063 066 068 070 090 100 105 110 122 130 150 158 164 170 180 185 188 195 198 201 220 230 232 240 261 270 275 280 282 290";
/** Kalawao has no government of its own; Connecticut's counties and planning regions are both in use. */
const OTHERS = [
  "15005",
  "46102",
  "46113",
  "51515",
  "09001",
  "09003",
  "09005",
  "09007",
  "09009",
  "09011",
  "09013",
  "09015",
  "09110",
  "09120",
  "09130",
  "09140",
  "09150",
  "09160",
  "09170",
  "09180",
  "09190",
  "36000",
];

const sets: { returns?: ReadonlySet<string>; others?: ReadonlySet<string> } = {};

function codesOfReturns(): ReadonlySet<string> {
  return sets.returns ??= new Set(
    loadTableFrame(countyReturns, {}).getColumn("fips").unique().toArray() as string[],
  );
}

function otherCodes(): ReadonlySet<string> {
  return sets.others ??= new Set([
    ...loadTable(countyDemographics, {}).map((row) => row.fips),
    ...ALASKA.split(" ").map((county) => `02${county}`),
    ...OTHERS,
  ]);
}

/** Every county's FIPS code: those of the tables of returns and demographics, and what these lack. */
export const knownCounties: KnownCounties = {
  has: (code) => codesOfReturns().has(code) || otherCodes().has(code),
};

/** The same codes as a list, in order. */
export const knownCountyCodes = (): string[] =>
  [...new Set([...codesOfReturns(), ...otherCodes()])].sort();
