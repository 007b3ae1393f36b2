import { leastSquares, type LeastSquaresFit, numeric } from "tallybook/stats";

/** Wisconsin's 1,808 municipalities of 2016, as the benchmarks and their peers take them. */
export interface BenchData {
  /** Two-party share of 2016. */
  readonly outcome: number[];
  /** Columns of the regression, the intercept first. */
  readonly columns: number[][];
  readonly names: string[];
  readonly weights: number[];
  /** 1 where at least half of the ballots were cast on electronic machines. */
  readonly treated: number[];
  readonly strata: string[];
  /** Residuals of the outcome on all columns but the dose. */
  readonly residuals: number[];
  readonly draws: number;
}

/** Read the reference table that the tests use too. */
export function readBenchData(): BenchData {
  const path = new URL("../../tests/golden/data/wi_muni_2016.csv", import.meta.url);
  const [header, ...lines] = Deno.readTextFileSync(path).trim().split(/\r?\n/);
  const names = header!.split(",");
  const cells = lines.map((line) => line.split(","));
  const text = (name: string): string[] => cells.map((row) => row[names.indexOf(name)]!);
  const column = (name: string): number[] => text(name).map(Number);
  const twoParty = (d: string, r: string): number[] =>
    column(d).map((value, i) => 100 * value / (value + column(r)[i]!));
  const outcome = twoParty("dem16", "rep16");
  const held: Record<string, number[]> = {
    before: twoParty("dem12", "rep12"),
    density: column("dense").map(Math.log),
    college: column("college"),
    white: column("white"),
    black: column("black"),
    latino: column("latino"),
    income: column("inc").map(Math.log),
    age: column("age"),
    unemployment: column("unemp"),
  };
  const terms = Object.entries(held).map(([name, values]) => numeric(name, values));
  return {
    outcome,
    columns: [outcome.map(() => 1), column("dre"), ...Object.values(held)],
    names: ["(intercept)", "dre", ...Object.keys(held)],
    weights: column("votes16"),
    treated: column("dre").map((dose) => (dose >= 0.5 ? 1 : 0)),
    strata: text("county"),
    residuals: [...leastSquares({ outcome, terms }).residuals],
    draws: 100_000,
  };
}

/** The weighted fit that the cluster-robust variance starts from. */
export function fitBenchData(data: BenchData): LeastSquaresFit {
  return leastSquares({
    outcome: data.outcome,
    terms: data.names.slice(1).map((name, j) => numeric(name, data.columns[j + 1]!)),
    weights: data.weights,
  });
}
