/** The few functions of the system's C library that the launcher calls. */

const SYMBOLS = {
  syscall: { parameters: ["i64", "i64", "i64", "i64", "i64", "i64"], result: "i64" },
  execve: { parameters: ["buffer", "buffer", "buffer"], result: "i32" },
  __errno_location: { parameters: [], result: "pointer" },
} as const;

/** Opened once by the launcher. */
export interface LibC {
  /** Makes a system call; throws an error that says `what` was tried when it fails. */
  call(
    what: string,
    number: number,
    ...args: Array<number | bigint | Uint8Array<ArrayBuffer>>
  ): bigint;
  /** The same, returning -1n where it fails. */
  attempt(number: number, ...args: Array<number | bigint | Uint8Array<ArrayBuffer>>): bigint;
  /** Becomes another program; returns only to throw. */
  become(command: readonly string[], environment: Readonly<Record<string, string>>): never;
}

/** A text as C wants it. */
export const cText = (value: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(value + "\0");

const address = (bytes: Uint8Array<ArrayBuffer>): bigint =>
  BigInt(Deno.UnsafePointer.value(Deno.UnsafePointer.of(bytes)));

/** The address of bytes, for a structure that holds it; the caller keeps the bytes alive. */
export const addressOf = address;

/** Opens the C library: glibc's name first, then musl's. */
export function openLibC(): LibC {
  const name = ["libc.so.6", `libc.musl-${Deno.build.arch}.so.1`].find((name) => {
    try {
      Deno.dlopen(name, {}).close();
      return true;
    } catch {
      return false;
    }
  });
  if (name === undefined) throw new Error("Cannot find the C library: tried libc.so.6 and musl's");
  const { symbols } = Deno.dlopen(name, SYMBOLS);
  const errno = () => new Deno.UnsafePointerView(symbols.__errno_location()!).getInt32();
  const attempt: LibC["attempt"] = (number, ...args) => {
    const values = args.map((arg) =>
      typeof arg === "number" ? BigInt(arg) : typeof arg === "bigint" ? arg : address(arg)
    );
    const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n] = values;
    return BigInt(symbols.syscall(BigInt(number), a, b, c, d, e));
  };
  return {
    attempt,
    call(what, number, ...args) {
      const result = attempt(number, ...args);
      if (result < 0n) throw new Error(`Cannot ${what}: error ${errno()} of the system`);
      return result;
    },
    become(command, environment) {
      const kept: Uint8Array<ArrayBuffer>[] = [];
      const pointers = (texts: readonly string[]) => {
        const bytes = texts.map(cText);
        kept.push(...bytes);
        return new Uint8Array(new BigUint64Array([...bytes.map(address), 0n]).buffer);
      };
      symbols.execve(
        cText(command[0] ?? ""),
        pointers(command),
        pointers(Object.entries(environment).map(([name, value]) => `${name}=${value}`)),
      );
      throw new Error(`Cannot start ${command[0]}: error ${errno()} of the system`);
    },
  };
}
