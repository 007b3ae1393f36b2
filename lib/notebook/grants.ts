import { nearest, refusal } from "../check/mod.ts";
import {
  NET_ADDRESS_FORM,
  type NetAddress,
  netAddressText,
  parseNetAddress,
} from "./net_address.ts";
import { isAbsolute, relative, resolve, sep as SEPARATOR } from "node:path";

/** The names that `--allow` knows. The project's files and the cleaned environment are always allowed. */
export const PERMISSIONS = ["net", "import", "run", "read", "write", "ffi"] as const;

/** One of these names. */
export type Permission = typeof PERMISSIONS[number];

/** What a notebook may do beyond reading its project. */
export interface Grants {
  /** The names that were given back in full. */
  readonly names: readonly Permission[];
  /** Folders, as absolute paths, into which it may write. */
  readonly folders: readonly string[];
  /** Files and folders outside of its project, as absolute paths, that it may read. */
  readonly reads: readonly string[];
  /** Hosts and ports to which it may connect, where `net` was not given as a whole. */
  readonly addresses: readonly NetAddress[];
}

/** A place that a permission of a command line names: `write=FOLDER`, `read=PATH`. */
const PLACE = /^(read|write)=(.+)$/;

function refuse(found: string, expected: string, near: string | undefined): never {
  throw new RangeError(
    refusal({
      task: "give the notebook more than its project",
      where: "--allow",
      found,
      expected,
      nearest: near,
    }),
  );
}

/** What of an address of the web, or of an engine, would be an address here. */
function nearestAddress(text: string): string | undefined {
  const [, found = ""] = /^\w+:\/\/(?:[^/@]*@)?([^/?#]+)/.exec(text) ?? [];
  return parseNetAddress(found) === null ? undefined : `net=${found}`;
}

/**
 * Reads permissions as a command line spells them: `net`, `run`, `write`, or `write=FOLDER`,
 * `read=PATH` and `net=HOST:PORT` for one place. Throws a `RangeError` that lists what there is
 * when one is unknown.
 */
export function parseGrants(allow: readonly string[], base: string = Deno.cwd()): Grants {
  const names: Permission[] = [];
  const places = { read: [] as string[], write: [] as string[] };
  const addresses: NetAddress[] = [];
  for (const text of allow) {
    const name = PERMISSIONS.find((permission) => permission === text);
    const [, kind, path = ""] = PLACE.exec(text) ?? [];
    if (name) names.push(name);
    else if (kind === "read" || kind === "write") places[kind].push(resolve(base, path));
    else if (text.startsWith("net=")) {
      const address = parseNetAddress(text.slice("net=".length)) ??
        refuse(text, NET_ADDRESS_FORM, nearestAddress(text.slice("net=".length)));
      addresses.push(address);
    } else {
      refuse(
        text,
        `${PERMISSIONS.join(", ")}, net=HOST:PORT, read=PATH or write=FOLDER`,
        nearest(text, PERMISSIONS),
      );
    }
  }
  return { names, folders: places.write, reads: places.read, addresses };
}

/** Grants as `parseGrants` takes them, with whole paths: whoever reads them may stand elsewhere. */
export function grantTexts({ names, folders, reads, addresses }: Grants): string[] {
  return [
    ...names,
    ...addresses.map((address) => `net=${netAddressText(address)}`),
    ...reads.map((path) => `read=${path}`),
    ...folders.map((path) => `write=${path}`),
  ];
}

/** One question of the permission broker's protocol. */
export interface AccessRequest {
  readonly permission: string;
  /** What is to be accessed; null for everything of its kind. */
  readonly value: string | null;
}

/** Whether `path` lies in `folder`; both absolute and free of symbolic links. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${SEPARATOR}`) && !isAbsolute(way);
}

/**
 * Decides one request. `locate` turns a path of the notebook into an absolute
 * one without symbolic links; `packages` is the folder of the installed
 * packages, whose native code may be loaded; `readable` are the places that the
 * wall around the notebook leaves open.
 */
export function isGranted(
  request: AccessRequest,
  grants: Grants,
  where: {
    readonly locate: (path: string) => string;
    readonly packages: string;
    readonly readable: readonly string[];
  },
): boolean {
  const { permission, value } = request;
  if (permission === "env" || permission === "sys") return true;
  if (grants.names.some((name) => name === permission)) return true;
  if (value === null) return false;
  switch (permission) {
    case "read": {
      // Its own process, by whatever name; and what Deno itself names in brackets, as its folder.
      if (/^<[\w-]+>$/i.test(value)) return true;
      const path = where.locate(value);
      return where.readable.some((place) => isInside(path, place));
    }
    case "write":
      return grants.folders.some((folder) => isInside(where.locate(value), where.locate(folder)));
    case "net":
      // A host is asked for as the code wrote it: where it is not as it was given, it is refused.
      return grants.addresses.some((address) => netAddressText(address) === value.toLowerCase());
    case "ffi":
      return value.endsWith(".node") && isInside(where.locate(value), where.locate(where.packages));
    default:
      return false;
  }
}
