/** The pieces of ZMTP 3.0 (https://rfc.zeromq.org/spec/23/) that a socket puts on the wire. */

const MORE = 1;
const LONG = 2;
const COMMAND = 4;

const encoder = new TextEncoder();

/** What the first byte of a frame says. */
export interface FrameFlags {
  /** Another frame of the same message follows. */
  readonly more: boolean;
  /** The length takes eight bytes, not one. */
  readonly long: boolean;
  /** The frame is a command of the protocol, not part of a message. */
  readonly command: boolean;
}

/** Reads a frame's first byte. */
export function frameFlags(byte: number): FrameFlags {
  return {
    more: (byte & MORE) !== 0,
    long: (byte & LONG) !== 0,
    command: (byte & COMMAND) !== 0,
  };
}

function frame(body: Uint8Array, flags: number): Uint8Array {
  const long = body.length > 255;
  const bytes = new Uint8Array((long ? 9 : 2) + body.length);
  bytes[0] = flags | (long ? LONG : 0);
  if (long) new DataView(bytes.buffer).setBigUint64(1, BigInt(body.length));
  else bytes[1] = body.length;
  bytes.set(body, long ? 9 : 2);
  return bytes;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

/** A message's frames as one run of bytes, so that it leaves in a single write. */
export function messageBytes(parts: readonly Uint8Array[]): Uint8Array {
  return concatenate(parts.map((part, i) => frame(part, i < parts.length - 1 ? MORE : 0)));
}

function command(name: string, data: Uint8Array): Uint8Array {
  const title = encoder.encode(name);
  return frame(concatenate([Uint8Array.of(title.length), title, data]), COMMAND);
}

function property(name: string, value: string): Uint8Array {
  const title = encoder.encode(name);
  const data = encoder.encode(value);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length);
  return concatenate([Uint8Array.of(title.length), title, length, data]);
}

/** The 64 bytes that open a connection: signature, version 3.0, mechanism NULL, as client. */
export function greeting(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes[0] = 0xff;
  bytes[9] = 0x7f;
  bytes[10] = 3;
  bytes.set(encoder.encode("NULL"), 12);
  return bytes;
}

/** Whether a peer's greeting speaks ZMTP 3 or later. */
export function isGreeting(bytes: Uint8Array): boolean {
  return bytes.length === 64 && bytes[0] === 0xff && bytes[9] === 0x7f && (bytes[10] ?? 0) >= 3;
}

/** The command that ends the handshake: the kind of socket and its identity. */
export function ready(socketType: string, identity: string): Uint8Array {
  return command(
    "READY",
    concatenate([property("Socket-Type", socketType), property("Identity", identity)]),
  );
}

/** A heartbeat command with a time to live of 0. */
export function ping(): Uint8Array {
  return command("PING", new Uint8Array(2));
}
