import { join } from "node:path";
import { printError } from "../files/command_line.ts";
import type { Connection } from "./connection.ts";
import { folderLimit } from "./folder_limit.ts";
import { parseGrants } from "./grants.ts";
import { memoryLimit } from "./limits.ts";
import { NotebookSession } from "./session.ts";

/** The variable in which `deno task lab` tells its kernels what they were given. */
export const LAB_GRANTS = "TALLYBOOK_LAB_ALLOW";

const MEGABYTES = 4096;
const TEMPORARY_MEGABYTES = 1024;
const PORTS = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;
const PARENT_POLL_MS = 1000;

/** Hands the bytes of each connection to `from` on to `to`, both ways. */
async function forward(from: Deno.TcpListener, to: number): Promise<void> {
  for await (const outer of from) {
    Deno.connect({ hostname: "127.0.0.1", port: to }).then((inner) => {
      outer.readable.pipeTo(inner.writable).catch(() => {});
      inner.readable.pipeTo(outer.writable).catch(() => {});
    }, () => outer.close());
  }
}

/**
 * Jupyter's kernel, behind the same wall as in a run: what Jupyter starts listens where Jupyter
 * says, and hands the messages on to a kernel that was prepared before the first of them.
 *
 * @returns The exit code, once the kernel has ended.
 */
export async function labKernelCommand([file = ""]: string[]): Promise<number> {
  // Jupyter interrupts by a message; what reaches this process from a terminal is Jupyter's to answer.
  Deno.addSignalListener("SIGINT", () => {});
  const told = Promise.withResolvers<void>();
  Deno.addSignalListener("SIGTERM", told.resolve);
  const connection: Connection = JSON.parse(await Deno.readTextFile(file));
  const listeners = PORTS.map((name) =>
    Deno.listen({ hostname: connection.ip, port: connection[name] })
  );
  const session = await NotebookSession.start(join(Deno.cwd(), "notebook.ipynb"), {
    grants: parseGrants(JSON.parse(Deno.env.get(LAB_GRANTS) ?? "[]")),
    memory: MEGABYTES,
    key: connection.key,
  });
  if (session.wall.missing !== null) printError(session.wall.missing);
  for (const [i, name] of PORTS.entries()) {
    forward(listeners[i]!, session.kernel.connection[name]).catch(() => {});
  }
  const parent = Deno.ppid;
  const orphaned = new Promise<void>((resolve) => {
    const timer = setInterval(() => Deno.ppid !== parent && resolve(), PARENT_POLL_MS);
    Deno.unrefTimer(timer);
  });
  const limits = [
    memoryLimit(session.kernel.pid, MEGABYTES),
    folderLimit(session.folder, session.kernel.pid, TEMPORARY_MEGABYTES),
  ];
  const exceeded = Promise.race(limits.map((limit) => limit.exceeded))
    .catch((error) => printError(`The kernel ${error.message} and was stopped`));
  await Promise.race([session.kernel.exit, orphaned, told.promise, exceeded]);
  for (const limit of limits) limit.stop();
  await session.end();
  for (const listener of listeners) listener.close();
  return 0;
}
