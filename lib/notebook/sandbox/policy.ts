import type { Openings } from "./seccomp.ts";

/** What a kernel may reach of its machine. Paths are absolute and free of symbolic links. */
export interface Policy {
  /** Files and folders, with all below, that it may read. */
  readonly read: readonly string[];
  /** Folders in which it may do anything but start a program. */
  readonly write: readonly string[];
  /** Programs, or folders of them, that it may start. */
  readonly execute: readonly string[];
  /** TCP ports on which it may listen; null for all. */
  readonly bind: readonly number[] | null;
  /** TCP ports to which it may connect; null for all. */
  readonly connect: readonly number[] | null;
  /** What the filters of system calls leave open. */
  readonly openings: Openings;
  /** MB of memory that it may hold. */
  readonly memory: number;
  /** Bytes of the largest file that it may write; null for no limit. */
  readonly largestFile: number | null;
  /** The folder of this run alone, where the socket of its broker lies. */
  readonly runFolder: string;
  /** Its whole environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The wall that keeps a kernel from everything else. */
export type WallKind = "landlock" | "bubblewrap" | "sandbox-exec" | "none";

/** What the launcher is told in a file. */
export interface LaunchOrder {
  readonly policy: Policy;
  /** Whether the launcher sets the rules for files and ports; false where another wall does. */
  readonly landlock: boolean;
  readonly command: readonly string[];
}
