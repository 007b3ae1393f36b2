import { delimiter, join, resolve } from "node:path";
import { type Grants, isInside } from "../grants.ts";
import { needsNameServer } from "../net_address.ts";
import { realPathOf } from "../real_path.ts";
import { isProject, projectRoot, RUNNER_ROOT } from "../project.ts";
import { cacheFolder, SHARED } from "./deno_folder.ts";
import type { Policy } from "./policy.ts";

/** What a project keeps for itself: its history, and what the runner notes. */
const HIDDEN = [".git", ".tallybook"];

/** What of the runner's own project a notebook from elsewhere may read. */
const LIBRARY = ["lib", "data", "deno.json", "deno.lock", "tests/std_assert"];

/** What Deno and the system's libraries read of Linux and macOS as a program starts and runs. */
const SYSTEM = [
  ...["/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/lib", "/lib32", "/lib64"],
  ...["/usr/share/zoneinfo", "/usr/share/locale", "/usr/share/i18n", "/usr/share/fonts"],
  ...["/usr/share/fontconfig", "/etc/fonts", "/usr/local/share/fonts"],
  ...["/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime"],
  ...["/etc/timezone", "/etc/nsswitch.conf", "/etc/alternatives", "/etc/ssl/openssl.cnf"],
  ...["/etc/resolv.conf"],
  ...["/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/version", "/proc/loadavg"],
  ...["/proc/uptime", "/proc/sys/vm", "/proc/sys/kernel", "/proc/filesystems"],
  ...["/sys/devices/system", "/sys/fs/cgroup", "/sys/kernel/mm/transparent_hugepage"],
  ...["/System/Library", "/Library/Apple", "/usr/share/icu", "/private/var/db/timezone"],
  ...["/dev/urandom", "/dev/random", "/dev/zero"],
];

/** What connections by name and by TLS read. */
const NETWORK = ["/etc/hosts", "/etc/host.conf", "/etc/gai.conf", "/etc/ssl"];
/** What programs read. */
const PROGRAMS = ["/usr", "/bin", "/sbin", "/etc", "/opt"];
/** Where modules are fetched from: names, HTTP, HTTPS. */
const FETCH_PORTS = [53, 80, 443];
/** Where name servers answer. */
const NAME_PORT = 53;

const LARGEST_FILE = 2 ** 30;

/**
 * The entries of a folder, each as a path of its own, so that one of them can be left out. A
 * symbolic link counts only where it leads to a place inside.
 */
function entries(folder: string, leftOut: (name: string) => boolean): string[] {
  const found: string[] = [];
  for (const { name } of Deno.readDirSync(folder)) {
    if (leftOut(name)) continue;
    const path = realPathOf(join(folder, name));
    if (isInside(path, folder) && !HIDDEN.some((own) => isInside(path, join(folder, own)))) {
      found.push(path);
    }
  }
  return found;
}

/** What a notebook may read of the place where it lies. */
export function ownFolders(notebook: string): string[] {
  const root = realPathOf(projectRoot(notebook));
  if (isProject(root)) return entries(root, (name) => HIDDEN.includes(name));
  // A folder that is no project belongs to other things, too: nothing hidden is the notebook's,
  // and nothing of a home or of a folder that everybody uses.
  const everybodys = [Deno.env.get("HOME") ?? "/", Deno.env.get("TMPDIR") ?? "/tmp", "/", "/tmp"];
  return everybodys.some((folder) => realPathOf(folder) === root)
    ? [realPathOf(resolve(notebook))]
    : entries(root, (name) => name.startsWith("."));
}

/** Everything from which the policy of one run is made. */
export interface PolicyRequest {
  /** The notebook's path. */
  readonly notebook: string;
  readonly grants: Grants;
  /** The folder of this run alone. */
  readonly runFolder: string;
  /** The ports on which the kernel listens. */
  readonly ports: readonly number[];
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** What a kernel may reach: its project, the packages, Deno, the system's libraries, and what was granted. */
export function projectPolicy(request: PolicyRequest): Policy {
  const { notebook, grants, runFolder } = request;
  const given = (name: Grants["names"][number]) => grants.names.includes(name);
  const cache = realPathOf(cacheFolder());
  const { addresses } = grants;
  const net = given("net") || given("import") ? "all" : addresses.length > 0 ? "outgoing" : "none";
  // Of hosts the system's rules know nothing: they hold the ports, and the broker the hosts.
  const ports = [
    ...(given("import") ? FETCH_PORTS : []),
    ...addresses.map(({ port }) => port),
    ...(addresses.some(needsNameServer) ? [NAME_PORT] : []),
  ];
  const run = given("run");
  const programs = run
    ? [...PROGRAMS, ...(Deno.env.get("PATH") ?? "").split(delimiter).filter((it) => it !== "")]
    : [];
  const read = [
    ...ownFolders(notebook),
    ...LIBRARY.map((name) => join(RUNNER_ROOT, name)),
    ...SHARED.map((name) => join(cache, name)),
    ...SYSTEM,
    `/proc/self`,
    runFolder,
    ...(net === "none" ? [] : NETWORK),
    ...programs,
    ...grants.reads,
    ...(given("read") ? ["/"] : []),
  ];
  const write = [
    ...["tmp", "deno"].map((name) => join(runFolder, name)),
    ...["/dev/null"],
    ...grants.folders,
    ...(given("write") ? ["/"] : []),
  ];
  const unique = (
    paths: readonly string[],
  ) => [...new Set(paths.map((path) => path === "/proc/self" ? path : realPathOf(path)))];
  return {
    read: unique(read),
    write: unique(write),
    execute: unique([Deno.execPath(), ...LOADERS, ...programs]),
    bind: given("net") ? null : request.ports,
    connect: given("net") ? null : [...new Set(ports)],
    openings: { net, run, write: given("write") },
    memory: request.memory,
    largestFile: given("write") || grants.folders.length > 0 ? null : LARGEST_FILE,
    runFolder,
    environment: request.environment,
  };
}

/** What Deno's own checker is started for. */
export interface ToolPolicyRequest {
  /** The notebooks whose code it reads. */
  readonly notebooks: readonly string[];
  /** The folder of their copies, into which it may write. */
  readonly copies: string;
  /** Files and folders beyond theirs that were granted. */
  readonly reads: readonly string[];
  readonly runFolder: string;
  /** Whether it may fetch modules. */
  readonly remote: boolean;
  readonly memory: number;
}

/**
 * What the checker may reach: it runs nothing of a notebook, but follows its imports and shows what
 * they hold in its messages. So it reads what the notebook may, and no device that never ends.
 */
export function toolPolicy(request: ToolPolicyRequest): Policy {
  const { notebooks, copies, reads, runFolder, remote, memory } = request;
  const cache = cacheFolder();
  Deno.mkdirSync(cache, { recursive: true });
  const home = Deno.env.get("HOME");
  const read = [
    ...notebooks.flatMap(ownFolders),
    ...reads,
    ...LIBRARY.map((name) => join(RUNNER_ROOT, name)),
    ...SYSTEM.filter((path) => !path.startsWith("/dev/")),
    ...(home === undefined ? [] : [join(home, ".npmrc")]),
    ...(remote ? NETWORK : []),
  ];
  const unique = (paths: readonly string[]) => [...new Set(paths.map(realPathOf))];
  return {
    read: [...unique(read), "/proc/self"],
    write: unique([cache, copies, runFolder, "/dev/null"]),
    execute: unique([Deno.execPath(), ...LOADERS]),
    bind: [],
    connect: remote ? FETCH_PORTS : [],
    openings: { net: remote ? "all" : "none", run: false, write: true },
    memory,
    largestFile: LARGEST_FILE,
    runFolder,
    environment: { ...Deno.env.toObject(), NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  };
}

/** The system's loaders of programs, which start with each program that they load. */
const LOADERS = [
  "/lib64/ld-linux-x86-64.so.2",
  "/lib/ld-linux-aarch64.so.1",
  "/lib/ld-musl-x86_64.so.1",
  "/lib/ld-musl-aarch64.so.1",
];
