import { REPORT_SYMBOL } from "./kernel.ts";
import type { Grants } from "./grants.ts";

/** What a kernel gives up for good, beside what its broker refuses. */
const REVOCABLE = ["net", "import", "run"] as const;

/**
 * The cell that runs before a notebook's own, unseen. It notes what rejects or
 * throws without being caught, which the kernel swallows, and gives up the
 * permissions that the notebook was not granted.
 */
export function firstCell(grants: Grants): string {
  const revoked = REVOCABLE.filter((name) => !grants.names.includes(name));
  return `{
  let uncaught = [];
  const note = (reason, event) => {
    event.preventDefault();
    uncaught.push(reason instanceof Error ? String(reason.stack ?? reason) : String(reason));
  };
  globalThis.addEventListener("unhandledrejection", (event) => note(event.reason, event));
  globalThis.addEventListener("error", (event) => note(event.error, event));
  Object.defineProperty(globalThis, Symbol.for(${JSON.stringify(REPORT_SYMBOL)}), {
    value: async () => {
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

/** The MIME type under which the last cell's answer travels. */
export const READS_TYPE = "application/vnd.tallybook.reads+json";

/** The cell that runs after a notebook's own, unseen: it asks which files the loaders read. */
export const LAST_CELL = `await Deno.jupyter.broadcast("display_data", {
  data: {
    ${JSON.stringify(READS_TYPE)}:
      Object.fromEntries(globalThis[Symbol.for("tallybook.reads")] ?? []),
  },
  metadata: {},
  transient: {},
});`;
