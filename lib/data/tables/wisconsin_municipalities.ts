import { requireOptions } from "../../check/mod.ts";
import { source, votes } from "../columns.ts";
import { asRows, loadTable, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

const share = { minimum: 0, maximum: 1, optional: true } as const;
const percent = { minimum: 0, maximum: 100, optional: true, unit: "percent" } as const;

/** Wisconsin's municipalities: returns of 2012 and 2016, ballots by method, population. */
export const wisconsinMunicipalities = {
  name: "wisconsin_municipalities",
  file: "data/wisconsin_municipalities.csv",
  title:
    "Wisconsin municipalities: returns 2012 and 2016, ballots by method, equipment, population",
  description:
    "One row for each municipality in each county (a city in two counties has two rows). Returns " +
    "of 2016 are the original canvass, from before the recount.",
  columns: [
    texts("county", "The county, in capitals as the state writes it"),
    texts("municipality", "The municipality, in capitals, with its kind"),
    texts("mcd_fips", "The Census Bureau's code of the municipality, ten digits", {
      pattern: "55[0-9]{8}",
      optional: true,
    }),
    votes("votes_2016", "Votes for president in 2016, original canvass"),
    votes("clinton_2016", "Votes for Hillary Clinton"),
    votes("trump_2016", "Votes for Donald Trump"),
    counts("votes_2012", "Votes for president in 2012", { unit: "votes", optional: true }),
    counts("obama_2012", "Votes for Barack Obama", { unit: "votes", optional: true }),
    counts("romney_2012", "Votes for Mitt Romney", { unit: "votes", optional: true }),
    counts("ballots_2016", "Ballots in the clerk's report (form EL-190)", {
      unit: "ballots",
      optional: true,
    }),
    decimals("dre_share", "Share of ballots cast on direct-recording machines (DRE)", share),
    decimals("scan_share", "Share of ballots read by optical scan", share),
    decimals("hand_share", "Share of ballots counted by hand", share),
    texts("dre_model", "DRE for accessible voting, September 2016", { optional: true }),
    texts("scan_model", "Optical scanner, September 2016", { optional: true }),
    texts("marking_model", "Ballot-marking device, September 2016", { optional: true }),
    counts("population", "Residents, American Community Survey 2011-2015", {
      unit: "people",
      optional: true,
    }),
    counts("income", "Income per head, 2011-2015", { unit: "dollars", optional: true }),
    decimals("college_percent", "Bachelor's degree or more, of people of 25 and more", percent),
    decimals("white_percent", "White alone, of residents", percent),
    decimals("black_percent", "Black alone, of residents", percent),
    decimals("latino_percent", "Hispanic or Latino, of residents", percent),
    decimals("median_age", "Median age", { unit: "years", optional: true, minimum: 0 }),
    decimals("unemployment_percent", "Unemployed, of the labor force", percent),
    decimals("density", "Residents per square kilometer", {
      optional: true,
      minimum: 0,
      unit: "people per square kilometer",
    }),
    texts("excluded", "Why an analysis by voting method leaves the row out; blank where it is in", {
      optional: true,
      values: [
        "missing covariate",
        "ballot shares do not add up to 1",
        "fewer than 50 votes",
        "ballots differ from votes",
      ],
    }),
    source,
  ],
  key: ["county", "municipality"],
  license:
    "none stated: facts of public record (Wisconsin Elections Commission, U.S. Census Bureau)",
  caveats: [
    "79 of 1,887 rows are marked as excluded: a blank covariate, shares of methods that do not add up to 1 within 0.1 (some clerks reported no total), fewer than 50 votes, or ballots outside 0.9 to 1.15 times the votes",
    "Shares are of the ballots in the clerk's report, made to add up to 1, and blank where they don't",
    "The source gives 21 rows the code and the population figures of a neighbor of like name: town and village of Dane, Linden, Mazomanie, Spencer and Unity (Clark County), the three Amhersts, Maplehurst and McKinley (Taylor County), Richland and Richland Center, Schleswig and St. Nazianz, the town of Madison, the village of Bloomfield. Here they have their own: the code by the state's list of names (wisconsin_places), the figures by that code",
    "The density of the town of Madison and of the village of Bloomfield is not known: the source has none for their codes",
  ],
} as const satisfies TableSchema;

/**
 * Loads Wisconsin's municipalities.
 *
 * @param options.analysis true for the 1,808 rows that an analysis by voting method can use, false
 * for the others; all when left out.
 * @param options.counties Counties in capitals, "DANE"; all when left out.
 * @returns Rows; see the table's columns.
 * @throws {RangeError} for a county that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadWisconsinMunicipalities } from "tallybook/data";
 *
 * const rows = loadWisconsinMunicipalities({ analysis: true });
 * assertEquals(rows.length, 1808);
 * assertEquals(rows.filter((row) => row.dre_share! >= 0.5).length, 713);
 * ```
 */
export function loadWisconsinMunicipalities(
  options: { analysis?: boolean; counties?: readonly string[] } = {},
): Rows<RowOf<typeof wisconsinMunicipalities>> {
  requireOptions("load wisconsin municipalities", options, ["analysis", "counties"]);
  const rows = loadTable(wisconsinMunicipalities, { county: options.counties });
  const { analysis } = options;
  if (analysis === undefined) return rows;
  return asRows(rows.filter((row) => (row.excluded === null) === analysis));
}
