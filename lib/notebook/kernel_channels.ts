import type { Connection } from "./connection.ts";
import { type Message, MessageCodec } from "./message.ts";
import { ZmtpSocket } from "./zmtp_socket.ts";

const POLL_MS = 5;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Connects as soon as somebody listens, or fails when `abandoned()` says that nobody will. */
async function connectWhenReady(
  type: "DEALER" | "SUB",
  port: number,
  identity: string,
  abandoned: () => boolean,
): Promise<ZmtpSocket> {
  for (;;) {
    try {
      return await ZmtpSocket.connect(type, port, identity);
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionRefused) || abandoned()) throw error;
      await pause(POLL_MS);
    }
  }
}

/** The three connections to a kernel: requests and their replies, outputs, and control. */
export class KernelChannels {
  /** Called with every message of the output channel, in the order of arrival. */
  onOutput: (message: Message) => void = () => {};
  /** Resolves to the cause when a connection closes or carries what it should not. */
  readonly broken: Promise<Error>;

  readonly #codec: MessageCodec;
  readonly #shell: ZmtpSocket;
  readonly #iopub: ZmtpSocket;
  readonly #control: ZmtpSocket;
  readonly #waiting = new Map<string, (reply: Message) => void>();

  private constructor(
    codec: MessageCodec,
    shell: ZmtpSocket,
    iopub: ZmtpSocket,
    control: ZmtpSocket,
  ) {
    this.#codec = codec;
    this.#shell = shell;
    this.#iopub = iopub;
    this.#control = control;
    this.broken = Promise.race([
      this.#pump(shell, (message) => this.#settle(message)),
      this.#pump(control, (message) => this.#settle(message)),
      this.#pump(iopub, (message) => this.onOutput(message)),
    ]);
  }

  /** Connects to a kernel that is starting; gives up when `abandoned()` turns true. */
  static async connect(
    connection: Connection,
    abandoned: () => boolean,
  ): Promise<KernelChannels> {
    const session = crypto.randomUUID();
    const open: ZmtpSocket[] = [];
    const connect = async (type: "DEALER" | "SUB", port: number) => {
      const socket = await connectWhenReady(type, port, session, abandoned);
      open.push(socket);
      return socket;
    };
    try {
      const iopub = await connect("SUB", connection.iopub_port);
      const shell = await connect("DEALER", connection.shell_port);
      const control = await connect("DEALER", connection.control_port);
      return new KernelChannels(
        new MessageCodec(connection.key, session),
        shell,
        iopub,
        control,
      );
    } catch (error) {
      for (const socket of open) socket.close();
      throw error;
    }
  }

  async #pump(socket: ZmtpSocket, take: (message: Message) => void): Promise<Error> {
    try {
      for (;;) take(this.#codec.decode(await socket.receive()));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #settle(reply: Message): void {
    const id = reply.parent.msg_id ?? "";
    this.#waiting.get(id)?.(reply);
    this.#waiting.delete(id);
  }

  /** Sends a request; `reply` stays pending when the kernel never answers. */
  request(
    channel: "shell" | "control",
    type: string,
    content: Record<string, unknown>,
  ): { id: string; reply: Promise<Message> } {
    const { id, parts } = this.#codec.encode(type, content);
    const { promise, resolve } = Promise.withResolvers<Message>();
    this.#waiting.set(id, resolve);
    const socket = channel === "shell" ? this.#shell : this.#control;
    // A failed write shows itself as a broken connection on the reading side.
    socket.send(parts).catch(() => {});
    return { id, reply: promise };
  }

  /** Closes all connections. */
  close(): void {
    for (const socket of [this.#shell, this.#iopub, this.#control]) socket.close();
  }
}
