/** Who does a job: a program that does it once and prints what it took, and what came out. */
export interface Contender {
  readonly name: string;
  /** The program and its arguments; why it can't run, where something is missing. */
  readonly command: readonly string[] | { readonly missing: string };
  readonly environment?: Readonly<Record<string, string>>;
}

/** One run of a job. */
export interface Run {
  readonly seconds: number;
  /** Seconds of processor time of the job, in all threads, where the program tells them. */
  readonly processor?: number;
  /** Peak resident memory in MiB, of the program and all that it starts. */
  readonly peak: number;
  /** What came out, to be compared with the others' results; null is not compared. */
  readonly result: readonly (number | null)[];
  /** How many draws its shares rest on, where they are random. */
  readonly draws?: number;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * Runs a contender in a process of its own.
 *
 * @throws {Error} with the end of what it said on stderr, where it fails.
 */
export function runOnce({ command, environment = {} }: Contender): Run {
  if ("missing" in command) throw new TypeError(`Cannot run: ${command.missing}`);
  const [program, ...args] = command;
  const { success, stdout, stderr } = new Deno.Command(program!, {
    args,
    // A peer's linear algebra gets one thread, as ours has.
    env: { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1", ...environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).outputSync();
  if (!success) {
    const said = text(stderr).trim().split("\n");
    throw new Error(`failed: ${said.find((line) => /error/i.test(line)) ?? said.at(-1)}`);
  }
  return JSON.parse(text(stdout).trim().split("\n").at(-1)!);
}

function works(program: string, args: readonly string[]): boolean {
  try {
    return new Deno.Command(program, { args: [...args], stdout: "null", stderr: "null" })
      .outputSync().success;
  } catch {
    return false;
  }
}

/** A Python with these packages: the one that TALLYBOOK_PYTHON names, or the first on the PATH. */
export function python(
  script: string,
  args: readonly string[],
  packages: readonly string[],
): Contender["command"] {
  const named = Deno.env.get("TALLYBOOK_PYTHON");
  const programs = named === undefined ? ["python3", "python"] : [named];
  const found = programs.find((program) => works(program, ["-c", `import ${packages.join(", ")}`]));
  return found !== undefined
    ? [found, here(`peers/${script}`), ...args]
    : { missing: `no Python (${programs.join(", ")}) with ${packages.join(", ")}` };
}

/** An R with these packages: the Rscript that TALLYBOOK_RSCRIPT names, or that on the PATH. */
export function rscript(
  script: string,
  args: readonly string[],
  packages: readonly string[],
): Contender["command"] {
  const program = Deno.env.get("TALLYBOOK_RSCRIPT") ?? "Rscript";
  const loads = packages.map((name) => `library(${name})`).join(";");
  return works(program, ["-e", loads])
    ? [program, here(`peers/${script}`), ...args]
    : { missing: `no R (${program}) with ${packages.join(", ")}` };
}

const here = (path: string): string => new URL(path, import.meta.url).pathname;

/** A program of ours. */
export function ours(script: string, args: readonly string[]): string[] {
  const config = here("../deno.json");
  return [Deno.execPath(), "run", "-A", "--no-check", `--config=${config}`, here(script), ...args];
}
