import { BARRIER_TYPE } from "./barrier.ts";
import type { Grants } from "./grants.ts";
import { prelude, type PreludeOptions } from "./kernel_prelude.ts";
import { watchNativeCode } from "./native_watch.ts";
import type { Openings } from "./sandbox/seccomp.ts";
import { cellsFilter } from "./sandbox/seccomp.ts";
import { type Architecture, numberOf } from "./sandbox/syscalls.ts";

/** What a kernel gives up for good, beside what its broker refuses. */
const REVOCABLE = ["net", "import", "run"] as const;

/** The file of the C library that this Deno uses, which is the kernel's, too. */
function libraryPath(): string {
  const maps = Deno.readTextFileSync("/proc/self/maps");
  const found = /\/\S*\/(?:libc\.so\.6|libc-[\d.]+\.so|ld-musl-\S+\.so\.1)$/m.exec(maps)?.[0];
  if (found === undefined) throw new Error("Cannot find the C library among Deno's own");
  return found;
}

/**
 * The cell that runs before a notebook's own, unseen.
 *
 * @param home The folder to go to where the kernel started in another; null to stay.
 * @param openings What the filter of system calls leaves open; null where there is no filter.
 */
export function firstCell(
  grants: Grants,
  barrier: string,
  openings: Openings | null,
  home: string | null,
): string {
  const architecture = Deno.build.arch as Architecture;
  const options: PreludeOptions = {
    // Where some addresses are given, the broker tells them from others.
    revoked: REVOCABLE.filter((name) =>
      !grants.names.includes(name) && !(name === "net" && grants.addresses.length > 0)
    ),
    net: grants.names.includes("net"),
    barrier,
    type: BARRIER_TYPE,
    home,
    ffi: grants.names.includes("ffi"),
    filter: openings && {
      call: numberOf("seccomp", architecture)!,
      program: [...cellsFilter(architecture, openings)],
      library: libraryPath(),
    },
  };
  return `await (${prelude})(${JSON.stringify(options)}, ${watchNativeCode});`;
}
