import { refusal } from "../../check/mod.ts";

/** What an envelope carries. */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** A statement with its signatures (DSSE); without any it says what, not who. */
export interface Envelope {
  readonly payloadType: string;
  /** The statement's bytes in base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** How a signature stands to a key. */
export type SignatureState =
  | { readonly kind: "unsigned" }
  | { readonly kind: "not checked"; readonly keyids: readonly string[] }
  | { readonly kind: "signed"; readonly keyid: string }
  | { readonly kind: "wrong"; readonly keyids: readonly string[] };

/** DSSE's pre-authentication encoding: type and payload with their lengths, so that neither can run into the other. */
function signedBytes(type: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(
    `DSSEv1 ${new TextEncoder().encode(type).length} ${type} ${payload.length} `,
  );
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/**
 * Puts a statement into an envelope, signed where there is a key.
 *
 * @param text The statement as JSON.
 */
export async function sealed(
  text: string,
  key: { readonly id: string; readonly privateKey: CryptoKey } | null,
): Promise<Envelope> {
  const payload = new TextEncoder().encode(text);
  const signatures = key === null ? [] : [{
    keyid: key.id,
    sig: new Uint8Array(
      await crypto.subtle.sign("Ed25519", key.privateKey, signedBytes(PAYLOAD_TYPE, payload)),
    ).toBase64(),
  }];
  return { payloadType: PAYLOAD_TYPE, payload: payload.toBase64(), signatures };
}

/**
 * Opens an envelope, which may come from anyone, and says how its signatures stand to a key.
 *
 * @returns The statement's text and the state of its signature.
 * @throws {TypeError} for what is no envelope.
 */
export async function opened(
  json: string,
  key: { readonly id: string; readonly publicKey: CryptoKey } | null,
): Promise<{ readonly text: string; readonly signature: SignatureState }> {
  let envelope: Partial<Envelope> | null = null;
  let payload: Uint8Array<ArrayBuffer> | null = null;
  try {
    envelope = JSON.parse(json) as Partial<Envelope> | null;
    if (envelope?.payloadType === PAYLOAD_TYPE) payload = Uint8Array.fromBase64(envelope.payload!);
  } catch {
    // Said below.
  }
  const signatures: unknown = envelope?.signatures;
  if (payload === null || !Array.isArray(signatures)) {
    throw new TypeError(refusal({
      task: "read an attestation",
      where: "its file",
      found: json.slice(0, 80),
      expected: `a DSSE envelope of type ${PAYLOAD_TYPE}`,
    }));
  }
  const text = new TextDecoder().decode(payload);
  const keyids = signatures.map((signature) => String(signature?.keyid));
  if (signatures.length === 0) return { text, signature: { kind: "unsigned" } };
  if (key === null) return { text, signature: { kind: "not checked", keyids } };
  const bytes = signedBytes(PAYLOAD_TYPE, payload);
  for (const signature of signatures) {
    try {
      const sig = Uint8Array.fromBase64(signature.sig);
      if (await crypto.subtle.verify("Ed25519", key.publicKey, sig, bytes)) {
        return { text, signature: { kind: "signed", keyid: key.id } };
      }
    } catch {
      // A signature that is no base64 signs nothing.
    }
  }
  return { text, signature: { kind: "wrong", keyids } };
}
