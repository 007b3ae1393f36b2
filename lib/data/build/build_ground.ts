import { join } from "node:path";
import { sha256, sha256OfFile } from "../../files/hash.ts";
import { writeAtomically } from "../../files/atomic_write.ts";

/** Where a project says on which ground a build last gave all that stands in data/. */
export const BUILD_GROUND = join(".tallybook", "tables_built.json");

/** Not in the repository, and no build of all tables makes it. */
const LARGE = "large";

/** All files under a folder, in the order of their paths. */
function* filesUnder(folder: string): Generator<string> {
  const entries = [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory } of entries) {
    const path = join(folder, name);
    if (!isDirectory) yield path;
    else if (name !== LARGE) yield* filesUnder(path);
  }
}

/**
 * All that a build of the tables rests on, and all that it is compared with, as one hash: the code, the
 * versions, the tables with what describes them, the raw files. Null where a file was written since this
 * process began, which may have loaded or built another one.
 */
export function buildGround(root: string, raw: string): string | null {
  const hashes: string[] = [Deno.version.deno, Deno.build.target];
  const project = [...filesUnder(join(root, "lib")), ...filesUnder(join(root, "data"))];
  const all = [join(root, "deno.json"), join(root, "deno.lock"), ...project];
  for (const [folder, paths] of [[root, all], [raw, [...filesUnder(raw)]]] as const) {
    for (const path of paths) {
      const { mtime } = Deno.statSync(path);
      if ((mtime?.getTime() ?? Infinity) > performance.timeOrigin) return null;
      hashes.push(path.slice(folder.length), sha256OfFile(path));
    }
  }
  return sha256(JSON.stringify(hashes));
}

/** Keeps the ground on which a build of all tables gave what stands there. */
export async function keepBuildGround(root: string, raw: string): Promise<void> {
  const ground = buildGround(root, raw);
  if (ground === null) return;
  Deno.mkdirSync(join(root, ".tallybook"), { recursive: true });
  await writeAtomically(join(root, BUILD_GROUND), JSON.stringify({ ground }));
}
