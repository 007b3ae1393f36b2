import { assert, assertEquals } from "@std/assert";
import { cellsFilter, type Openings, startFilter } from "../../../lib/notebook/sandbox/seccomp.ts";
import { verdict } from "./verdict.ts";
import { FILE_ATTRIBUTES, NEVER, numberOf } from "../../../lib/notebook/sandbox/syscalls.ts";

/** Numbers as Linux's headers have them (tests/golden/system_calls.py). */
const golden = new Map(
  Deno.readTextFileSync(new URL("../../golden/system_calls.csv", import.meta.url)).trim()
    .split("\n").slice(1).map((line) => {
      const [name, ...numbers] = line.split(",");
      return [name!, numbers.map((number) => number === "" ? null : Number(number))] as const;
    }),
);

/** The other calls that the filters judge. */
const JUDGED = [
  ...["bind", "capget", "capset", "clone", "clone3", "close_range", "connect", "execve"],
  ...["execveat", "fcntl", "flock", "fork", "ioctl", "kill", "landlock_add_rule"],
  ...["landlock_create_ruleset", "landlock_restrict_self", "listen", "prctl", "prlimit64"],
  ...["rt_sigqueueinfo", "rt_tgsigqueueinfo", "seccomp", "setpgid", "setrlimit", "setsid"],
  ...["socket", "socketpair", "tgkill", "tkill", "vfork"],
] as const;

/** Calls of Linux 6.6 and later, which those headers are older than: one number on every processor. */
const NEWER: Readonly<Record<string, number[]>> = {
  fchmodat2: [452, 452],
  setxattrat: [463, 463],
  removexattrat: [466, 466],
};

Deno.test("every system call has the number that Linux's headers give it on both processors", () => {
  assert(NEVER.length > 60 && FILE_ATTRIBUTES.length > 5);
  for (const name of [...NEVER, ...JUDGED]) {
    const known = golden.get(name) ?? NEWER[name];
    assertEquals([numberOf(name, "x86_64"), numberOf(name, "aarch64")], known, name);
  }
});

const [ALLOWED, REFUSED] = [0x7fff0000, 0x00050001];
const [SOCKET, INTERNET, STREAM, DATAGRAM] = [41, 2, 1, 2];

Deno.test("cells with net may send datagrams, with an address connect, and without have no socket; none has a raw one", () => {
  const answer = (net: Openings["net"], type: number, protocol = 0) =>
    verdict(
      cellsFilter("x86_64", { net, run: false, write: false }),
      SOCKET,
      [INTERNET, type, protocol],
    );
  assertEquals([answer("all", STREAM), answer("all", DATAGRAM), answer("all", 3)], [
    ALLOWED,
    ALLOWED,
    REFUSED,
  ]);
  assertEquals([answer("all", STREAM, 6), answer("all", STREAM, 262)], [ALLOWED, REFUSED]);
  assertEquals([answer("outgoing", STREAM), answer("outgoing", DATAGRAM)], [ALLOWED, REFUSED]);
  assertEquals([answer("none", STREAM), answer("none", DATAGRAM)], [REFUSED, REFUSED]);
  const [CONNECT, BIND, LISTEN] = [42, 49, 50];
  const asked = (net: Openings["net"]) =>
    [CONNECT, BIND, LISTEN].map((call) =>
      verdict(cellsFilter("x86_64", { net, run: false, write: false }), call, [3, 0, 16])
    );
  assertEquals(asked("none"), [REFUSED, REFUSED, REFUSED]);
  assertEquals(asked("outgoing"), [ALLOWED, REFUSED, REFUSED]);
  assertEquals(asked("all"), [ALLOWED, ALLOWED, ALLOWED]);
});

Deno.test("a kernel starts with local sockets and streams, and with datagrams where it may have net", () => {
  const answer = (net: Openings["net"], family: number, type: number) =>
    verdict(
      startFilter("x86_64", 7, { net, run: false, write: false }),
      SOCKET,
      [family, type, 0],
    );
  const [LOCAL, NETLINK] = [1, 16];
  assertEquals([answer("none", LOCAL, STREAM), answer("none", INTERNET, STREAM)], [
    ALLOWED,
    ALLOWED,
  ]);
  for (const net of ["none", "outgoing"] as const) {
    assertEquals(answer(net, INTERNET, DATAGRAM), REFUSED);
  }
  assertEquals(answer("all", INTERNET, DATAGRAM), ALLOWED);
  assertEquals(answer("all", NETLINK, DATAGRAM), REFUSED);
});
