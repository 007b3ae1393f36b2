/** How often one method's interval holds the truth in one design. */
export interface CoverageRow {
  /** What is estimated, on which units. */
  readonly design: string;
  /** How the interval is made. */
  readonly method: string;
  /** Whether the project shows this interval for this estimate. */
  readonly shown: boolean;
  /** Intervals looked at; undefined where every possible sample was summed with its chance. */
  readonly draws?: number;
  /** Share of them that hold the truth. */
  readonly coverage: number;
  /** Standard error of that share: 0 for a sum. */
  readonly error: number;
  /** Of the first ten draws' intervals, those that hold it: what a test runs again. */
  readonly firstTen?: number;
}

/** A simulation: the seed's draws are taken in order, so that fewer draws are the first of more. */
export interface Simulation {
  readonly design: string;
  readonly draws: number;
  /** The methods by name, and which is the one shown. */
  readonly methods: readonly string[];
  readonly shown: string;
  /** One draw after another: for each method hits and intervals of this draw. */
  run(seed: number): Generator<Readonly<Record<string, readonly [hits: number, of: number]>>>;
}

/** The rows of a simulation, of all its draws or of fewer. */
export function rowsOf(simulation: Simulation, seed: number, most = Infinity): CoverageRow[] {
  const { design, methods } = simulation;
  const draws = Math.min(most, simulation.draws);
  const shares = new Map(methods.map((name) => [name, [] as number[]]));
  const sums = new Map(methods.map((name) => [name, { hits: 0, of: 0, first: 0 }]));
  let drawn = 0;
  for (const found of simulation.run(seed)) {
    for (const [method, [hits, of]] of Object.entries(found)) {
      const sum = sums.get(method)!;
      sum.hits += hits;
      sum.of += of;
      if (drawn < 10) sum.first += hits;
      shares.get(method)!.push(hits / of);
    }
    if (++drawn === draws) break;
  }
  return methods.map((method) => {
    const { hits, of, first } = sums.get(method)!;
    const coverage = hits / of;
    // A draw's intervals share its data: the draw, not the interval, is the unit of the error.
    const spread = shares.get(method)!.reduce((sum, share) => sum + (share - coverage) ** 2, 0);
    return {
      design,
      method,
      shown: method === simulation.shown,
      draws: of,
      coverage,
      error: Math.sqrt(spread / (drawn - 1) / drawn),
      firstTen: first,
    };
  });
}
