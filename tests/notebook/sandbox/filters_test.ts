/**
 * What the filters answer to each call that they judge, by its arguments. Values are those of Linux's
 * headers for x86_64: fcntl.h, ioctls.h, sched.h, socket.h, prctl.h.
 */
import { assertEquals } from "@std/assert";
import { cellsFilter, type Openings, startFilter } from "../../../lib/notebook/sandbox/seccomp.ts";
import {
  FILE_ATTRIBUTES,
  NEVER,
  numberOf,
  type SystemCall,
} from "../../../lib/notebook/sandbox/syscalls.ts";
import { verdict } from "./verdict.ts";

const WORDS: Readonly<Record<number, string>> = {
  0x7fff0000: "allowed",
  0x00050001: "EPERM",
  0x00050026: "ENOSYS",
};
const PID = 4711;
const OPENINGS: Openings = { net: "none", run: false, write: false };
type Arguments = readonly (number | bigint)[];

const start = (name: SystemCall, args: Arguments = [], openings: Partial<Openings> = {}) =>
  WORDS[
    verdict(
      startFilter("x86_64", PID, { ...OPENINGS, ...openings }),
      numberOf(name, "x86_64")!,
      args,
    )
  ];
const cells = (name: SystemCall, args: Arguments = [], openings: Partial<Openings> = {}) =>
  WORDS[
    verdict(cellsFilter("x86_64", { ...OPENINGS, ...openings }), numberOf(name, "x86_64")!, args)
  ];

Deno.test("fcntl() may not have others signaled, keep them from a file or be told of a folder", () => {
  const refused = { SETOWN: 8, SETSIG: 10, SETOWN_EX: 15, SETLEASE: 1024, NOTIFY: 1026 };
  const allowed = {
    ...{ DUPFD: 0, GETFD: 1, SETFD: 2, GETFL: 3, SETFL: 4, GETLK: 5, SETLK: 6, SETLKW: 7 },
    ...{ GETOWN: 9, GETSIG: 11, GETOWN_EX: 16, GETLEASE: 1025, DUPFD_CLOEXEC: 1030 },
  };
  for (const [name, way] of Object.entries(refused)) {
    assertEquals(start("fcntl", [3, way, 1]), "EPERM", name);
  }
  for (const [name, way] of Object.entries(allowed)) {
    assertEquals(start("fcntl", [3, way, 1]), "allowed", name);
  }
});

Deno.test("ioctl() may ask how much waits and what a terminal is, and nothing else", () => {
  const allowed = {
    ...{ FIONREAD: 0x541b, FIONBIO: 0x5421, FIONCLEX: 0x5450, FIOCLEX: 0x5451 },
    ...{ TCGETS: 0x5401, TCGETS2: 0x802c542a, TIOCGWINSZ: 0x5413 },
  };
  const refused = {
    ...{ TIOCSTI: 0x5412, TIOCSPGRP: 0x5410, TIOCSWINSZ: 0x5414, TCSETS: 0x5402, FIOASYNC: 0x5452 },
    ...{
      FS_IOC_SETFLAGS: 0x40086602,
      FIFREEZE: 0xc0045877,
      TIOCLINUX: 0x541c,
      FICLONE: 0x40049409,
    },
  };
  for (const [name, command] of Object.entries(allowed)) {
    assertEquals(start("ioctl", [0, command]), "allowed", name);
  }
  for (const [name, command] of Object.entries(refused)) {
    assertEquals(start("ioctl", [0, command]), "EPERM", name);
  }
});

Deno.test("clone() makes threads, processes only where programs may run, and never a namespace", () => {
  const THREAD = 0x3d0f00;
  const NAMESPACES = {
    ...{ NEWTIME: 0x80, NEWNS: 0x20000, NEWCGROUP: 0x2000000, NEWUTS: 0x4000000 },
    ...{ NEWIPC: 0x8000000, NEWUSER: 0x10000000, NEWPID: 0x20000000, NEWNET: 0x40000000 },
  };
  assertEquals(start("clone", [THREAD]), "allowed");
  assertEquals(start("clone", [17]), "EPERM");
  assertEquals(start("clone", [17], { run: true }), "allowed");
  assertEquals(start("clone", [THREAD], { run: true }), "allowed");
  for (const [name, flag] of Object.entries(NAMESPACES)) {
    for (const run of [false, true]) {
      assertEquals(start("clone", [THREAD | flag], { run }), "EPERM", name);
      assertEquals(start("clone", [17 | flag], { run }), "EPERM", name);
    }
  }
  // Libraries fall back to clone() where clone3() is not there.
  assertEquals([start("clone3"), start("clone3", [], { run: true })], ["ENOSYS", "ENOSYS"]);
});

const CLOEXEC = 0o2000000;
const NONBLOCK = 0o4000;

Deno.test("a pair of sockets is local and of streams or packets in sequence, with whatever flags", () => {
  const pair = (family: number, type: number) => start("socketpair", [family, type, 0]);
  assertEquals([pair(1, 1), pair(1, 5)], ["allowed", "allowed"]);
  assertEquals([pair(1, 1 | CLOEXEC | NONBLOCK), pair(1, 5 | CLOEXEC)], ["allowed", "allowed"]);
  assertEquals([pair(1, 2), pair(1, 3), pair(1, 2 | CLOEXEC)], ["EPERM", "EPERM", "EPERM"]);
  assertEquals([pair(2, 1), pair(0, 1), pair(16, 5)], ["EPERM", "EPERM", "EPERM"]);
});

Deno.test("a socket is of the internet's two families, a stream or a datagram, by TCP or UDP", () => {
  const socket = (family: number, type: number, protocol = 0, net: Openings["net"] = "all") =>
    cells("socket", [family, type, protocol], { net });
  for (const family of [2, 10]) {
    for (const flags of [0, CLOEXEC, CLOEXEC | NONBLOCK]) {
      assertEquals(socket(family, 1 | flags), "allowed");
      assertEquals(socket(family, 2 | flags), "allowed");
      assertEquals(socket(family, 1 | flags, 6, "outgoing"), "allowed");
      assertEquals(socket(family, 2 | flags, 17, "outgoing"), "EPERM");
    }
    assertEquals([socket(family, 2, 17), socket(family, 1, 6)], ["allowed", "allowed"]);
    // SCTP, MPTCP, ICMP by a raw socket, a sequence of packets.
    assertEquals([socket(family, 1, 132), socket(family, 1, 262)], ["EPERM", "EPERM"]);
    assertEquals([socket(family, 3, 1), socket(family, 5), socket(family, 4)], [
      "EPERM",
      "EPERM",
      "EPERM",
    ]);
  }
  // Local ones are for the kernel's start alone; netlink, packets and vsock are for nobody.
  assertEquals([socket(1, 1), start("socket", [1, 1, 0]), start("socket", [1, 2, 0])], [
    "EPERM",
    "allowed",
    "allowed",
  ]);
  for (const family of [0, 3, 9, 11, 16, 17, 40]) {
    assertEquals([socket(family, 1), start("socket", [family, 1, 0])], ["EPERM", "EPERM"]);
  }
  assertEquals(cells("socket", [2, 1, 0]), "EPERM");
});

Deno.test("signals reach the kernel itself, and others only where programs may run", () => {
  for (const name of ["kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"] as const) {
    assertEquals(
      [PID, PID + 1, 0, 1].map((pid) => start(name, [pid, 9])),
      ["allowed", "EPERM", "EPERM", "EPERM"],
      name,
    );
    assertEquals(start(name, [1, 9], { run: true }), "allowed", name);
  }
  for (const name of ["fork", "vfork", "tkill"] as const) {
    assertEquals([start(name), start(name, [], { run: true })], ["EPERM", "allowed"], name);
  }
  for (const name of ["setsid", "setpgid"] as const) {
    assertEquals([start(name), start(name, [], { run: true })], ["EPERM", "EPERM"], name);
  }
});

Deno.test("limits are set of the kernel alone, and of nobody once cells run", () => {
  assertEquals(
    [0, PID, PID - 1, 1].map((pid) => start("prlimit64", [pid, 7, 1])),
    ["allowed", "allowed", "EPERM", "EPERM"],
  );
  const set = (pointer: bigint) => cells("prlimit64", [0, 7, pointer]);
  assertEquals([set(0n), set(1n), set(1n << 32n), set(0xffff_0000_0000_1000n)], [
    "allowed",
    "EPERM",
    "EPERM",
    "EPERM",
  ]);
  for (const name of ["setrlimit", "capset"] as const) {
    assertEquals([start(name), cells(name), cells(name, [], { run: true })], [
      "allowed",
      "EPERM",
      "EPERM",
    ], name);
  }
});

Deno.test("the runner's end stays the kernel's: of prctl() only that signal is refused", () => {
  assertEquals([1, 0, 2, 15, 38].map((option) => cells("prctl", [option])), [
    "EPERM",
    ...Array(4).fill("allowed"),
  ]);
});

Deno.test("programs start where they may run, and files are locked where they may be written, too", () => {
  for (const name of ["execve", "execveat"] as const) {
    assertEquals([start(name), cells(name), cells(name, [], { run: true })], [
      "allowed",
      "EPERM",
      "allowed",
    ], name);
  }
  assertEquals(
    [{}, { run: true }, { write: true }].map((openings) => cells("flock", [3, 2], openings)),
    ["EPERM", "allowed", "allowed"],
  );
});

Deno.test("what no notebook needs is always refused, modes and owners where nothing may be written", () => {
  for (const name of NEVER) {
    const open = FILE_ATTRIBUTES.includes(name as typeof FILE_ATTRIBUTES[number]);
    if (numberOf(name, "x86_64") === null) continue;
    assertEquals(start(name), "EPERM", name);
    assertEquals(start(name, [], { write: true }), open ? "allowed" : "EPERM", name);
  }
});

Deno.test("what the filters don't judge is allowed; another processor's numbers are not", () => {
  for (const filter of [startFilter("x86_64", PID, OPENINGS), cellsFilter("x86_64", OPENINGS)]) {
    // read(), mmap(), and the highest number that is not of the second set.
    for (const call of [0, 9, 0x3fffffff]) assertEquals(WORDS[verdict(filter, call)], "allowed");
    for (const call of [0x40000000, 0x40000001, 0x7fffffff]) {
      assertEquals(WORDS[verdict(filter, call)], "ENOSYS");
    }
    for (const architecture of [0x40000003, 0xc00000b7, 0]) {
      assertEquals(WORDS[verdict(filter, 0, [], architecture)], "EPERM");
    }
  }
  const arm = cellsFilter("aarch64", OPENINGS);
  const ARM = 0xc00000b7;
  assertEquals(WORDS[verdict(arm, 63, [], ARM)], "allowed");
  assertEquals(WORDS[verdict(arm, numberOf("execve", "aarch64")!, [], ARM)], "EPERM");
  assertEquals(WORDS[verdict(arm, 63)], "EPERM");
  // That processor has one set of calls only.
  assertEquals(WORDS[verdict(arm, 0x40000000, [], ARM)], "allowed");
});
