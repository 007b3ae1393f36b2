/** Refuses an access and keeps what it was, for the page; the hint says how to give it. */
export type Deny = (what: string, hint: string) => never;

/** What {@linkcode watchNativeCode} is given by the prelude. */
export interface WatchTools {
  /** Whether the whole network was given to the notebook. */
  readonly net: boolean;
  readonly deny: Deny;
  /** Gives an object a value that no cell can change. */
  readonly lock: (owner: object, name: PropertyKey, value: unknown) => void;
}

/** What is known of the native code that was loaded by the doors that are watched. */
export interface NativeWatch {
  /** How often one was loaded. */
  readonly loads: number;
  /** Whether it may have read files that nobody can list. */
  readonly unlisted: boolean;
}

/**
 * Watches the doors by which native code is loaded. It runs in the kernel, as the prelude does, and
 * may use nothing from outside itself; what cells can replace it holds copies of.
 *
 * Native code does not ask Deno before it opens a file. Of two libraries it is known which functions
 * open files, and which: the data frame library's readers and writers, and the fonts and pictures of
 * the program that draws PNGs. Those ask first, so that what is read is noted and what is refused is
 * named. Where what they are told says not which files they will read (SQL that reads, a plan from
 * elsewhere, a pattern, a folder, a picture in a drawing), and where another library is loaded, that
 * is noted instead.
 */
export async function watchNativeCode({ net, deny, lock }: WatchTools): Promise<NativeWatch> {
  const { apply, construct, defineProperty } = Reflect;
  const { parse, stringify } = JSON;
  const { openSync, statSync } = Deno;
  const { NotCapable } = Deno.errors;
  const { getOwnPropertyNames, hasOwn } = Object;
  const { test } = RegExp.prototype;
  const state = { loads: 0, unlisted: false };
  type Plain = Record<string, unknown>;
  type Class = (new (...args: unknown[]) => object) & Plain;

  const guarded = /^(?:write|sink|read|scan)[A-Z]/;
  const writing = /^(?:write|sink)[A-Z]/;
  const address = /^[a-z][a-z\d+.-]+:\/\//i;
  const matches = (pattern: RegExp, value: string): boolean => apply(test, pattern, [value]);
  const ask = (place: unknown, writes: boolean) => {
    if (typeof place !== "string") return;
    if (matches(address, place)) {
      if (net) return;
      deny(`net access to ${stringify(place)}`, ": run it with --allow=net to give it");
    }
    if (writes) openSync(place, { write: true, create: true }).close();
    // A text that is no path (readers take CSV itself, too) is not there to be opened.
    else if (place.length < 4096 && !matches(/\n/, place)) {
      if (matches(/[*?[{]/, place)) state.unlisted = true;
      try {
        if (statSync(place).isDirectory) state.unlisted = true;
      } catch (error) {
        if (error instanceof NotCapable) throw error;
      }
    }
  };

  const guard = (owner: Plain) => {
    const names = getOwnPropertyNames(owner);
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      const queries = name === "execute";
      if (!queries && !matches(guarded, name)) continue;
      const original = owner[name];
      if (typeof original !== "function") continue;
      const writes = matches(writing, name);
      defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value: function (this: unknown, ...args: unknown[]) {
          if (!queries) ask(args[0], writes);
          else if (typeof args[0] !== "string" || matches(/read_|scan_/i, args[0])) {
            state.unlisted = true;
          }
          return apply(original, this, args);
        },
      });
    }
  };

  /** Puts a native class, whose own functions are not to be changed, behind a function. */
  const shell = (owner: Plain, name: string, own: Plain, before: (...args: unknown[]) => void) => {
    const original = owner[name] as Class;
    const value = new Proxy(function () {}, {
      get: (_, key) => hasOwn(own, key) ? own[key as string] : original[key as string],
      has: (_, key) => key in original,
      construct: (_, args, made) => {
        before(args[0], args[1]);
        return construct(original, args, made);
      },
    });
    defineProperty(owner, name, { value, writable: false, configurable: false });
    defineProperty(original["prototype"] as object, "constructor", { value });
  };

  /** A plan may name files, as a table or a column can't. */
  const watchPlans = (owner: Plain, name: string) => {
    const original = owner[name] as Class;
    const make = original["deserialize"];
    const deserialize = (...args: unknown[]) => {
      state.unlisted = true;
      return apply(make as (...args: unknown[]) => unknown, original, args);
    };
    shell(owner, name, { deserialize }, () => {});
  };

  const field = (value: unknown, name: string): unknown =>
    typeof value === "object" && value !== null && hasOwn(value, name)
      ? (value as Plain)[name]
      : undefined;

  /** Asks for the fonts of a drawing; pictures beside it, folders and the system's fonts have no list. */
  const askForDrawing = (drawing: unknown, options: unknown) => {
    const apart = typeof drawing === "string" &&
      !matches(/\bhref\s*=\s*(?!["'](?:data:|#))/i, drawing);
    let font: unknown;
    try {
      font = field(parse(typeof options === "string" ? options : "null"), "font");
    } catch {
      // Not to be read here: what it asks for is not known.
    }
    const folders = field(font, "fontDirs");
    const files = field(font, "fontFiles") as Plain | undefined;
    if (!apart || field(font, "loadSystemFonts") !== false || folders !== undefined) {
      state.unlisted = true;
    }
    const count = Number(field(files, "length") ?? 0);
    for (let i = 0; i < count; i++) ask(field(files, `${i}`), false);
  };

  type Load = (module: { exports: Plain }, ...rest: unknown[]) => void;
  const { default: process } = await import("node:process");
  const { default: Module } = await import("node:module");
  const { _extensions: extensions } = Module as unknown as { _extensions: Record<string, Load> };
  const load = extensions[".node"]!;
  const open: Load = (module, ...rest) => {
    apply(load, process, [module, ...rest]);
    // Only now: what fails may not have been asked for.
    state.loads++;
    const { exports } = module;
    if (hasOwn(exports, "scanParquet")) {
      guard(exports);
      const names = getOwnPropertyNames(exports);
      for (let i = 0; i < names.length; i++) {
        const value = exports[names[i]!];
        if (typeof value === "function" && value.prototype) guard(value.prototype);
      }
      watchPlans(exports, "JsLazyFrame");
      watchPlans(exports, "JsExpr");
    } else if (hasOwn(exports, "Resvg")) {
      shell(exports, "Resvg", {}, askForDrawing);
      const wrap = (name: string) => {
        const original = exports[name];
        if (typeof original !== "function") return;
        const value = (...args: unknown[]) => {
          askForDrawing(args[0], args[1]);
          return apply(original, undefined, args);
        };
        defineProperty(exports, name, { value });
      };
      wrap("render");
      wrap("renderAsync");
    } else state.unlisted = true;
  };
  // What "require" reads, it reads without asking: a table in JSON would be in no list.
  const reading = (name: string) => {
    const read = extensions[name];
    if (typeof read !== "function") return;
    extensions[name] = (module, ...rest) => {
      ask(rest[0], false);
      return apply(read, process, [module, ...rest]);
    };
  };
  reading(".json");
  reading(".js");
  // Both doors for native code: what "require" goes through, and the one that stands open.
  lock(extensions, ".node", open);
  lock(process, "dlopen", (...args: Parameters<Load>) => {
    open(...args);
    return args[0];
  });
  return state;
}
