import { createHash } from "node:crypto";

/** The SHA-256 of text (as UTF-8) or bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The SHA-256 of a text as a Content-Security-Policy names it. */
export function policyHash(content: string): string {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}
