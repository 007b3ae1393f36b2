import { factor, numeric, type Term } from "tallybook/stats";
import { golden, goldenRows, numbers } from "./golden.ts";

/** Wisconsin's 1,808 municipalities of 2016 as tests/golden/scripts/08_wi_machines.R prepares them. */
export const rows = goldenRows("wi_muni_2016");
/** What that script wrote. */
export const reference = golden("wi_machines");

const column = (name: string): number[] => numbers(rows, name);
const log = (values: number[]): number[] => values.map(Math.log);

export const county: string[] = rows.map((row) => row.county!);
export const votes: number[] = column("votes16");
const twoParty = (dem: number[], rep: number[]): number[] =>
  dem.map((d, i) => 100 * d / (d + rep[i]!));

/** Every variable of the script, by its name there. */
export const variables: Record<string, number[]> = {
  dre: column("dre"),
  D: column("dre").map((dose) => (dose >= 0.5 ? 1 : 0)),
  dem16: column("dem16"),
  chg: column("dem16").map((value, i) => value - column("dem12")[i]!),
  d2p: twoParty(column("dem16"), column("rep16")),
  d2p12: twoParty(column("dem12"), column("rep12")),
  ldens: log(column("dense")),
  college: column("college"),
  white: column("white"),
  black: column("black"),
  latino: column("latino"),
  linc: log(column("inc")),
  age: column("age"),
  unemp: column("unemp"),
  l10v: votes.map(Math.log10),
};
variables["I(l10v^2)"] = variables.l10v!.map((value) => value ** 2);

/** A formula of the script, "y ~ a + b + county", as outcome and terms. */
export function problem(formula: string): { outcome: number[]; terms: Term[] } {
  const { outcome, terms } = problemOn(formula, () => true);
  return { outcome, terms };
}

/** The same on the rows to keep, which it returns too. */
export function problemOn(
  formula: string,
  keep: (row: number) => boolean,
): { outcome: number[]; terms: Term[]; rows: number[] } {
  const [left, right] = formula.split("~").map((side) => side.trim());
  const kept = rows.map((_, i) => i).filter(keep);
  const take = <T>(values: readonly T[]): T[] => kept.map((i) => values[i]!);
  const terms = right!.split("+").map((name) => name.trim()).map((name) =>
    name === "county" ? factor("county", take(county)) : numeric(name, take(variables[name]!))
  );
  return { outcome: take(variables[left!]!), terms, rows: kept };
}
