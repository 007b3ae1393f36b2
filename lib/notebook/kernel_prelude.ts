import type { Deny, watchNativeCode } from "./native_watch.ts";

/** What {@linkcode prelude} is told. */
export interface PreludeOptions {
  /** The permissions to give up for good. */
  readonly revoked: readonly string[];
  /** Whether the whole network was given, not some addresses or none. */
  readonly net: boolean;
  /** The name of the global function that answers the barrier. */
  readonly barrier: string;
  /** The MIME type under which it answers. */
  readonly type: string;
  /** The folder to work in, where the kernel did not start there. */
  readonly home: string | null;
  /** Whether the notebook may load native code of its choice. */
  readonly ffi: boolean;
  /** The filter of system calls that all threads get, the call that sets it, and C's library. */
  readonly filter: {
    readonly call: number;
    readonly program: readonly number[];
    readonly library: string;
  } | null;
}

/**
 * Prepares a kernel for a notebook. It runs there, not here: its text is sent, so it may use
 * nothing from outside itself. What it leaves behind holds its own copies of everything that it
 * uses later, since a cell can overwrite all that it can reach.
 *
 * - Rejected promises and thrown errors that nobody catches, which the kernel swallows, are kept
 *   for the barrier after each cell.
 * - Native code is watched, as {@linkcode watchNativeCode} says.
 * - A kernel whose runner is gone ends.
 * - The permissions that the notebook was not granted are given up, and the system's doors closed.
 */
export async function prelude(
  options: PreludeOptions,
  watch: typeof watchNativeCode,
): Promise<void> {
  const { apply, defineProperty } = Reflect;
  const { preventDefault } = Event.prototype;
  const { dispatchEvent } = EventTarget.prototype;
  const RejectionEvent = PromiseRejectionEvent;
  const FailureEvent = ErrorEvent;
  const { stringify } = JSON;
  const { NotCapable } = Deno.errors;
  const text = String;
  const kindOfError = Error;
  const broadcast = Deno.jupyter.broadcast;
  const lock = (owner: object, name: PropertyKey, value: unknown) =>
    defineProperty(owner, name, { value, writable: false, configurable: false, enumerable: false });

  if (options.home !== null) Deno.chdir(options.home);
  // A text that grows: unlike a list, it has no method or index that a cell could have replaced.
  let uncaught = "";
  const words = (reason: unknown): string => {
    try {
      return reason instanceof kindOfError ? text(reason.stack ?? reason) : text(reason);
    } catch {
      return "Error: an error that can't be shown";
    }
  };
  const note = (reason: unknown) => {
    const before = uncaught === "" ? "" : `${uncaught},`;
    // Noted before the reason is asked for its words, which may be a cell's own code.
    uncaught = `${before}"Error: an error that can't be shown"`;
    uncaught = `${before}${stringify(words(reason))}`;
  };
  // What is refused here is told to the broker by nobody else. So many are kept.
  let denied = "";
  let denials = 0;
  const deny: Deny = (what, hint) => {
    if (denials < 100) denied = `${denied === "" ? "" : `${denied},`}${stringify(what)}`;
    denials++;
    throw new NotCapable(`Notebook has no ${what}${hint}`);
  };
  // The runtime tells this first, by its own hooks, and the notebook's listeners afterwards.
  let telling = false;
  const tell = (make: () => Event) => {
    telling = true;
    try {
      apply(dispatchEvent, globalThis, [make()]);
    } catch {
      // A listener that fails has been noted by itself.
    }
    telling = false;
  };
  type Hook = (handler: (...args: unknown[]) => boolean | void) => void;
  const { internal } = Deno as unknown as { internal: symbol };
  const internals = (Deno as unknown as Record<symbol, { core: Record<string, Hook> }>)[internal]!;
  internals.core["setUnhandledPromiseRejectionHandler"]!((promise, reason) => {
    note(reason);
    const init = { promise: promise as Promise<unknown>, reason, cancelable: true };
    tell(() => new RejectionEvent("unhandledrejection", init));
    return true;
  });
  internals.core["setReportExceptionCallback"]!((error) => {
    note(error);
    tell(() => new FailureEvent("error", { error, message: words(error), cancelable: true }));
  });
  globalThis.addEventListener("error", (event) => {
    apply(preventDefault, event, []);
    if (!telling) note(event.error);
  });
  // The kernel runs a cell's tests behind it and tells nobody: one that fails fails its cell.
  const original = Deno.test as unknown as (...args: unknown[]) => void;
  type Body = (context: Deno.TestContext) => unknown;
  const watched = (name: string, body: Body): Body => {
    const run = async (context: Deno.TestContext) => {
      let failed = false;
      const step = async (...args: unknown[]) => {
        const passed = await (context.step as (...args: unknown[]) => Promise<boolean>)(...args);
        if (!passed) failed = true;
        return passed;
      };
      try {
        await body(Object.create(context, { step: { value: step } }));
      } catch (error) {
        const told = words(error);
        const at = told.indexOf(": ");
        note({ toString: () => at < 0 ? told : `Error: Test "${name}" failed: ${told}` });
        throw error;
      }
      if (failed) note({ toString: () => `Error: Test "${name}" failed: a step of it` });
    };
    Object.defineProperty(run, "name", { value: name });
    return run;
  };
  const wrapped = (...args: unknown[]) => {
    let name = "";
    for (const arg of args) {
      if (typeof arg === "string") name = arg;
      else if (typeof arg === "function" && name === "") name = arg.name;
      else if (arg && typeof arg === "object") name = text((arg as { name?: string }).name ?? name);
    }
    const changed = args.map((arg) => {
      if (typeof arg === "function") return watched(name, arg as Body);
      const { fn } = (arg ?? {}) as { fn?: Body };
      return typeof fn === "function" ? { ...(arg as object), fn: watched(name, fn) } : arg;
    });
    return original(...changed);
  };
  Object.assign(wrapped, Deno.test, {
    only: (...args: unknown[]) => wrapped(...args),
  });
  Object.defineProperty(Deno, "test", { value: wrapped, writable: false, configurable: false });
  // What is left of the runtime's core for cells is a copy without such hooks.
  const hooks = /^__|^set\w*(?:Rejection|Exception|PromiseHooks|Macrotask|TimerInfo)/;
  const kept = Object.entries(Object.getOwnPropertyDescriptors(internals.core))
    .filter(([name]) => !hooks.test(name));
  // Nor has it the runtime's own doors to files, which its test snapshots have, and to its permissions.
  const doors = /^op_(?:test_snapshot|pledge|restore|desktop)/;
  const core = Object.defineProperties(
    {},
    Object.fromEntries(kept.map(([name, own]) => {
      if (name !== "ops") return [name, own];
      const ops = Object.entries(own.value ?? {}).filter(([op]) => !doors.test(op));
      return [name, { value: Object.fromEntries(ops) }];
    })),
  );
  lock(internals, "core", core);

  lock(globalThis, options.barrier, (token: unknown) => {
    const data = {
      [options.type]: {
        token: text(token),
        uncaught: `[${uncaught}]`,
        denied: `[${denied}]`,
        loads: native.loads,
        unlisted: native.unlisted,
      },
    };
    broadcast("display_data", { data, metadata: {}, transient: {} });
  });

  const { revoked } = options;
  const native = await watch({ net: options.net, deny, lock });

  // Who debugs its own process reads and rewrites what is hidden here.
  const promised = await import("node:inspector/promises");
  const plain = await import("node:inspector");
  for (const { Session } of [promised, plain] as Array<{ Session: { prototype: object } }>) {
    for (const method of ["connect", "connectToMainThread", "post"]) {
      lock(Session.prototype, method, () => {
        deny("access to the inspector of its own kernel", "");
      });
    }
  }

  // A runner that was killed cannot end its kernel: the kernel then sees another parent.
  const parent = Deno.ppid;
  const exit = Deno.exit;
  setInterval(() => {
    if (Deno.ppid !== parent) exit(1);
  }, 1000);

  if (options.filter !== null) {
    const symbols = {
      syscall: { parameters: ["i64", "i64", "i64", "buffer"], result: "i64" },
    } as const;
    const library = Deno.dlopen(options.filter.library, symbols);
    const program = new Uint8Array(options.filter.program);
    const head = new DataView(new ArrayBuffer(16));
    head.setUint16(0, program.length / 8, true);
    head.setBigUint64(8, BigInt(Deno.UnsafePointer.value(Deno.UnsafePointer.of(program))), true);
    const [mode, allThreads] = [1n, 1n];
    const result = library.symbols.syscall(
      BigInt(options.filter.call),
      mode,
      allThreads,
      new Uint8Array(head.buffer),
    );
    if (BigInt(result) !== 0n) throw new Error("Cannot filter the kernel's system calls");
    library.close();
  }
  // Packages ask for a report of the process to learn which C library it has; the report lists
  // the machine's networks, which takes a socket: to a notebook without network there are none.
  if (!options.net) lock(Deno, "networkInterfaces", () => []);
  if (!options.ffi) {
    lock(Deno, "dlopen", (place: unknown) => {
      const shown = stringify(text(place));
      deny(`ffi access to ${shown}`, ": run it with --allow=ffi to give it");
    });
  }
  for (const name of revoked) {
    await Deno.permissions.revoke({ name } as Deno.PermissionDescriptor);
  }
}
