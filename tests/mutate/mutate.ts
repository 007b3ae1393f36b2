/**
 * The task "mutate": puts small faults into the library, one at a time, and runs the tests that cover
 * the place. A fault that no test notices survives, and is printed.
 *
 * @module
 */
import { cp } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { command, parseCommand, positiveNumber, print } from "../../lib/files/command_line.ts";
import { ownRoot } from "../../lib/files/project_root.ts";
import { Xoshiro128 } from "../../lib/stats/xoshiro128.ts";
import { resolver } from "../house/reach.ts";
import * as election from "tallybook/election";
import * as stats from "tallybook/stats";
import { coveringTests, exportReaches, phrasesOf, testReaches } from "./covering.ts";
import { type Mutant, mutantsOf } from "./sites.ts";
import { isFound, type Result, type TestRun, tryMutant, UsualSeconds } from "./try_mutant.ts";

const USAGE = `Usage: deno task mutate [--count N] [--seed N] [--at START] [--seconds N]
                         [--workers N]

Draws faults from all rooms of lib/, runs the tests that cover each, and prints those that survive.

  --count N    how many faults (default 100)
  --seed N     the draw; the same seed draws the same faults from the same code (default 1)
  --at START   only files whose path starts so: lib/chart, lib/report/report_command.ts; several with commas
  --seconds N  how much of the processor's time the tests that are tried on a fault may take together,
               the nearest first (default 40)
  --workers N  how many are tried at once (default: half of the processors)`;

/** Tables of words and addresses, whose faults no test of behavior can see. */
const LEFT_OUT = /^lib\/(data\/build\/(producers\/|tables\/)|data\/tables\/|cli\.ts)/;

/** Tests that need what a copy has not, or take minutes. */
const NOT_RUN = /^tests\/(bad_input|browser|mutate|house|sweep)\/|lab_test|exactness_test/;

const SECONDS_EACH = 40;
const TEST_SECONDS = ".tallybook/test_processor_seconds.json";

/** Hold every export of these rooms to its refusals: they run last and always, on the exports that reach the fault. */
const BAD_INPUT = ["tests/bad_input/bad_input_test.ts", "tests/bad_input/refusals_test.ts"];
const ROOMS: Readonly<Record<string, object>> = { election, stats };
const EXPORTS_EACH = 12;
function* sources(root: string, folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(root, path);
    else if (entry.name.endsWith(".ts")) yield path;
  }
}

/** Draws without putting back. */
export function draw<T>(from: readonly T[], count: number, seed: number): T[] {
  const random = new Xoshiro128(seed);
  const left = [...from];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(left.splice(random.below(left.length), 1)[0]!);
  }
  return drawn;
}

async function copyProject(root: string): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-mutate-" });
  for (
    const name of [
      "deno.json",
      "deno.lock",
      "lib",
      "data",
      "tests",
      "notebooks",
      "README.md",
      "CONTRIBUTING.md",
      "bench",
    ]
  ) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** The bad-input tests of exports that reach this declaration. */
function badInputRuns(
  mutant: Mutant,
  rooms: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
): TestRun[] {
  const key = `${mutant.file}#${mutant.declaration}`;
  return [...rooms].flatMap(([room, exports]) => {
    const names = [...exports].filter(([, reached]) => reached.has(key)).map(([name]) => name);
    if (names.length === 0) return [];
    const some = names.slice(0, EXPORTS_EACH).join("|");
    const filter = `/^${room}: (${some})(\\.\\w+)? (answers|refuses)/`;
    return BAD_INPUT.map((file) => ({ file, filter, always: true }));
  });
}

function describe({ file, line, column, kind, before, after }: Mutant): string {
  const short = (text: string) => text.replace(/\s+/g, " ").slice(0, 60);
  return `${file}:${line}:${column}  ${kind}: ${short(before)} → ${short(after)}`;
}

async function mutate(
  { count, seed, at, seconds, workers }: {
    readonly count: number;
    readonly seed: number;
    readonly at: string;
    readonly seconds: number;
    readonly workers: number;
  },
): Promise<void> {
  const root = ownRoot();
  const files = new Map(
    [...sources(root, "lib"), ...sources(root, "tests")]
      .map((file) => [file, Deno.readTextFileSync(join(root, file))]),
  );
  const { imports } = JSON.parse(Deno.readTextFileSync(join(root, "deno.json")));
  const tests = [...files.keys()].filter((file) =>
    file.endsWith("_test.ts") && !NOT_RUN.test(file)
  );
  const resolve = resolver(imports);
  const reaches = testReaches(files, tests, resolve);
  const rooms = new Map(
    Object.entries(ROOMS).map(([room, exports]) => [
      room,
      exportReaches(files, `lib/${room}/mod.ts`, Object.keys(exports), resolve),
    ]),
  );
  const covering = (mutant: Mutant): TestRun[] => [
    // The file's own examples.
    ...files.get(mutant.file)!.includes("@example") ? [{ file: mutant.file, always: true }] : [],
    ...coveringTests(
      mutant.file,
      mutant.declaration,
      reaches,
      phrasesOf(files.get(mutant.file)!),
    ).map((file) => ({ file })),
    ...badInputRuns(mutant, rooms),
  ];
  const all = [...files].filter(([file]) =>
    file.startsWith("lib/") && !file.endsWith("/mod.ts") &&
    at.split(",").some((start) => file.startsWith(start)) && !LEFT_OUT.test(file)
  ).sort(([a], [b]) => a < b ? -1 : 1).flatMap(([file, source]) => mutantsOf(source, file));
  const todo = draw(all, count, seed);
  print(`${todo.length} of ${all.length} faults, seed ${seed}`);
  const results: Result[] = [];
  const usual = new UsualSeconds(join(root, TEST_SECONDS));
  await Promise.all(Array.from({ length: Math.min(workers, todo.length) }, async () => {
    const folder = await copyProject(root);
    try {
      for (let mutant = todo.shift(); mutant; mutant = todo.shift()) {
        const result = await tryMutant(folder, mutant, covering(mutant), usual, seconds);
        results.push(result);
        print(
          `${result.outcome.padEnd(11)} ${result.seconds.toFixed(0).padStart(3)} s  ${
            describe(mutant)
          }`,
        );
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }));
  report(results);
}

function report(results: readonly Result[]): void {
  const killed = (some: readonly Result[]) => some.filter(isFound).length;
  const endless = results.filter(({ outcome }) => outcome === "endless").length;
  print("");
  for (
    const [room, some] of [...Map.groupBy(results, ({ mutant }) => mutant.file.split("/")[1]!)]
      .sort()
  ) {
    print(
      `${room.padEnd(10)} ${String(killed(some)).padStart(3)} of ${
        String(some.length).padStart(3)
      } found`,
    );
  }
  print(
    `all        ${String(killed(results)).padStart(3)} of ${
      String(results.length).padStart(3)
    } found, ${endless} of them by a test that didn't end`,
  );
  const seconds = results.reduce((sum, each) => sum + each.seconds, 0);
  print(`${seconds.toFixed(0)} s of the processor's time for tests\n`);
  const survivors = results.filter((result) => !isFound(result));
  print(survivors.length === 0 ? "None survived" : "Survivors:");
  for (const { mutant, outcome, leftOut } of survivors) {
    const notes = [
      ...outcome === "not covered" ? ["no test reaches it"] : [],
      ...leftOut > 0
        ? [`${leftOut} tests left out: too slow here, or failing without a fault`]
        : [],
    ];
    print(`  ${describe(mutant)}${notes.length > 0 ? `  (${notes.join("; ")})` : ""}`);
  }
}

if (import.meta.main) {
  const args = Deno.args;
  Deno.exit(
    await command(args, USAGE, async () => {
      const { values } = parseCommand(args, {
        count: { type: "string" },
        seed: { type: "string" },
        at: { type: "string" },
        seconds: { type: "string" },
        workers: { type: "string" },
      });
      await mutate({
        count: positiveNumber("--count", values.count) ?? 100,
        seed: positiveNumber("--seed", values.seed) ?? 1,
        at: values.at ?? "lib/",
        seconds: positiveNumber("--seconds", values.seconds) ?? SECONDS_EACH,
        workers: positiveNumber("--workers", values.workers) ?? Math.max(1, cpus().length >> 1),
      });
      return 0;
    }),
  );
}
