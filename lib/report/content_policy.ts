import { policyHash } from "../files/hash.ts";

/** The scripts and styles that a page carries in itself. */
export interface InlineParts {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Whether the page runs a worker of its own making; a worker has the page's policy. */
  readonly worker?: boolean;
}

/**
 * The Content-Security-Policy of a page: nothing may be loaded or run but the
 * page's own styles and scripts, each named by its hash, and the report's own
 * images and fonts. No connection, frame, form or plug-in; no base address.
 */
export function contentPolicy({ styles, scripts, worker = false }: InlineParts): string {
  const hashes = (parts: readonly string[]) =>
    parts.length === 0 ? "'none'" : parts.map(policyHash).join(" ");
  return [
    "default-src 'none'",
    `style-src ${hashes(styles)}`,
    `script-src ${hashes(scripts)}`,
    ...(worker ? ["worker-src blob:"] : []),
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
