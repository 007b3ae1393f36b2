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
const LIMIT = { largestFile: 1, data: 2, core: 4 } as const;

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
  libc.call("give up new privileges", number("prctl"), SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0);
  if (landlock) restrict(libc, architecture, policy);
  filter(startFilter(architecture, Deno.pid, policy.openings));
  libc.become(command, policy.environment);
}
