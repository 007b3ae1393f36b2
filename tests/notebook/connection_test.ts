import { assert, assertEquals } from "@std/assert";
import { newConnection } from "../../lib/notebook/connection.ts";

Deno.test("a connection has five free ports that differ, and the key that was given or a new one", () => {
  const { shell_port, iopub_port, stdin_port, control_port, hb_port, ...rest } = newConnection("k");
  const ports = [shell_port, iopub_port, stdin_port, control_port, hb_port];
  assertEquals(new Set(ports).size, 5);
  // Free: each can be listened on.
  for (const port of ports) Deno.listen({ hostname: "127.0.0.1", port }).close();
  assertEquals(rest, {
    ip: "127.0.0.1",
    transport: "tcp",
    signature_scheme: "hmac-sha256",
    kernel_name: "deno",
    key: "k",
  });
  assert(newConnection().key.length > 30 && newConnection().key !== newConnection().key);
});
