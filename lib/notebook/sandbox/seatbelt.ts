import type { Policy } from "./policy.ts";

/** A path as the profile's language writes it. */
const quoted = (path: string) => JSON.stringify(path);

const below = (paths: readonly string[]) =>
  paths.map((path) => `(literal ${quoted(path)}) (subpath ${quoted(path)})`).join(" ");

/**
 * A policy in the language of macOS's sandbox-exec: everything is refused but what is named. The
 * kernel listens on this machine only, and reaches its broker by a socket in its own folder.
 */
export function seatbeltProfile(policy: Policy): string {
  const { read, write, execute, bind, connect, openings } = policy;
  const port = (rule: string, ports: readonly number[] | null) =>
    ports === null
      ? [`(allow ${rule})`]
      : ports.map((port) =>
        rule === "network-outbound"
          ? `(allow ${rule} (remote tcp "*:${port}"))`
          : `(allow ${rule} (local tcp "localhost:${port}"))`
      );
  return [
    "(version 1)",
    "(deny default)",
    "(allow process-info* (target self))",
    "(allow signal (target self))",
    "(allow sysctl-read)",
    "(allow file-read-metadata)",
    '(allow file-read* (literal "/") (literal "/dev/null") (literal "/dev/urandom"))',
    `(allow file-read* ${below([...read, ...execute, ...write])})`,
    `(allow file-map-executable ${below([...read, ...execute])})`,
    `(allow file-write* (literal "/dev/null") ${below(write)})`,
    `(allow process-exec ${below(execute)})`,
    ...(openings.run ? ["(allow process-fork)", "(allow mach-lookup)", "(allow signal)"] : []),
    ...port("network-bind", bind),
    ...port("network-inbound", bind),
    ...port("network-outbound", connect),
    ...(openings.net !== "none" ? ["(allow system-socket)"] : []),
    `(allow network-outbound (remote unix-socket (subpath ${quoted(policy.runFolder)})))`,
  ].join("\n");
}
