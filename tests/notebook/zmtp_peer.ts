/** The other side of a connection, written byte by byte as ZMTP 3.0 describes it. */
import { assertEquals } from "@std/assert";

export const GREETING = new Uint8Array(64);
GREETING.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, 0x4e, 0x55, 0x4c, 0x4c]);
const READY = Uint8Array.of(4, 6, 5, ...new TextEncoder().encode("READY"));

/** Reads exactly so many bytes. */
export async function take(connection: Deno.Conn, count: number): Promise<number[]> {
  const bytes = new Uint8Array(count);
  for (let read = 0; read < count;) {
    const more = await connection.read(bytes.subarray(read));
    if (more === null) throw new Error("closed");
    read += more;
  }
  return [...bytes];
}

export async function withPeer(
  peer: (connection: Deno.Conn) => Promise<void>,
  client: (port: number) => Promise<void>,
): Promise<void> {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  let connection: Deno.Conn | undefined;
  const served = (async () => {
    connection = await listener.accept();
    await peer(connection);
  })();
  try {
    await client(port);
    await served;
  } finally {
    try {
      connection?.close();
    } catch {
      // Closed by the test.
    }
    listener.close();
  }
}

/** The peer's side of the handshake: takes the client's greeting and READY, and answers. */
export async function shakeHands(connection: Deno.Conn, readyBytes: number): Promise<number[]> {
  await connection.write(GREETING);
  const greeting = await take(connection, 64);
  assertEquals([greeting[0], greeting[9], greeting[10]], [0xff, 0x7f, 3]);
  await connection.write(READY);
  return await take(connection, readyBytes);
}

/** READY with Socket-Type and an empty Identity: flags, length, then name and properties. */
export const readyLength = (type: string): number =>
  2 + 6 + (1 + 11 + 4 + type.length) + (1 + 8 + 4);
