/**
 * Filters of system calls as Linux runs them: programs of the classic Berkeley packet filter
 * (https://docs.kernel.org/userspace-api/seccomp_filter.html).
 */
import {
  type Architecture,
  FILE_ATTRIBUTES,
  NEVER,
  numberOf,
  type SystemCall,
} from "./syscalls.ts";

/** What the filters leave open. */
export interface Openings {
  /** Sockets of the internet, once the cells run: none, TCP connections to others, or all. */
  readonly net: "none" | "outgoing" | "all";
  /** Other programs and the signals that they need. */
  readonly run: boolean;
  /** Modes, owners, times of files, wherever the rules for files do not forbid it. */
  readonly write: boolean;
}

/** One instruction: code, jump if true, jump if not, operand. */
type Instruction = readonly [code: number, yes: number, no: number, operand: number];

const LOAD = 0x20;
const EQUAL = 0x15;
const AT_LEAST = 0x35;
const ANY_BIT = 0x45;
const AND = 0x54;
const RETURN = 0x06;

const ALLOW: Instruction = [RETURN, 0, 0, 0x7fff0000];
const EPERM: Instruction = [RETURN, 0, 0, 0x00050000 | 1];
const ENOSYS: Instruction = [RETURN, 0, 0, 0x00050000 | 38];

/** Where `struct seccomp_data` holds the number, the architecture and the arguments' halves. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const low = (argument: number): Instruction => [LOAD, 0, 0, 16 + 8 * argument];
const high = (argument: number): Instruction => [LOAD, 0, 0, 20 + 8 * argument];

const AUDIT = { x86_64: 0xc000003e, aarch64: 0xc00000b7 } as const;
/** Numbers from here on are x86_64's second, 32-bit set of the same calls. */
const X32 = 0x40000000;

const CLONE_THREAD = 0x10000;
/** Every flag of clone() that makes a namespace. */
const CLONE_NAMESPACES = 0x7e020080;
const AF_UNIX = 1;
const STREAM = 1;
const PACKETS_IN_SEQUENCE = 5;
const SET_PARENT_DEATH_SIGNAL = 1;

/**
 * Commands that a program gives to what it has open: how many bytes wait, whether to wait, whether
 * to hand it on, whether it is a terminal and how large. The rest can type into a terminal, change
 * a file's flags through a descriptor that may only read, or freeze a disk.
 */
const COMMANDS = [0x541b, 0x5421, 0x5450, 0x5451, 0x5401, 0x802c542a, 0x5413] as const;
/** Ways of fcntl() to have others signaled, to keep others from a file, to be told of a folder. */
const REACHING_OUT = [8, 10, 15, 1024, 1026] as const;

/** Jumps to the refusal that stands behind the next one where a value is as it may be. */
const onlyIf = (load: Instruction, operand: number): Instruction[] => [
  load,
  [EQUAL, 1, 0, operand],
  EPERM,
];

/** The call is allowed where a value is one of these. */
const oneOf = (load: Instruction, values: readonly number[]): Instruction[] => [
  load,
  ...values.map((value, i) => [EQUAL, values.length - i, 0, value] as const),
  EPERM,
  ALLOW,
];

/** The call is allowed where a value is none of these. */
const noneOf = (load: Instruction, values: readonly number[]): Instruction[] => [
  load,
  ...values.map((value, i) => [EQUAL, values.length - i, 0, value] as const),
  ALLOW,
  EPERM,
];

/** Two ends of one connection: datagrams could be sent from there to anybody's socket by its path. */
const PAIR_RULE: readonly Instruction[] = [
  ...onlyIf(low(0), AF_UNIX),
  low(1),
  [AND, 0, 0, 0xf],
  [EQUAL, 2, 0, STREAM],
  [EQUAL, 1, 0, PACKETS_IN_SEQUENCE],
  EPERM,
  ALLOW,
];

/** Streams of the internet, and datagrams where `datagrams`; `unix`: local ones, too. */
function socketRule(unix: boolean, datagrams: boolean): Instruction[] {
  const types = datagrams ? 2 : 1;
  return [
    low(0),
    [EQUAL, 0, 1, AF_UNIX],
    unix ? ALLOW : EPERM,
    [EQUAL, 2, 0, 2],
    [EQUAL, 1, 0, 10],
    EPERM,
    low(1),
    [AND, 0, 0, 0xf],
    [EQUAL, 2, 0, 1],
    [EQUAL, 1, 0, types],
    EPERM,
    // The default protocol of the type, TCP or UDP by name: not MPTCP, which has its own rules.
    low(2),
    [EQUAL, 3, 0, 0],
    [EQUAL, 2, 0, 6],
    [EQUAL, 1, 0, 17],
    EPERM,
    ALLOW,
  ];
}

/** A program's bytes: refused calls first, then those that are judged by their arguments. */
function assemble(
  architecture: Architecture,
  refused: readonly SystemCall[],
  judged: ReadonlyArray<readonly [SystemCall, readonly Instruction[]]>,
): Uint8Array<ArrayBuffer> {
  const program: Instruction[] = [
    [LOAD, 0, 0, ARCHITECTURE],
    [EQUAL, 1, 0, AUDIT[architecture]],
    EPERM,
    [LOAD, 0, 0, NUMBER],
  ];
  if (architecture === "x86_64") program.push([AT_LEAST, 0, 1, X32], ENOSYS);
  for (const name of refused) {
    const number = numberOf(name, architecture);
    if (number !== null) program.push([EQUAL, 0, 1, number], EPERM);
  }
  for (const [name, rule] of judged) {
    const number = numberOf(name, architecture);
    if (number !== null) program.push([EQUAL, 0, rule.length, number], ...rule);
  }
  program.push(ALLOW);
  const bytes = new DataView(new ArrayBuffer(8 * program.length));
  program.forEach(([code, yes, no, operand], i) => {
    bytes.setUint16(8 * i, code, true);
    bytes.setUint8(8 * i + 2, yes);
    bytes.setUint8(8 * i + 3, no);
    bytes.setUint32(8 * i + 4, operand, true);
  });
  return new Uint8Array(bytes.buffer);
}

const without = (names: readonly SystemCall[], left: readonly SystemCall[]) =>
  names.filter((name) => !left.includes(name));

/**
 * The filter under which a kernel starts. It may make what its own start takes (its ports, the
 * broker's socket, threads), and becomes the program; datagrams, raw and netlink sockets, other
 * processes and what Landlock does not know of files are refused from the first moment.
 *
 * @param pid The kernel's own process, which may signal itself.
 */
export function startFilter(
  architecture: Architecture,
  pid: number,
  { net, run, write }: Openings,
): Uint8Array<ArrayBuffer> {
  const itself = onlyIf(low(0), pid);
  const signals: SystemCall[] = ["kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"];
  return assemble(
    architecture,
    [
      ...(write ? without(NEVER, FILE_ATTRIBUTES) : NEVER),
      "setsid",
      "setpgid",
      ...(run ? [] : ["fork", "vfork", "tkill"] as const),
    ],
    [
      // Its flags lie in memory, where no filter can look: libraries fall back to clone().
      ["clone3", [ENOSYS]],
      ["clone", [
        low(0),
        [ANY_BIT, 0, 1, CLONE_NAMESPACES],
        EPERM,
        ...(run ? [ALLOW] : [[ANY_BIT, 1, 0, CLONE_THREAD], EPERM, ALLOW] as Instruction[]),
      ]],
      ["socket", socketRule(true, net === "all")],
      ["socketpair", PAIR_RULE],
      ["ioctl", oneOf(low(1), COMMANDS)],
      ["fcntl", noneOf(low(1), REACHING_OUT)],
      ...(run ? [] : signals.map((name) => [name, [...itself, ALLOW]] as const)),
      // Limits of others; its own may still be set by the program's start.
      ["prlimit64", [low(0), [EQUAL, 2, 0, 0], [EQUAL, 1, 0, pid], EPERM, ALLOW]],
    ],
  );
}

/**
 * The filter that all of a kernel's threads get before the first cell: no further socket, no
 * further connection or port, no program, no new limits; the runner's end stays the kernel's end.
 */
export function cellsFilter(
  architecture: Architecture,
  { net, run, write }: Openings,
): Uint8Array<ArrayBuffer> {
  return assemble(
    architecture,
    [
      "setrlimit",
      "capset",
      // A lock on a file that may only be read keeps other programs waiting.
      ...(run || write ? [] : ["flock"] as const),
      ...(net === "all" ? [] : ["bind", "listen"] as const),
      ...(net === "none" ? ["socket", "connect"] as const : []),
      ...(run ? [] : ["execve", "execveat"] as const),
    ],
    [
      ...(net === "none" ? [] : [["socket", socketRule(false, net === "all")] as const]),
      ["prlimit64", [...onlyIf(low(2), 0), ...onlyIf(high(2), 0), ALLOW]],
      ["prctl", [low(0), [EQUAL, 0, 1, SET_PARENT_DEATH_SIGNAL], EPERM, ALLOW]],
    ],
  );
}
