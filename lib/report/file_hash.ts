import { sha256 } from "../files/hash.ts";
import type { ReportFile } from "./report_context.ts";

const known = new WeakMap<ReportFile, string>();

/** The SHA-256 of a report's file, taken once: its description and its stamp both have it. */
export function hashOf(file: ReportFile): string {
  const hash = known.get(file) ?? sha256(file.content);
  known.set(file, hash);
  return hash;
}
