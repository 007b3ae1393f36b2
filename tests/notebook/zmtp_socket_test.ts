/** A connection's client side against a peer that is written byte by byte, as ZMTP 3.0 describes one. */
import { assertEquals, assertRejects } from "@std/assert";
import { ZmtpSocket } from "../../lib/notebook/zmtp_socket.ts";
import { GREETING, readyLength, shakeHands, take, withPeer } from "./zmtp_peer.ts";

Deno.test("a subscriber shakes hands, subscribes to everything and receives messages of several parts", () =>
  withPeer(
    async (connection) => {
      await shakeHands(connection, readyLength("SUB"));
      assertEquals(await take(connection, 3), [0, 1, 1], "a message of the byte 1: all topics");
      // A message of two parts, a command between messages, and one with a long length.
      await connection.write(Uint8Array.of(1, 2, 7, 8, 0, 1, 9));
      await connection.write(Uint8Array.of(4, 3, 2, 0, 0));
      await connection.write(Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 1, 0, ...Array(256).fill(5)));
    },
    async (port) => {
      const socket = await ZmtpSocket.connect("SUB", port);
      assertEquals((await socket.receive()).map((part) => [...part]), [[7, 8], [9]]);
      assertEquals((await socket.receive()).map((part) => [...part]), [Array(256).fill(5)]);
      socket.close();
      socket.close();
    },
  ));

Deno.test("a dealer subscribes to nothing, and its messages leave in the order of the calls", () =>
  withPeer(
    async (connection) => {
      await shakeHands(connection, readyLength("DEALER"));
      assertEquals(await take(connection, 9), [1, 1, 1, 0, 1, 2, 0, 1, 3]);
    },
    async (port) => {
      const socket = await ZmtpSocket.connect("DEALER", port);
      const one = socket.send([Uint8Array.of(1), Uint8Array.of(2)]);
      await Promise.all([one, socket.send([Uint8Array.of(3)])]);
      socket.close();
    },
  ));

Deno.test("a peer that speaks something else is refused, with what was found", async () => {
  await withPeer(
    async (connection) => {
      await connection.write(new TextEncoder().encode("HTTP/1.1 400 Bad Request".padEnd(64)));
    },
    async (port) => {
      await assertRejects(
        () => ZmtpSocket.connect("DEALER", port),
        TypeError,
        `port ${port}: found another greeting, expected that of ZMTP 3`,
      );
    },
  );
  await withPeer(
    async (connection) => {
      await connection.write(GREETING);
      await connection.write(Uint8Array.of(0, 1, 9));
    },
    async (port) => {
      await assertRejects(
        () => ZmtpSocket.connect("DEALER", port),
        TypeError,
        "found a message, expected the end of the handshake first",
      );
    },
  );
});

const LONGEST = 2 ** 28;
/** A frame's head with a length of eight bytes. */
function head(flags: number, length: number): Uint8Array {
  const bytes = new Uint8Array(9);
  bytes[0] = flags | 2;
  new DataView(bytes.buffer).setBigUint64(1, BigInt(length));
  return bytes;
}

Deno.test("a message that announces more than 2^28 bytes, over all its parts, is not taken", async () => {
  const refused = (
    write: (connection: Deno.Conn) => Promise<unknown>,
    found: number,
    most: number,
  ) =>
    withPeer(
      async (connection) => {
        await shakeHands(connection, readyLength("DEALER"));
        await write(connection);
      },
      async (port) => {
        const socket = await ZmtpSocket.connect("DEALER", port);
        await assertRejects(
          () => socket.receive(),
          RangeError,
          `found ${found} bytes announced, expected at most ${most}`,
        );
        socket.close();
      },
    );
  await refused((connection) => connection.write(head(0, LONGEST + 1)), LONGEST + 1, LONGEST);
  // After a part of ten bytes, which counts as 64 more, there is so much less room.
  await refused(
    async (connection) => {
      await connection.write(Uint8Array.of(1, 10, ...Array(10).fill(1)));
      await connection.write(head(0, LONGEST - 73));
    },
    LONGEST - 73,
    LONGEST - 74,
  );
});

Deno.test("what waits for a message is told that the connection was closed", () =>
  withPeer(
    async (connection) => {
      await shakeHands(connection, readyLength("DEALER"));
      connection.close();
    },
    async (port) => {
      const socket = await ZmtpSocket.connect("DEALER", port);
      await assertRejects(
        () => socket.receive(),
        Deno.errors.UnexpectedEof,
        "Connection closed by its peer",
      );
      socket.close();
    },
  ));
