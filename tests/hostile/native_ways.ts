/** Ways out through native code: the notebook was given `ffi`, so that nothing but the system's wall is left. */
import type { Places, Way } from "./way.ts";

const FILES = "Landlock: files";
const CALLS = "seccomp: system calls";
const SOCKETS = "seccomp: sockets";
const PROGRAMS = "seccomp: programs";
const PROCESSES = "seccomp and Landlock: other processes";

/** The first cell: the C library's functions, and system calls by number. */
export function nativeSetup({ libc }: Places): string {
  return `const lib = Deno.dlopen(${JSON.stringify(libc)}, {
  syscall: { parameters: ["i64", "i64", "i64", "i64", "i64", "i64", "i64"], result: "i64" },
  system: { parameters: ["buffer"], result: "i32" },
  posix_spawn: { parameters: ["buffer", "buffer", "pointer", "pointer", "buffer", "buffer"], result: "i32" },
  __errno_location: { parameters: [], result: "pointer" },
}).symbols;
const kept: Uint8Array[] = [];
const at = (bytes: Uint8Array<ArrayBuffer>) => { kept.push(bytes); return BigInt(Deno.UnsafePointer.value(Deno.UnsafePointer.of(bytes))); };
const c = (text: string) => at(new TextEncoder().encode(text + "\\0") as Uint8Array<ArrayBuffer>);
const call = (number: number, ...args: Array<number | bigint>) => {
  const [a = 0n, b = 0n, d = 0n, e = 0n, f = 0n, g = 0n] = args.map(BigInt);
  return Number(lib.syscall(BigInt(number), a, b, d, e, f, g));
};
const errno = () => new Deno.UnsafePointerView(lib.__errno_location()!).getInt32();
const arm = Deno.build.arch === "aarch64";
const nr = (x86: number, other: number) => arm ? other : x86;
const HERE = -100;
const open = (path: string, flags = 0) => call(nr(257, 56), HERE, c(path), flags, 0o600);
const own = Deno.env.get("TMPDIR")!;
// Calls whose arguments make them harmless fail in any case: what counts is that the filter did it.
const filtered = (result: number) => result === -1 && errno() === 1 ? "refused" : "DONE";
const numbers = (...values: number[]) => at(new Uint8Array(new BigUint64Array(values.map(BigInt)).buffer));
// Both ends of a pipe or of a pair of sockets: the first of them, or -1.
const pair = (number: number, ...args: number[]) => {
  const ends = new Uint8Array(8);
  const result = call(number, ...args, at(ends));
  return result < 0 ? -1 : new DataView(ends.buffer).getInt32(0, true);
};
const address = (port: number) => at(new Uint8Array([2, 0, port >> 8, port & 255, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]));`;
}

/** The ways, each an expression over what the first cell made. */
export function nativeWays({ outside, secret, project, runner, port }: Places): Way[] {
  const way = (wall: string) => (name: string, code: string): Way => ({ name, wall, code });
  const file = way(FILES);
  const calls = way(CALLS);
  const socket = way(SOCKETS);
  const program = way(PROGRAMS);
  const process = way(PROCESSES);
  const q = JSON.stringify;
  return [
    program(
      "system() of the C library",
      `(lib.system(new TextEncoder().encode("id > ${outside}/system\\0")) === 0 ? "DONE" : "refused")`,
    ),
    program(
      "posix_spawn()",
      `lib.posix_spawn(new Uint8Array(8), new TextEncoder().encode("/bin/true\\0"), null, null, new Uint8Array(16), new Uint8Array(8)) === 0 ? "DONE" : "refused"`,
    ),
    program("execve()", `call(nr(59, 221), c("/bin/true"), numbers(0), numbers(0))`),
    program(
      "execveat() of a file in memory",
      `call(nr(322, 281), call(nr(319, 279), c("m"), 0), c(""), numbers(0), numbers(0), 0x1000)`,
    ),
    program("fork()", `arm ? -1 : call(57)`),
    program("vfork()", `arm ? -1 : call(58)`),
    program("clone() of a process", `call(nr(56, 220), 17)`),
    program("clone3() of a process", `call(435, numbers(0, 0, 0, 0, 17, 0, 0, 0), 64)`),
    file("open() of the machine's password file", `open("/etc/passwd")`),
    file("open() of a file outside", `open(${q(secret)})`),
    file("open() of the user's home", `open(${q(Deno.env.get("HOME") ?? "/root")}, 0x10000)`),
    file("open() of the project's .git", `open(${q(project + "/.git/config")})`),
    file("open() of the runner's notes", `open(${q(project + "/.tallybook/note")})`),
    file("creat() of a file outside", `open(${q(outside + "/created")}, 0x41)`),
    file("open() of the project's own file for writing", `open(${q(project + "/deno.json")}, 1)`),
    file(
      "truncate() of the project's file",
      `call(nr(76, 45), c(${q(project + "/deno.json")}), 0)`,
    ),
    file(
      "unlink() of the project's file",
      `call(nr(263, 35), HERE, c(${q(project + "/deno.json")}), 0)`,
    ),
    file(
      "rename() out of the project",
      `call(nr(264, 38), HERE, c(${q(project + "/deno.json")}), HERE, c(own + "/moved"))`,
    ),
    file("mkdir() outside", `call(nr(258, 34), HERE, c(${q(outside + "/folder")}), 0o700)`),
    file(
      "a hard link to a file outside",
      `call(nr(265, 37), HERE, c(${
        q(secret)
      }), HERE, c(own + "/hard"), 0) === 0 ? open(own + "/hard") : -1`,
    ),
    file(
      "a symbolic link to a file outside",
      `(call(nr(266, 36), c(${q(secret)}), HERE, c(own + "/soft")), open(own + "/soft"))`,
    ),
    file("the way up through /proc/self/root", `open("/proc/self/root" + ${q(secret)})`),
    file(
      "the way up through /proc/self/cwd",
      `open("/proc/self/cwd/../../../../../../" + ${q(secret)})`,
    ),
    file(
      "a file that was written and made a program",
      `(open(own + "/program", 0x41), call(nr(59, 221), c(own + "/program"), numbers(0), numbers(0)))`,
    ),
    file(
      "the user's cache of compiled modules, for the next run",
      `open(${q(realCache() + "/gen/planted")}, 0x41)`,
    ),
    file("the user's packages, for the next run", `open(${q(realCache() + "/npm/planted")}, 0x41)`),
    file("memory as a file: /dev/shm", `open("/dev/shm/tallybook", 0x42)`),
    file("its own memory by /proc", `open("/proc/self/mem", 2)`),
    file("the terminal", `open("/dev/tty", 2)`),
    file("the machine's memory", `open("/dev/mem")`),
    file("the kernel's settings", `open("/proc/sys/kernel/core_pattern", 1)`),
    calls(
      "chmod() of the project's file",
      `arm ? call(53, HERE, c(${q(project + "/deno.json")}), 0o777) : call(90, c(${
        q(project + "/deno.json")
      }), 0o777)`,
    ),
    calls(
      "fchmod() of a file that may be read",
      `call(nr(91, 52), open(${q(project + "/deno.json")}), 0o777)`,
    ),
    calls("chown()", `call(nr(260, 54), HERE, c(${q(secret)}), 1, 1, 0)`),
    calls("utimensat() of a file outside", `call(nr(280, 88), HERE, c(${q(secret)}), 0, 0)`),
    calls(
      "setxattr() of a file outside",
      `call(nr(188, 5), c(${q(secret)}), c("user.a"), c("b"), 1, 0)`,
    ),
    calls("mknod() of a device", `call(nr(259, 33), HERE, c(own + "/disk"), 0o60600, 0x800)`),
    calls(
      "open_by_handle_at()",
      `call(nr(303, 264), HERE, c(${
        q(secret)
      }), numbers(128, ...Array(17).fill(0)), numbers(0), 0)`,
    ),
    socket("a UDP socket", `call(nr(41, 198), 2, 2, 0)`),
    socket("a TCP socket", `call(nr(41, 198), 2, 1, 0)`),
    socket("an IPv6 socket", `call(nr(41, 198), 10, 1, 0)`),
    socket("an MPTCP socket", `call(nr(41, 198), 2, 1, 262)`),
    socket("a raw socket", `call(nr(41, 198), 2, 3, 1)`),
    socket("a packet socket", `call(nr(41, 198), 17, 3, 0)`),
    socket("a netlink socket", `call(nr(41, 198), 16, 3, 0)`),
    socket("a unix socket", `call(nr(41, 198), 1, 1, 0)`),
    socket("datagrams to anybody's socket from one of a pair", `pair(nr(53, 199), 1, 2, 0)`),
    socket("a virtual machine's socket", `call(nr(41, 198), 40, 1, 0)`),
    socket("the kernel's cipher socket", `call(nr(41, 198), 38, 5, 0)`),
    socket(
      "a connection on a socket that is open already",
      `Array.from({ length: 200 }, (_, fd) => call(nr(42, 203), fd, address(${port}), 16)).some((it) => it === 0) ? "DONE" : "refused"`,
    ),
    socket(
      "a port on a socket that is open already",
      `Array.from({ length: 200 }, (_, fd) => call(nr(49, 200), fd, address(0), 16)).some((it) => it === 0) ? "DONE" : "refused"`,
    ),
    process("kill() of the runner", `call(nr(62, 129), ${runner}, 0)`),
    process("kill() of everything", `call(nr(62, 129), -1, 0)`),
    process("tgkill() of the runner", `call(nr(234, 131), ${runner}, ${runner}, 0)`),
    process("tkill() of the runner", `call(nr(200, 130), ${runner}, 0)`),
    process(
      "a queued signal to the runner",
      `call(nr(129, 138), ${runner}, 0, numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))`,
    ),
    process("a handle on the runner", `call(434, ${runner}, 0)`),
    process("ptrace() of the runner", `call(nr(101, 117), 16, ${runner}, 0, 0)`),
    process(
      "the runner's memory by process_vm_readv()",
      `call(nr(310, 270), ${runner}, numbers(0, 0), 1, numbers(4194304, 8), 1, 0)`,
    ),
    process("the runner's memory by /proc", `open("/proc/${runner}/mem")`),
    process("the runner's environment by /proc", `open("/proc/${runner}/environ")`),
    process("the runner's open files by /proc", `open("/proc/${runner}/fd", 0x10000)`),
    process("the runner's namespaces", `call(nr(308, 268), open("/proc/${runner}/ns/mnt"), 0)`),
    process("the runner's limits", `call(nr(302, 261), ${runner}, 7, 0, numbers(0, 0))`),
    process("the runner's priority", `call(nr(141, 140), 0, ${runner}, 19)`),
    process(
      "signals to the runner for what happens in a pipe: F_SETOWN",
      `filtered(call(nr(72, 25), pair(nr(293, 59)), 8, ${runner}))`,
    ),
    process("any signal for it: F_SETSIG", `filtered(call(nr(72, 25), pair(nr(293, 59)), 10, 9))`),
    process("another user: setuid()", `filtered(call(nr(105, 146), 65534))`),
    process(
      "more powers: capset()",
      `filtered(call(nr(126, 91), numbers(0x20080522), numbers(0, 0, 0)))`,
    ),
    process(
      "an administrator's powers, but to read",
      `(() => { const sets = new Uint8Array(24); call(nr(125, 90), numbers(0x20080522), at(sets)); return [...new Uint32Array(sets.buffer)].some((set, i) => i === 0 || i === 1 ? (set & ~6) !== 0 : set !== 0) ? "DONE" : "refused"; })()`,
    ),
    process("shared memory with other processes", `call(nr(29, 194), 7777, 4096, 0o1600)`),
    process("a queue of messages with other processes", `call(nr(68, 186), 7777, 0o1600)`),
    process("a POSIX queue", `call(nr(240, 180), c("tallybook"), 0x42, 0o600, 0)`),
    calls("io_uring, which no filter sees", `call(425, 8, numbers(...Array(16).fill(0)))`),
    calls(
      "a file's flags through what may only be read",
      `filtered(call(nr(16, 29), open(${q(project + "/deno.json")}), 0x40086602, numbers(0x40)))`,
    ),
    // The command that lets a disk go on, which does no harm where the filter has a hole.
    calls(
      "a disk that stands still",
      `filtered(call(nr(16, 29), open(own, 0x10000), 0xc0045878, 0))`,
    ),
    calls("typing into a terminal: TIOCSTI", `filtered(call(nr(16, 29), 2, 0x5412, c("x")))`),
    calls(
      "a lease that keeps writers waiting",
      `filtered(call(nr(72, 25), open(${q(project + "/deno.json")}), 1024, 0))`,
    ),
    calls(
      "a lock that keeps other programs waiting",
      `filtered(call(nr(73, 32), open(${q(project + "/deno.json")}), 6))`,
    ),
    calls("what happens in a folder outside: inotify", `filtered(call(nr(294, 26), 0))`),
    calls("memory that nobody counts: memfd_create()", `filtered(call(nr(319, 279), c("m"), 0))`),
    calls("bpf()", `call(nr(321, 280), 0, numbers(...Array(16).fill(0)), 128)`),
    calls("perf_event_open()", `call(nr(298, 241), numbers(...Array(16).fill(0)), 0, -1, -1, 0)`),
    calls("userfaultfd()", `call(nr(323, 282), 1)`),
    calls("a user namespace", `call(nr(272, 97), 0x10000000)`),
    calls("mount()", `call(nr(165, 40), c("none"), c(own), c("tmpfs"), 0, 0)`),
    calls("chroot()", `call(nr(161, 51), c(own))`),
    calls(
      "a key in the user's keyring",
      `call(nr(248, 217), c("user"), c("tallybook"), c("x"), 1, -4)`,
    ),
    calls("personality()", `call(nr(135, 92), 0xffffffff)`),
    calls("the machine's name", `filtered(call(nr(170, 161), 0, 1))`),
    calls("the machine's clock", `filtered(call(nr(227, 112), 0, 0))`),
    calls("a module of the kernel", `filtered(call(nr(175, 105), 0, 0, c("")))`),
    calls("the other set of system calls of x86_64", `arm ? -1 : call(0x40000000 + 39)`),
    calls("life after the runner: prctl()", `call(nr(157, 167), 1, 0)`),
    calls(
      "more memory than the limit: prlimit()",
      `call(nr(302, 261), 0, 2, numbers(2 ** 52, 2 ** 52), 0)`,
    ),
    file(
      "files that the runner left open",
      `Array.from({ length: 200 }, (_, fd) => { try { return Deno.readLinkSync("/proc/self/fd/" + fd); } catch { return ""; } }).find((path) => path.startsWith(${
        q(outside)
      }) || path.startsWith(${q(project)})) ?? "refused"`,
    ),
  ];
}

/** The cache of this user, where the runner's own modules lie. */
function realCache(): string {
  return Deno.env.get("DENO_DIR") ?? `${Deno.env.get("HOME")}/.cache/deno`;
}
