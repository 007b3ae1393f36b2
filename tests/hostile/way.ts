/** One way out of the sandbox, as a cell tries it. */
export interface Way {
  /** What is tried, in a line. */
  readonly name: string;
  /** What stops it: the row of docs/sandbox.md. */
  readonly wall: string;
  /** An expression, awaited: "DONE…" or any value says that it went through; an error, -1 or "refused" that it did not. */
  readonly code: string;
}

/** What cells may count on: places of this machine that are none of theirs. */
export interface Places {
  /** A folder outside of the project, readable and writable by the user. */
  readonly outside: string;
  /** A file in it, with text in it. */
  readonly secret: string;
  /** The project's folder. */
  readonly project: string;
  /** The C library. */
  readonly libc: string;
  /** The runner's process. */
  readonly runner: number;
  /** A TCP port on which somebody listens on this machine. */
  readonly port: number;
}

/** The cell that tries a way and prints what came of it. */
export function cellOf({ name, code }: Way): string {
  return `try {
  const result = await (${code});
  const refused = result === undefined || Number(result) === -1 || String(result).startsWith("refused");
  console.log(refused ? "held" : "ESCAPED " + ${
    JSON.stringify(name)
  } + ": " + String(result).slice(0, 200));
} catch (error) {
  console.log("held " + (error as Error).name);
}`;
}
