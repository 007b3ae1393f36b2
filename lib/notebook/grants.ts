import { isAbsolute, relative, resolve, sep as SEPARATOR } from "node:path";

/** The names that `--allow` knows. Reading files and the cleaned environment are always allowed. */
export const PERMISSIONS = ["net", "import", "run", "write", "ffi"] as const;

/** One of these names. */
export type Permission = typeof PERMISSIONS[number];

/** What a notebook may do beyond reading files. */
export interface Grants {
  /** The names that were given back in full. */
  readonly names: readonly Permission[];
  /** Folders, as absolute paths, into which it may write. */
  readonly folders: readonly string[];
}

/**
 * Reads permissions as a command line spells them: `net`, `run`, `write`, or
 * `write=FOLDER` for one folder. Throws a `RangeError` that lists what there is
 * when one is unknown.
 */
export function parseGrants(allow: readonly string[], base: string = Deno.cwd()): Grants {
  const names: Permission[] = [];
  const folders: string[] = [];
  for (const text of allow) {
    const name = PERMISSIONS.find((permission) => permission === text);
    if (name) names.push(name);
    else if (text.startsWith("write=") && text.length > "write=".length) {
      folders.push(resolve(base, text.slice("write=".length)));
    } else {
      throw new RangeError(
        `Cannot allow "${text}": expected ${PERMISSIONS.join(", ")} or write=FOLDER`,
      );
    }
  }
  return { names, folders };
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
 * packages, whose native code may be loaded.
 */
export function isGranted(
  request: AccessRequest,
  grants: Grants,
  where: { readonly locate: (path: string) => string; readonly packages: string },
): boolean {
  const { permission, value } = request;
  if (permission === "read" || permission === "env" || permission === "sys") return true;
  if (grants.names.some((name) => name === permission)) return true;
  if (value === null) return false;
  switch (permission) {
    case "write":
      return grants.folders.some((folder) => isInside(where.locate(value), where.locate(folder)));
    case "ffi":
      return value.endsWith(".node") && isInside(where.locate(value), where.locate(where.packages));
    default:
      return false;
  }
}
