import { createHmac, timingSafeEqual } from "node:crypto";

const DELIMITER = "<IDS|MSG>";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The header of a Jupyter message (https://jupyter-client.readthedocs.io/en/stable/messaging.html). */
export interface MessageHeader {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A message as the kernel sent it. */
export interface Message {
  readonly header: MessageHeader;
  /** The header of the request that it answers; empty for none. */
  readonly parent: Partial<MessageHeader>;
  readonly content: Record<string, unknown>;
  /** How many bytes its content took on the wire. */
  readonly bytes: number;
}

/** Makes and opens the signed messages of one session with one kernel. */
export class MessageCodec {
  readonly #key: string;
  readonly #session: string;

  constructor(key: string, session: string) {
    this.#key = key;
    this.#session = session;
  }

  #signature(parts: readonly Uint8Array[]): Uint8Array {
    const hmac = createHmac("sha256", this.#key);
    for (const part of parts) hmac.update(part);
    return encoder.encode(hmac.digest("hex"));
  }

  /** A signed request, with the id by which its answers name it. */
  encode(type: string, content: unknown): { id: string; parts: Uint8Array[] } {
    const header: MessageHeader = {
      msg_id: crypto.randomUUID(),
      msg_type: type,
      session: this.#session,
      username: "tallybook",
      date: new Date().toISOString(),
      version: "5.3",
    };
    const body = [header, {}, {}, content].map((part) => encoder.encode(JSON.stringify(part)));
    return {
      id: header.msg_id,
      parts: [encoder.encode(DELIMITER), this.#signature(body), ...body],
    };
  }

  /**
   * Opens a message. Throws a `TypeError` when its frames are not a Jupyter
   * message or its signature is not the one that the key gives.
   */
  decode(parts: readonly Uint8Array[]): Message {
    const at = parts.findIndex((part) =>
      part.length === DELIMITER.length && decoder.decode(part) === DELIMITER
    );
    const [signature, header, parent, metadata, content] = at < 0 ? [] : parts.slice(at + 1);
    if (!signature || !header || !parent || !metadata || !content) {
      throw new TypeError(
        "Cannot hear the kernel: a message: found other frames, expected those of the Jupyter protocol",
      );
    }
    const expected = this.#signature([header, parent, metadata, content]);
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      throw new TypeError(
        "Cannot hear the kernel: a message's signature: found another, expected that of its content",
      );
    }
    // A cell may broadcast anything as content: what is no object has no members.
    const json = (bytes: Uint8Array) => {
      const value = JSON.parse(decoder.decode(bytes));
      return typeof value === "object" && value !== null ? value : {};
    };
    return {
      header: json(header),
      parent: json(parent),
      content: json(content),
      bytes: content.length,
    };
  }
}
