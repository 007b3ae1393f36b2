/** The three connections to a kernel, against peers that say what no kernel does. */
import { assertEquals, assertInstanceOf } from "@std/assert";
import { KernelChannels } from "../../lib/notebook/kernel_channels.ts";
import { readyLength, shakeHands, withPeer } from "./zmtp_peer.ts";

/** The identity in the client's READY is that of its session, a UUID. */
const IDENTITY = 36;

/** Connects to a kernel of which one channel writes something, and resolves to why the connection broke. */
async function brokenBy(
  channel: "shell" | "iopub" | "control",
  write: (connection: Deno.Conn) => unknown,
): Promise<Error> {
  const ended = Promise.withResolvers<void>();
  const peer = (name: string, type: string) => async (connection: Deno.Conn) => {
    await shakeHands(connection, readyLength(type) + IDENTITY);
    if (name === channel) await write(connection);
    await ended.promise;
  };
  let broken: Error | undefined;
  await withPeer(
    peer("shell", "DEALER"),
    (shell) =>
      withPeer(
        peer("iopub", "SUB"),
        (iopub) =>
          withPeer(peer("control", "DEALER"), async (control) => {
            const channels = await KernelChannels.connect({
              ip: "127.0.0.1",
              transport: "tcp",
              signature_scheme: "hmac-sha256",
              kernel_name: "deno",
              key: "key",
              shell_port: shell,
              iopub_port: iopub,
              control_port: control,
              stdin_port: 1,
              hb_port: 1,
            }, () => true);
            broken = await channels.broken;
            channels.close();
            ended.resolve();
          }),
      ),
  );
  return broken!;
}

Deno.test("what a kernel should not say breaks the connection, on each channel, with the error as it was", async () => {
  for (const channel of ["shell", "iopub", "control"] as const) {
    const other = await brokenBy(channel, (connection) => connection.write(Uint8Array.of(0, 1, 9)));
    assertInstanceOf(other, TypeError, channel);
    assertEquals(
      other.message,
      "Cannot hear the kernel: a message: found other frames, expected those of the Jupyter protocol",
    );
    const closed = await brokenBy(channel, (connection) => connection.close());
    assertInstanceOf(closed, Deno.errors.UnexpectedEof, channel);
    assertEquals(closed.message, "Connection closed by its peer");
  }
});
