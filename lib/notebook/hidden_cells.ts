import { REPORT_SYMBOL } from "./barrier.ts";
import type { Grants } from "./grants.ts";
import { prelude, type PreludeOptions } from "./kernel_prelude.ts";

/** What a kernel gives up for good, beside what its broker refuses. */
const REVOCABLE = ["net", "import", "run"] as const;

/** The cell that runs before a notebook's own, unseen. */
export function firstCell(grants: Grants): string {
  const options: PreludeOptions = {
    revoked: REVOCABLE.filter((name) => !grants.names.includes(name)),
    report: REPORT_SYMBOL,
  };
  return `await (${prelude})(${JSON.stringify(options)});`;
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
