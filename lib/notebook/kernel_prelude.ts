/** What {@linkcode prelude} is told. */
export interface PreludeOptions {
  /** The permissions to give up for good. */
  readonly revoked: readonly string[];
  /** The name of the symbol under which the barrier finds the report. */
  readonly report: string;
}

/**
 * Prepares a kernel for a notebook. It runs there, not here: its text is sent,
 * so it may use nothing from outside itself.
 *
 * - Rejected promises and thrown errors that nobody catches, which the kernel
 *   swallows, are kept for the barrier after the cell.
 * - Native code does not ask Deno before it opens a file: the data frame
 *   library's own readers and writers are made to ask first, by opening the file
 *   through Deno.
 * - A kernel whose runner is gone ends.
 * - The permissions that the notebook was not granted are given up.
 */
export async function prelude({ revoked, report }: PreludeOptions): Promise<void> {
  let uncaught: string[] = [];
  const note = (reason: unknown, event: Event) => {
    event.preventDefault();
    uncaught.push(reason instanceof Error ? reason.stack ?? String(reason) : String(reason));
  };
  globalThis.addEventListener("unhandledrejection", (event) => note(event.reason, event));
  globalThis.addEventListener("error", (event) => note(event.error, event));
  Object.defineProperty(globalThis, Symbol.for(report), {
    value: () => {
      const noted = uncaught;
      uncaught = [];
      return { uncaught: noted };
    },
  });

  type Callable = (...args: unknown[]) => unknown;
  const isUrl = (place: string) => /^[a-z][a-z\d+.-]+:\/\//i.test(place);
  const ask = (place: unknown, writes: boolean) => {
    if (typeof place !== "string") return;
    if (isUrl(place)) {
      if (!revoked.includes("net")) return;
      throw new Deno.errors.NotCapable(
        `Notebook has no net access to ${
          JSON.stringify(place)
        }: run it with --allow=net to give it`,
      );
    }
    if (writes) Deno.openSync(place, { write: true, create: true }).close();
    // A text that is no path (readers take CSV itself, too) is not there to be opened.
    else if (place.length < 4096 && !place.includes("\n")) {
      try {
        Deno.statSync(place);
      } catch (error) {
        if (error instanceof Deno.errors.NotCapable) throw error;
      }
    }
  };
  const guard = (owner: Record<string, unknown>) => {
    for (const name of Object.getOwnPropertyNames(owner)) {
      const writes = /^(write|sink)[A-Z]/.test(name);
      if (!writes && !/^(read|scan)[A-Z]/.test(name)) continue;
      const original = owner[name];
      if (typeof original !== "function") continue;
      Object.defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value: function (this: unknown, ...args: unknown[]) {
          ask(args[0], writes);
          return (original as Callable).apply(this, args);
        },
      });
    }
  };
  const { default: Module } = await import("node:module");
  const extensions = (Module as unknown as {
    _extensions: Record<
      string,
      (module: { exports: Record<string, unknown> }, file: string) => void
    >;
  })._extensions;
  const load = extensions[".node"];
  extensions[".node"] = (module, file) => {
    load?.(module, file);
    guard(module.exports);
    for (const value of Object.values(module.exports)) {
      if (typeof value === "function" && value.prototype) guard(value.prototype);
    }
  };

  // A runner that was killed cannot end its kernel: the kernel then sees another parent.
  const parent = Deno.ppid;
  const exit = Deno.exit;
  setInterval(() => {
    if (Deno.ppid !== parent) exit(1);
  }, 1000);

  for (const name of revoked) {
    await Deno.permissions.revoke({ name } as Deno.PermissionDescriptor);
  }
}
