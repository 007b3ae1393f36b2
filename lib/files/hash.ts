import { createHash } from "node:crypto";

/** Files with the SHA-256 of their content, in hex, by path. */
export type Hashes = Readonly<Record<string, string>>;

/** The SHA-256 of a text or of bytes, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The SHA-256 of a file of any size, in hex, with a mebibyte of it in memory at a time. */
export function sha256OfFile(path: string): string {
  using file = Deno.openSync(path);
  const hash = createHash("sha256");
  const buffer = new Uint8Array(2 ** 20);
  for (let read = file.readSync(buffer); read !== null; read = file.readSync(buffer)) {
    hash.update(buffer.subarray(0, read));
  }
  return hash.digest("hex");
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
