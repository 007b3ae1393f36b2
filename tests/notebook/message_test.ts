import { assertEquals, assertThrows } from "@std/assert";
import { createHmac } from "node:crypto";
import { MessageCodec } from "../../lib/notebook/message.ts";

const codec = new MessageCodec("secret", "session");
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

Deno.test("MessageCodec.encode() signs header, parent, metadata and content with HMAC-SHA-256", () => {
  const { id, parts } = codec.encode("execute_request", { code: "1" });
  const [delimiter, signature, ...body] = parts;
  assertEquals(text(delimiter), "<IDS|MSG>");
  const expected = createHmac("sha256", "secret").update(body.map(text).join("")).digest("hex");
  assertEquals(text(signature), expected);
  const header = JSON.parse(text(body[0]));
  assertEquals([header.msg_id, header.msg_type, header.session, header.version], [
    id,
    "execute_request",
    "session",
    "5.3",
  ]);
  assertEquals(body.slice(1).map(text), ["{}", "{}", '{"code":"1"}']);
});

Deno.test("MessageCodec.decode() opens a message with its routing prefix", () => {
  const { id, parts } = codec.encode("status", { execution_state: "idle" });
  const message = codec.decode([new TextEncoder().encode("kernel.1.status"), ...parts]);
  assertEquals(message.header.msg_id, id);
  assertEquals(message.content, { execution_state: "idle" });
  assertEquals(message.bytes, '{"execution_state":"idle"}'.length);
});

Deno.test("MessageCodec.decode() refuses a message that was changed on its way", () => {
  const { parts } = codec.encode("stream", { text: "counted 100" });
  const forged = parts.with(-1, new TextEncoder().encode('{"text":"counted 900"}'));
  assertThrows(
    () => codec.decode(forged),
    TypeError,
    "signature: found another, expected that of its content",
  );
});

Deno.test("MessageCodec.decode() refuses a message signed with another key, and one without a signature", () => {
  const { parts } = new MessageCodec("other", "session").encode("status", {});
  assertThrows(
    () => codec.decode(parts),
    TypeError,
    "signature: found another, expected that of its content",
  );
  assertThrows(() => codec.decode(parts.with(1, new Uint8Array(0))), TypeError, "signature");
});

Deno.test("MessageCodec.decode() refuses what is no Jupyter message", () => {
  assertThrows(
    () => codec.decode([]),
    TypeError,
    "found other frames, expected those of the Jupyter protocol",
  );
  const { parts } = codec.encode("status", {});
  assertThrows(() => codec.decode(parts.slice(0, 4)), TypeError, "found other frames");
});
