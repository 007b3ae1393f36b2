/** Ways to anywhere else, from a notebook that was given one address of the network and native code. */
import type { Way } from "./way.ts";

const BROKER = "permission broker: the host; Landlock: the port";
const MODULES = "permission broker: modules are another permission";
const PORT = "Landlock: the port";
const SOCKETS = "seccomp: sockets";

/** What the ways are tried against: `port` of 127.0.0.1 was given, and nothing else. */
export interface Neighbors {
  readonly port: number;
  /** Another port of the same host, on which somebody listens. */
  readonly otherPort: number;
}

/** The ways, each an expression over what {@linkcode nativeSetup} of the other file makes. */
export function addressWays({ port, otherPort }: Neighbors): Way[] {
  const way = (wall: string) => (name: string, code: string): Way => ({ name, wall, code });
  const broker = way(BROKER);
  const held = way(PORT);
  const socket = way(SOCKETS);
  const opened = (kind: number) => `call(nr(41, 198), 2, ${kind}, 0)`;
  return [
    broker("another port", `Deno.connect({ hostname: "127.0.0.1", port: ${otherPort} })`),
    broker("another host", `Deno.connect({ hostname: "127.0.0.2", port: ${port} })`),
    broker(
      "the same host by another name",
      `Deno.connect({ hostname: "localhost", port: ${port} })`,
    ),
    broker("another host by fetch", `fetch("http://127.0.0.2:${port}/").then((it) => it.text())`),
    broker(
      "a redirect to another host",
      `fetch("http://127.0.0.1:${port}/elsewhere").then((it) => it.text())`,
    ),
    broker(
      "another port by Node",
      `import("node:net").then((it) => new Promise((ok, no) => it.connect(${otherPort}, "127.0.0.1", () => ok("DONE")).on("error", no)))`,
    ),
    broker(
      "text carried out in a name to be resolved",
      `Deno.resolveDns("secret.example.com", "A").catch((error) => error.name === "NotCapable" ? "refused" : "DONE " + error.name)`,
    ),
    way(MODULES)(
      "a module from the address",
      `import("http://127.0.0.1:${port}/module.js").then((it) => it.loaded)`,
    ),
    held(
      "another port by native code",
      `call(nr(42, 203), ${opened(1)}, address(${otherPort}), 16)`,
    ),
    socket("a datagram by native code", opened(2)),
    socket("a datagram", `Deno.listenDatagram({ transport: "udp", port: 0 }).close() ?? "DONE"`),
    socket(
      "the address itself, to listen on it",
      `Deno.listen({ hostname: "127.0.0.1", port: ${port} })`,
    ),
    socket(
      "a port by native code",
      `call(nr(49, 200), ${opened(1)}, address(0), 16) === -1 ? -1 : "DONE"`,
    ),
  ];
}
