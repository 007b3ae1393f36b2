/** What a notebook may be given back, beyond reading files. */
export const PERMISSIONS = ["net", "run", "write", "ffi", "env", "sys", "import"] as const;

/** One permission's name. */
export type Permission = typeof PERMISSIONS[number];

/** What a notebook loses unless it is given back. */
export const WITHHELD: readonly Permission[] = ["net", "import", "run", "write", "ffi"];

/**
 * Reads the value of `--allow`: names with commas between them. Throws a
 * `RangeError` that lists the names there are when one is unknown.
 */
export function parseAllow(text: string): Permission[] {
  return text.split(",").map((part) => part.trim()).filter((part) => part !== "").map((name) => {
    const found = PERMISSIONS.find((permission) => permission === name);
    if (found) return found;
    throw new RangeError(
      `Cannot allow "${name}": expected one of ${PERMISSIONS.join(", ")}`,
    );
  });
}
