/**
 * The task "coverage": how often the intervals that the pages show hold the truth, by method, at the sizes
 * and groupings of our data. Writes docs/coverage.md.
 *
 * @module
 */
import { join } from "node:path";
import { command, parseCommand, positiveNumber, print } from "../../lib/files/command_line.ts";
import { ownRoot } from "../../lib/files/project_root.ts";
import { countSimulations } from "./counts.ts";
import { document } from "./document.ts";
import { pooledSimulations } from "./pooled.ts";
import { regressionSimulations } from "./regressions.ts";
import { type CoverageRow, rowsOf } from "./row.ts";
import { shareRows } from "./shares.ts";

const USAGE = `Usage: deno task coverage [--seed N]

Simulates data like ours, makes each interval by each method, and writes docs/coverage.md.

  --seed N  the seed of every simulation (default 2016)`;

async function simulate(seed: number): Promise<void> {
  const rows: CoverageRow[] = [];
  for (
    const simulation of [...regressionSimulations(), ...countSimulations(), ...pooledSimulations()]
  ) {
    print(simulation.design);
    rows.push(...rowsOf(simulation, seed));
  }
  rows.push(...shareRows());
  const path = join(ownRoot(), "docs/coverage.md");
  await Deno.writeTextFile(path, document(rows, seed));
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", path] }).output();
}

if (import.meta.main) {
  const args = Deno.args;
  Deno.exit(
    await command(args, USAGE, async () => {
      const { values } = parseCommand(args, { seed: { type: "string" } });
      await simulate(positiveNumber("--seed", values.seed) ?? 2016);
      return 0;
    }),
  );
}
