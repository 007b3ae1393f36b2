import { refusal } from "../../check/mod.ts";
import { sha256 } from "../../files/hash.ts";

function pemBytes(pem: string, label: string, task: string): Uint8Array<ArrayBuffer> {
  const body = new RegExp(`-----BEGIN ${label}-----([\\s\\S]*?)-----END ${label}-----`)
    .exec(pem)?.[1];
  try {
    if (body !== undefined) return Uint8Array.fromBase64(body.replaceAll(/\s/g, ""));
  } catch {
    // Said below.
  }
  // Never the file's content: it may be a private key.
  const found = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1] ?? "no PEM";
  throw new TypeError(refusal({
    ...{ task, where: "the key's file", found },
    expected: `an Ed25519 key as PEM, "${label}"`,
  }));
}

const notEd25519 = (task: string): TypeError =>
  new TypeError(refusal({
    ...{ task, where: "the key's file", found: "a key of another kind" },
    expected: "an Ed25519 key",
  }));

/** A key's name: the SHA-256 of its 32 public bytes. */
const idOf = (x: string) => sha256(Uint8Array.fromBase64(x, { alphabet: "base64url" }));

/**
 * Reads a private Ed25519 key (PKCS 8 as PEM, as `openssl genpkey -algorithm ed25519` writes it).
 *
 * @throws {TypeError} for another file; the message never quotes it.
 */
export async function readPrivateKey(
  pem: string,
): Promise<{ readonly id: string; readonly privateKey: CryptoKey }> {
  const task = "sign an attestation";
  const bytes = pemBytes(pem, "PRIVATE KEY", task);
  try {
    const privateKey = await crypto.subtle.importKey("pkcs8", bytes, "Ed25519", true, ["sign"]);
    const { x } = await crypto.subtle.exportKey("jwk", privateKey);
    return { id: idOf(x!), privateKey };
  } catch {
    throw notEd25519(task);
  }
}

/**
 * Reads a public Ed25519 key (SPKI as PEM, as `openssl pkey -pubout` writes it).
 *
 * @throws {TypeError} for another file.
 */
export async function readPublicKey(
  pem: string,
): Promise<{ readonly id: string; readonly publicKey: CryptoKey }> {
  const task = "check an attestation";
  const bytes = pemBytes(pem, "PUBLIC KEY", task);
  try {
    const publicKey = await crypto.subtle.importKey("spki", bytes, "Ed25519", true, ["verify"]);
    const { x } = await crypto.subtle.exportKey("jwk", publicKey);
    return { id: idOf(x!), publicKey };
  } catch {
    throw notEd25519(task);
  }
}
