import { ByteReader } from "./byte_reader.ts";
import { frameFlags, greeting, isGreeting, messageBytes, ping, ready } from "./zmtp_frame.ts";

/** Bytes of the longest message that is taken: outputs are far shorter, and a garbled stream announces anything. */
const LONGEST_MESSAGE = 1 << 28;

const PART_BYTES = 64;

function garbled(port: number, found: string, expected: string): TypeError {
  return new TypeError(
    `Cannot hear the kernel: port ${port}: found ${found}, expected ${expected}`,
  );
}

async function writeAll(connection: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += await connection.write(bytes.subarray(written));
}

/**
 * The client side of one ZeroMQ connection, as much of it as a Jupyter kernel
 * needs: a DEALER, or a SUB that subscribes to everything, over TCP on this
 * machine, mechanism NULL.
 */
export class ZmtpSocket {
  readonly #connection: Deno.TcpConn;
  readonly #reader: ByteReader;
  #lastWrite: Promise<void> = Promise.resolve();
  #answering = false;

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
    this.#reader = new ByteReader(connection, () => this.#acknowledge());
  }

  /** Connects to `port` of 127.0.0.1 and shakes hands. */
  static async connect(
    type: "DEALER" | "SUB",
    port: number,
    identity = "",
  ): Promise<ZmtpSocket> {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    try {
      connection.setNoDelay(true);
      const socket = new ZmtpSocket(connection);
      await writeAll(connection, greeting());
      if (!isGreeting(await socket.#reader.read(64))) {
        throw garbled(port, "another greeting", "that of ZMTP 3");
      }
      await writeAll(connection, ready(type, identity));
      if (!(await socket.#readFrame()).command) {
        throw garbled(port, "a message", "the end of the handshake first");
      }
      socket.#answering = true;
      if (type === "SUB") await socket.send([Uint8Array.of(1)]);
      return socket;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /**
   * The kernel sends a message in several small writes, and TCP holds each back
   * until the one before is acknowledged; this side's system delays that by 40
   * ms unless it has something to send. A heartbeat carries it at once.
   */
  #acknowledge(): void {
    if (this.#answering) writeAll(this.#connection, ping()).catch(() => {});
  }

  async #readFrame(
    longest = LONGEST_MESSAGE,
  ): Promise<{ more: boolean; command: boolean; body: Uint8Array }> {
    const { more, long, command } = frameFlags((await this.#reader.read(1))[0] ?? 0);
    const head = await this.#reader.read(long ? 8 : 1);
    const length = long ? Number(new DataView(head.buffer).getBigUint64(0)) : head[0] ?? 0;
    if (length > longest) {
      throw new RangeError(
        `Cannot hear the kernel: a message: found ${length} bytes announced, expected at most ${longest}`,
      );
    }
    return { more, command, body: await this.#reader.read(length) };
  }

  /** Resolves to the parts of the next message. */
  async receive(): Promise<Uint8Array[]> {
    const parts: Uint8Array[] = [];
    let left = LONGEST_MESSAGE;
    for (;;) {
      const frame = await this.#readFrame(left);
      if (frame.command) continue;
      parts.push(frame.body);
      // A part of no bytes is not free.
      left -= frame.body.length + PART_BYTES;
      if (!frame.more) return parts;
    }
  }

  /** Sends one message; messages leave in the order of the calls. */
  send(parts: readonly Uint8Array[]): Promise<void> {
    const write = () => writeAll(this.#connection, messageBytes(parts));
    this.#lastWrite = this.#lastWrite.then(write);
    return this.#lastWrite;
  }

  /** Closes the connection; a pending `receive()` rejects. */
  close(): void {
    try {
      this.#connection.close();
    } catch {
      // Already closed by the peer.
    }
  }
}
