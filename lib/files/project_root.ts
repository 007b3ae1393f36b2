import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project that this library is part of. */
export function ownRoot(): string {
  return dirname(dirname(dirname(fileURLToPath(import.meta.url))));
}
