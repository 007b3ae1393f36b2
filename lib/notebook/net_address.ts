/** A host and a TCP port to which a notebook may connect. */
export interface NetAddress {
  /** A name in lower case, or an address of IPv4 or, in brackets, of IPv6. */
  readonly host: string;
  readonly port: number;
}

/** What {@linkcode parseNetAddress} takes, in words for a message. */
export const NET_ADDRESS_FORM = "net=HOST:PORT with one host and a port from 1 to 65535";

const WRITTEN = /^(\[[0-9a-f:.]+\]|[\p{L}\p{N}_.-]+):(\d{1,5})$/iu;
const IN_NUMBERS = /^(?:\[.*\]|\d+(?:\.\d+){3})$/;

/** Reads `HOST:PORT`, the host as an address of the web would have it; null for anything else. */
export function parseNetAddress(text: string): NetAddress | null {
  const [, written = "", digits = ""] = WRITTEN.exec(text) ?? [];
  const port = Number(digits);
  if (written === "" || port < 1 || port > 65535) return null;
  try {
    return { host: new URL(`http://${written}/`).hostname, port };
  } catch {
    return null;
  }
}

/** An address as Deno names it where it asks for the access. */
export function netAddressText({ host, port }: NetAddress): string {
  return `${host}:${port}`;
}

/** Whether finding the host takes a name server: this machine's own name and numbers do not. */
export function needsNameServer({ host }: NetAddress): boolean {
  return host !== "localhost" && !IN_NUMBERS.test(host);
}
