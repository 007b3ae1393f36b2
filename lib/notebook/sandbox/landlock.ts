/**
 * Rules for files and TCP ports that a process sets for itself for good, without any privilege
 * (https://docs.kernel.org/userspace-api/landlock.html).
 */
import { cText, type LibC } from "./libc.ts";
import type { Policy } from "./policy.ts";
import { type Architecture, numberOf } from "./syscalls.ts";

/** The first version that keeps truncation, too: Linux 6.2. */
export const NEEDED_VERSION = 3;
/** The first version that knows TCP ports. */
const PORTS_VERSION = 4;
/** The first version that knows commands to devices. */
const DEVICES_VERSION = 5;
/** The first version that keeps signals and abstract unix sockets inside. */
const SCOPES_VERSION = 6;

const EXECUTE = 1n << 0n;
const WRITE_FILE = 1n << 1n;
const READ_FILE = 1n << 2n;
const READ_FOLDER = 1n << 3n;
const TRUNCATE = 1n << 14n;
const DEVICE = 1n << 15n;
/** All rights on files of version 5. */
const ALL = (1n << 16n) - 1n;
/** Those that a rule on a single file may name. */
const OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | DEVICE;

const RULE_PATH = 1;
const RULE_PORT = 2;
const BIND = 1n;
const CONNECT = 2n;
const SCOPE_ALL = 3n;
const OPEN_PATH = 0x200000 | 0x80000;
const VERSION_QUESTION = 1;
const OPENAT = { x86_64: 257, aarch64: 56 } as const;
const CURRENT_FOLDER = -100;

/** The version of Landlock that the running system has; 0 for none. */
export function landlockVersion(libc: LibC, architecture: Architecture): number {
  const number = numberOf("landlock_create_ruleset", architecture)!;
  return Math.max(0, Number(libc.attempt(number, 0, 0, VERSION_QUESTION)));
}

/**
 * Sets the rules for the calling thread and for what it becomes. A path that is not there gets no
 * rule. Throws where the system refuses.
 */
export function restrict(libc: LibC, architecture: Architecture, policy: Policy): void {
  const version = landlockVersion(libc, architecture);
  const files = version >= DEVICES_VERSION ? ALL : ALL & ~DEVICE;
  const ports = version >= PORTS_VERSION
    ? (policy.bind ? BIND : 0n) | (policy.connect ? CONNECT : 0n)
    : 0n;
  // Programs that a notebook may start have to end each other; abstract sockets stay inside.
  const scopes = version >= SCOPES_VERSION ? SCOPE_ALL : 0n;
  const attributes = new Uint8Array(new BigUint64Array([files, ports, scopes]).buffer);
  const size = version >= SCOPES_VERSION ? 24 : version >= PORTS_VERSION ? 16 : 8;
  const number = (
    name: "landlock_create_ruleset" | "landlock_add_rule" | "landlock_restrict_self",
  ) => numberOf(name, architecture)!;
  const rules = libc.call(
    "make rules for files",
    number("landlock_create_ruleset"),
    attributes,
    size,
    0,
  );

  const allowPath = (path: string, rights: bigint) => {
    let folder: boolean;
    try {
      folder = Deno.statSync(path).isDirectory;
    } catch {
      return;
    }
    const file = libc.attempt(OPENAT[architecture], CURRENT_FOLDER, cText(path), OPEN_PATH);
    if (file < 0n) return;
    const rule = new DataView(new ArrayBuffer(12));
    rule.setBigUint64(0, files & (folder ? rights : rights & OF_FILES), true);
    rule.setInt32(8, Number(file), true);
    libc.call(
      `allow ${path}`,
      number("landlock_add_rule"),
      rules,
      RULE_PATH,
      new Uint8Array(rule.buffer),
      0,
    );
  };
  const allowPort = (port: number, right: bigint) => {
    if ((ports & right) === 0n) return;
    const rule = new Uint8Array(new BigUint64Array([right, BigInt(port)]).buffer);
    libc.call(`allow port ${port}`, number("landlock_add_rule"), rules, RULE_PORT, rule, 0);
  };
  for (const path of policy.read) allowPath(path, READ_FILE | READ_FOLDER);
  for (const path of policy.execute) allowPath(path, READ_FILE | READ_FOLDER | EXECUTE);
  for (const path of policy.write) allowPath(path, ALL & ~EXECUTE);
  for (const port of policy.bind ?? []) allowPort(port, BIND);
  for (const port of policy.connect ?? []) allowPort(port, CONNECT);
  libc.call("set the rules for files", number("landlock_restrict_self"), rules, 0);
}
