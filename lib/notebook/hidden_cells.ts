import { REPORT_SYMBOL } from "./kernel.ts";
import { type Permission, WITHHELD } from "./permissions.ts";

/** Packages with native code: they have to be loaded before the right to load such code is given up. */
const NATIVE_PACKAGES = ["nodejs-polars", "@resvg/resvg-js"];

/** The native packages that a project's import map knows. */
export function nativePackages(imports: Record<string, string>): string[] {
  return NATIVE_PACKAGES.filter((name) => name in imports);
}

/**
 * The cell that runs before a notebook's own, unseen: it loads the native
 * packages, notes what rejects or throws without being caught, and gives up the
 * permissions that the notebook was not allowed, for good.
 */
export function firstCell(options: {
  readonly native: readonly string[];
  readonly allow: readonly Permission[];
}): string {
  const revoked = WITHHELD.filter((name) => !options.allow.includes(name));
  return `{
  for (const name of ${JSON.stringify(options.native)}) await import(name);
  let uncaught = [];
  const note = (reason, event) => {
    event.preventDefault();
    uncaught.push(reason instanceof Error ? String(reason.stack ?? reason) : String(reason));
  };
  globalThis.addEventListener("unhandledrejection", (event) => note(event.reason, event));
  globalThis.addEventListener("error", (event) => note(event.error, event));
  Object.defineProperty(globalThis, Symbol.for(${JSON.stringify(REPORT_SYMBOL)}), {
    value: async (last) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const report = { uncaught };
      uncaught = [];
      return report;
    },
  });
  for (const name of ${JSON.stringify(revoked)}) await Deno.permissions.revoke({ name });
}
undefined;`;
}

/** The cell that runs after a notebook's own, unseen: it asks which files the loaders read. */
export const LAST_CELL =
  `await Deno.jupyter.broadcast("display_data", { data: { "application/vnd.tallybook.reads+json": Object.fromEntries(globalThis[Symbol.for("tallybook.reads")] ?? []) }, metadata: {}, transient: {} });`;
