/**
 * Puts a program behind a wall: sets limits, rules for files and ports, and a filter of system
 * calls on its own thread, and then becomes the program, which keeps them all.
 *
 * deno run -A launcher.ts ORDER.json, or launcher.ts --version to be told the system's Landlock.
 */
import { addressOf, openLibC } from "./libc.ts";
import { landlockVersion, restrict } from "./landlock.ts";
import type { LaunchOrder } from "./policy.ts";
import { startFilter } from "./seccomp.ts";
import { type Architecture, numberOf, type SystemCall } from "./syscalls.ts";

const architecture = Deno.build.arch as Architecture;
const libc = openLibC();
const number = (name: SystemCall) => numberOf(name, architecture)!;

const SET_NO_NEW_PRIVILEGES = 38;
const SET_PARENT_DEATH_SIGNAL = 1;
const SIGKILL = 9;
const FILTER_MODE = 1;
const CLOSE_ON_EXEC = 4;
const LIMIT = { largestFile: 1, data: 2, core: 4, openFiles: 7 } as const;
/** Pipes and files hold memory that is no process's own: so many of them at most. */
const OPEN_FILES = 4096;

function limit(resource: number, value: number): void {
  const pair = new Uint8Array(new BigUint64Array([BigInt(value), BigInt(value)]).buffer);
  libc.call("set a limit", number("prlimit64"), 0, resource, pair, 0);
}

/** The thread's filter of system calls, kept by what it becomes. */
function filter(program: Uint8Array<ArrayBuffer>): void {
  const head = new DataView(new ArrayBuffer(16));
  head.setUint16(0, program.length / 8, true);
  head.setBigUint64(8, addressOf(program), true);
  libc.call(
    "set the filter of system calls",
    number("seccomp"),
    FILTER_MODE,
    0,
    new Uint8Array(head.buffer),
  );
}

/** What an administrator's program keeps of its powers: to read and write others' files by the rules. */
const OVER_MODES = (1 << 1) | (1 << 2);
/** The same of owners and modes, where all may be written: chown(), and what only an owner may. */
const OVER_OWNERS = (1 << 0) | (1 << 3) | (1 << 4);

/** Gives up, for good, the powers of an administrator (https://man7.org/linux/man-pages/man7/capabilities.7.html). */
function giveUpPowers(kept: number): void {
  const head = new Uint8Array(new Uint32Array([0x20080522, 0]).buffer);
  const sets = new Uint32Array(6);
  const bytes = new Uint8Array(sets.buffer);
  libc.call("look at its powers", number("capget"), head, bytes);
  const [, permitted = 0] = sets;
  sets.set([permitted & kept, permitted & kept, 0, 0, 0, 0]);
  libc.call("give up its powers", number("capset"), head, bytes);
}

if (Deno.args[0] === "--version") {
  // deno-lint-ignore no-console -- this is the program's answer
  console.log(landlockVersion(libc, architecture));
} else {
  const parent = Deno.ppid;
  const { policy, landlock, command }: LaunchOrder = JSON.parse(
    Deno.readTextFileSync(Deno.args[0]!),
  );
  // A session of its own: no terminal to type into, and one name for all that it starts.
  libc.attempt(number("setsid"));
  // Killed with the process that started it, however that ends.
  libc.call("follow the runner's end", number("prctl"), SET_PARENT_DEATH_SIGNAL, SIGKILL, 0, 0, 0);
  if (Deno.ppid !== parent) Deno.exit(1);
  libc.attempt(number("close_range"), 3, 0xffffffff, CLOSE_ON_EXEC);
  limit(LIMIT.core, 0);
  if (policy.largestFile !== null) limit(LIMIT.largestFile, policy.largestFile);
  // Beyond the memory that is watched: the system's own answer to what grows faster than a look.
  limit(LIMIT.data, Math.round((policy.memory * 1.5 + 2048) * 2 ** 20));
  limit(LIMIT.openFiles, OPEN_FILES);
  giveUpPowers(policy.openings.write ? OVER_MODES | OVER_OWNERS : OVER_MODES);
  libc.call("give up new privileges", number("prctl"), SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0);
  if (landlock) restrict(libc, architecture, policy);
  filter(startFilter(architecture, Deno.pid, policy.openings));
  libc.become(command, policy.environment);
}
