/**
 * Puts one fault into a copy of the project and runs tests until one finds it. A test finds a fault where
 * it fails, or does not end, with it, and passes without it on the same machine at the same time.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { defaultRawFolder } from "../../lib/data/build/data_command.ts";
import { type Mutant, withMutant } from "./sites.ts";

/** A test that takes longer without a fault, or fails, can't tell one with: it is left out, and counted. */
const SECONDS_EACH = 180;
/** A copy finds the raw files, from which the tables are built again, only where it is told where they are. */
const RAW = existsSync(join(defaultRawFolder(), "SOURCES.tsv"))
  ? { TALLYBOOK_RAW: defaultRawFolder() }
  : {};

/** A file of tests, or those of it whose names match. */
export interface TestRun {
  readonly file: string;
  readonly filter?: string;
  /** Whether it is run whatever time the tests before it took. */
  readonly always?: boolean;
}

/** What became of a fault. */
export interface Result {
  readonly mutant: Mutant;
  readonly outcome: "killed" | "endless" | "survived" | "not covered";
  readonly seconds: number;
  /** How many covering tests were left out, as too slow or failing without a fault. */
  readonly leftOut: number;
}

/** Whether a test failed, or went on without end. */
export const isFound = ({ outcome }: Result): boolean =>
  outcome === "killed" || outcome === "endless";

/** Runs tests in a copy of the project; those that take longer than `limit` seconds are ended. */
async function runTests(
  folder: string,
  { file, filter }: TestRun,
  limit: number,
): Promise<{ readonly passed: boolean; readonly ended: boolean; readonly seconds: number }> {
  const start = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "-A", "--no-check", "--doc", "--fail-fast", "--quiet"],
      ...filter === undefined ? [] : ["--filter", filter],
      file,
    ],
    cwd: folder,
    // Its own group of processes: what it started ends with it.
    detached: true,
    stdout: "null",
    stderr: "null",
    env: { NO_COLOR: "1", ...RAW },
  }).spawn();
  let ended = false;
  const timer = setTimeout(() => {
    ended = true;
    Deno.kill(-child.pid, "SIGKILL");
  }, limit * 1000);
  const { success } = await child.status;
  clearTimeout(timer);
  return { passed: success, ended, seconds: (performance.now() - start) / 1000 };
}

/** How long each test takes without a fault; infinite where it fails or takes too long. */
export class Baseline {
  readonly #seconds: Map<string, Promise<number>>;
  /** Those that took longer than they were given, and how long that was. */
  readonly #longer = new Map<string, number>();
  /** Those that passed, by name, as the file keeps them. */
  readonly #kept: Record<string, number>;

  /** Where the seconds are kept: a kept one is how long the test took another day, and decides nothing else. */
  constructor(private readonly file: string) {
    this.#kept = existsSync(file) ? JSON.parse(Deno.readTextFileSync(file)) : {};
    this.#seconds = new Map(
      Object.entries(this.#kept).map(([name, seconds]) => [name, Promise.resolve(seconds)]),
    );
  }

  /**
   * Called before a fault is put into the copy. A test that is not known yet is given no more than
   * `most` seconds: one that takes longer is not tried on this fault.
   */
  of(folder: string, test: TestRun, most: number): Promise<number> {
    const key = `${test.file} ${test.filter ?? ""}`.trim();
    const known = this.#seconds.get(key);
    if (known !== undefined) return known;
    const limit = Math.min(SECONDS_EACH, most);
    if (limit <= (this.#longer.get(key) ?? 0)) return Promise.resolve(Infinity);
    const made = runTests(folder, test, limit).then(({ passed, ended, seconds }) => {
      if (passed) {
        this.#kept[key] = Number(seconds.toFixed(1));
        Deno.writeTextFileSync(this.file, JSON.stringify(this.#kept, null, 1));
        return seconds;
      }
      if (ended) {
        this.#longer.set(key, limit);
        this.#seconds.delete(key);
      }
      return Infinity;
    });
    this.#seconds.set(key, made);
    return made;
  }
}

/**
 * Runs the covering tests, the likeliest first; the next only where those before have not found the fault,
 * and while what they usually take is less than `most` seconds together.
 */
export async function tryMutant(
  folder: string,
  mutant: Mutant,
  covering: readonly TestRun[],
  baseline: Baseline,
  most: number,
): Promise<Result> {
  const start = performance.now();
  let leftOut = 0;
  const result = (outcome: Result["outcome"]): Result => ({
    mutant,
    outcome,
    leftOut,
    seconds: (performance.now() - start) / 1000,
  });
  const path = join(folder, mutant.file);
  const source = await Deno.readTextFile(path);
  let tried = 0;
  let spent = 0;
  for (const test of covering) {
    if (spent >= most && !test.always) continue;
    const usual = await baseline.of(folder, test, test.always ? Infinity : most - spent);
    if (usual === Infinity) {
      leftOut++;
      continue;
    }
    if (spent + usual > most && !test.always) continue;
    spent += usual;
    tried++;
    await Deno.writeTextFile(path, withMutant(source, mutant));
    const limit = 10 + 5 * usual;
    const { passed, ended } = await runTests(folder, test, limit)
      .finally(() => Deno.writeTextFile(path, source));
    if (passed) continue;
    // A busy machine fails tests, or ends them, that would pass on a quiet one: the same test has to pass
    // without the fault now, and where it was ended, in a third of the time that it was given.
    const without = await runTests(folder, test, limit);
    if (without.passed && (!ended || 3 * without.seconds < limit)) {
      return result(ended ? "endless" : "killed");
    }
    tried--;
    leftOut++;
  }
  return result(tried === 0 ? "not covered" : "survived");
}
