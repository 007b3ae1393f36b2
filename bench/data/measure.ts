/** What one program needed for one file. */
export interface Measure {
  readonly seconds: number;
  /** Peak resident memory in MiB. */
  readonly peak: number;
  /** The sum of all votes, the same for everybody. */
  readonly total: number;
}

/**
 * Runs a program on a file, each time as a new process, and gives the fastest of several runs;
 * undefined where the program or a package of it is not installed.
 */
export function measure(command: string, args: string[], runs: number): Measure | undefined {
  let best: Measure | undefined;
  for (let run = 0; run < runs; run++) {
    let output: Deno.CommandOutput;
    try {
      output = new Deno.Command(command, { args, stdout: "piped", stderr: "null" }).outputSync();
    } catch {
      return undefined;
    }
    if (!output.success) return undefined;
    const now = JSON.parse(new TextDecoder().decode(output.stdout)) as Measure;
    if (best === undefined || now.seconds < best.seconds) best = now;
  }
  return best;
}
