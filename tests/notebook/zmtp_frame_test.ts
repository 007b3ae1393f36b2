import { assertEquals } from "@std/assert";
import {
  frameFlags,
  greeting,
  isGreeting,
  messageBytes,
  ping,
  ready,
} from "../../lib/notebook/zmtp_frame.ts";

const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));

Deno.test("messageBytes() marks all frames but the last with the flag for more, as ZMTP 3.0 says", () => {
  assertEquals(
    [...messageBytes([Uint8Array.of(7), new Uint8Array(0), Uint8Array.of(8, 9)])],
    [1, 1, 7, 1, 0, 0, 2, 8, 9],
  );
});

Deno.test("messageBytes() gives a body of 255 bytes a short length, one of 256 a length of eight bytes", () => {
  assertEquals([...messageBytes([new Uint8Array(255)]).subarray(0, 2)], [0, 255]);
  const long = messageBytes([new Uint8Array(256)]);
  assertEquals(long.length, 9 + 256);
  assertEquals([...long.subarray(0, 9)], [2, 0, 0, 0, 0, 0, 0, 1, 0]);
});

Deno.test("frameFlags() reads the flags that messageBytes() writes", () => {
  assertEquals(frameFlags(0), { more: false, long: false, command: false });
  assertEquals(frameFlags(3), { more: true, long: true, command: false });
  assertEquals(frameFlags(4), { more: false, long: false, command: true });
});

Deno.test("greeting() is 64 bytes: signature, version 3.0, mechanism NULL, as client", () => {
  const bytes = greeting();
  assertEquals(bytes.length, 64);
  assertEquals([bytes[0], bytes[9], bytes[10], bytes[11]], [0xff, 0x7f, 3, 0]);
  assertEquals([...bytes.subarray(12, 17)], [...ascii("NULL"), 0]);
  assertEquals(isGreeting(bytes), true);
  assertEquals(isGreeting(new TextEncoder().encode("HTTP/1.1 200 OK".padEnd(64))), false);
});

Deno.test("ready() names the kind of socket and its identity", () => {
  assertEquals([...ready("SUB", "a")], [
    4, // a short command
    6 + 19 + 14, // its length: the three lines below
    5,
    ...ascii("READY"),
    11,
    ...ascii("Socket-Type"),
    0,
    0,
    0,
    3,
    ...ascii("SUB"),
    8,
    ...ascii("Identity"),
    0,
    0,
    0,
    1,
    ...ascii("a"),
  ]);
});

Deno.test("ping() is a heartbeat without a time to live", () => {
  assertEquals([...ping()], [4, 7, 4, ...ascii("PING"), 0, 0]);
});
