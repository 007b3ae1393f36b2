/**
 * Puts one fault into a copy of the project and runs tests until one finds it. A test finds a fault where
 * it fails, or does not end, with it, and passes without it on the same machine at the same time.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { defaultRawFolder } from "../../lib/data/build/data_command.ts";
import { processStat } from "../../lib/files/process_stat.ts";
import { type Mutant, withMutant } from "./sites.ts";

/** A test that takes longer, or fails without a fault, can't tell one with: it is left out, and counted. */
const SECONDS_EACH = 180;
/**
 * Seconds are the processor's, where the system tells them, so that a busy machine tries the same tests as a
 * quiet one. A test that waits takes none, and is ended by the clock after so many times its limit.
 */
const BY_CLOCK = 6;
const POLL_MS = 100;
/** What tests may cost in all, those that told nothing too, in times of what they may take. */
const MOST_COST = 2;
/** What a test is given that was not run before, however little is left. */
const LEAST_SECONDS = 30;
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
  /** Of the processor, for all tests that were run. */
  readonly seconds: number;
  /** How many covering tests were left out, as too slow or failing without a fault. */
  readonly leftOut: number;
}

/** Whether a test failed, or went on without end. */
export const isFound = ({ outcome }: Result): boolean =>
  outcome === "killed" || outcome === "endless";

/** What became of a run of tests, and what it took. */
interface Ran {
  readonly passed: boolean;
  /** Whether it was ended: by its limit of processor time, or by the clock. */
  readonly ended: boolean;
  readonly seconds: number;
  readonly byClock: number;
}

/** Runs tests in a copy of the project; those that take longer than `limit` seconds are ended. */
export async function runTests(
  folder: string,
  { file, filter }: TestRun,
  limit: number,
): Promise<Ran> {
  const start = performance.now();
  const byClock = () => (performance.now() - start) / 1000;
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
  let spent = 0;
  const timer = setInterval(() => {
    const stat = processStat(child.pid);
    spent = stat === null ? byClock() : stat.processorSeconds + stat.endedBelowSeconds;
    if (ended || spent <= limit && byClock() <= BY_CLOCK * limit) return;
    ended = true;
    try {
      Deno.kill(-child.pid, "SIGKILL");
    } catch (error) {
      // It has ended by itself since it was looked at.
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }, POLL_MS);
  const { success } = await child.status;
  clearInterval(timer);
  return { passed: success, ended, seconds: spent, byClock: byClock() };
}

/** How long each test took the last time that it passed, kept from draw to draw: it decides what is tried. */
export class UsualSeconds {
  readonly #seconds: Record<string, number>;

  /** Where they are kept. */
  constructor(private readonly file: string) {
    this.#seconds = existsSync(file) ? JSON.parse(Deno.readTextFileSync(file)) : {};
  }

  /** Undefined for a test that was not run yet; infinite for one that failed without a fault. */
  of(test: TestRun): number | undefined {
    return this.#seconds[nameOf(test)];
  }

  note(test: TestRun, seconds: number): void {
    this.#seconds[nameOf(test)] = seconds;
    const kept = Object.entries(this.#seconds).filter(([, each]) => each !== Infinity)
      .map(([name, each]) => [name, Number(each.toFixed(1))]);
    // A clone in which nothing was run has no folder for it.
    Deno.mkdirSync(dirname(this.file), { recursive: true });
    Deno.writeTextFileSync(this.file, JSON.stringify(Object.fromEntries(kept), null, 1));
  }
}

const nameOf = ({ file, filter = "" }: TestRun) => `${file} ${filter}`.trim();

/**
 * Runs the covering tests, the likeliest first; the next only where those before have not found the fault,
 * and while what they take is less than `most` seconds together.
 */
export async function tryMutant(
  folder: string,
  mutant: Mutant,
  covering: readonly TestRun[],
  usual: UsualSeconds,
  most: number,
): Promise<Result> {
  let leftOut = 0;
  // What tests that told something took counts against the most; what all took is the fault's cost.
  let spent = 0;
  let cost = 0;
  const result = (outcome: Result["outcome"]): Result => ({
    mutant,
    outcome,
    leftOut,
    seconds: cost,
  });
  const path = join(folder, mutant.file);
  const source = await Deno.readTextFile(path);
  let tried = 0;
  for (const test of covering) {
    const known = usual.of(test);
    if (known === Infinity) {
      leftOut++;
      continue;
    }
    if (!test.always && (spent + (known ?? 0) > most || cost > MOST_COST * most)) continue;
    const limit = known === undefined
      ? Math.min(SECONDS_EACH, Math.max(LEAST_SECONDS, most - spent))
      : 10 + 5 * known;
    await Deno.writeTextFile(path, withMutant(source, mutant));
    const { passed, ended, seconds } = await runTests(folder, test, limit)
      .finally(() => Deno.writeTextFile(path, source));
    cost += seconds;
    if (passed) {
      spent += seconds;
      tried++;
      usual.note(test, seconds);
      continue;
    }
    // A busy machine fails tests, or ends them, that would pass on a quiet one: the same test has to pass
    // without the fault now, and where it was ended, in a third of the time that it was given.
    const without = await runTests(folder, test, limit);
    cost += without.seconds;
    const inTime = 3 * without.seconds < limit && 3 * without.byClock < BY_CLOCK * limit;
    // One that is ended takes longer than it was given: it is tried again by a draw that gives more.
    const longer = without.ended ? limit + 1 : Infinity;
    usual.note(test, without.passed ? without.seconds : longer);
    if (without.passed && (!ended || inTime)) {
      return result(ended ? "endless" : "killed");
    }
    leftOut++;
  }
  return result(tried === 0 ? "not covered" : "survived");
}
