/** Where a kernel listens and the key that signs its messages, as in Jupyter's connection file. */
export interface Connection {
  readonly ip: "127.0.0.1";
  readonly transport: "tcp";
  readonly signature_scheme: "hmac-sha256";
  readonly kernel_name: "deno";
  readonly key: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

/** Five ports that were free a moment ago: all are held at once, so that they differ. */
function freePorts(): [number, number, number, number, number] {
  const listen = () => Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const listeners = [listen(), listen(), listen(), listen(), listen()] as const;
  const port = (listener: Deno.TcpListener) => listener.addr.port;
  const [a, b, c, d, e] = listeners;
  const ports: [number, number, number, number, number] = [
    port(a),
    port(b),
    port(c),
    port(d),
    port(e),
  ];
  for (const listener of listeners) listener.close();
  return ports;
}

/** A new connection: free ports of this machine and a random key, unless one is given. */
export function newConnection(key: string = crypto.randomUUID()): Connection {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = freePorts();
  return {
    ip: "127.0.0.1",
    transport: "tcp",
    signature_scheme: "hmac-sha256",
    kernel_name: "deno",
    key,
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
  };
}
