import { createHash } from "node:crypto";

/** The SHA-256 of a text or of bytes, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The SHA-256 of a text as a Content-Security-Policy names it. */
export function policyHash(content: string): string {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

/** The SHA-256 of a file's content, in hex; null when it is no file, or gone. */
export async function hashOfFile(path: string): Promise<string | null> {
  try {
    return sha256(await Deno.readFile(path));
  } catch {
    return null;
  }
}
