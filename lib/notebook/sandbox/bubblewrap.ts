import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Policy } from "./policy.ts";

/**
 * `command` in a file system that holds what the policy names and nothing else, for a Linux
 * without Landlock that has bubblewrap (https://github.com/containers/bubblewrap). `command` is
 * the launcher, which sets the filter of system calls inside: sockets and programs are its part.
 */
export function bubblewrapCommand(policy: Policy, command: readonly string[]): string[] {
  const launcher = dirname(fileURLToPath(import.meta.url));
  const system = (path: string) => /^\/(?:proc|dev)(?:\/|$)/.test(path);
  const bind = (option: string, paths: readonly string[]) =>
    paths.filter((path) => !system(path)).flatMap((path) => [option, path, path]);
  // The folders first: what may be written lies in some that may only be read.
  const readable = [...policy.read, ...policy.execute, launcher].toSorted((a, b) =>
    a.length - b.length
  );
  return [
    "bwrap",
    ...["--die-with-parent", "--unshare-pid", "--unshare-ipc", "--unshare-uts"],
    ...bind("--ro-bind-try", readable),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...bind("--bind-try", policy.write),
    "--",
    ...command,
  ];
}
