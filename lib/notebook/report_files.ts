import { join, relative } from "node:path";
import { sha256 } from "../files/hash.ts";
import { stateFolder } from "./project.ts";

/** What the task "report" notes of what it wrote: files of its folder with their SHA-256. */
interface Written {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
}

const WHAT: ReadonlyMap<string, string> = new Map([["figures", "figure"]]);

/**
 * The files of reports of this project, as figures with their data, that are no longer what was
 * written, each in words. A report that is gone has none.
 */
export async function changedReportFiles(root: string): Promise<string[]> {
  const folder = join(stateFolder(root), "reports");
  const found: string[] = [];
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  for (const { name } of entries.toSorted((a, b) => a.name < b.name ? -1 : 1)) {
    const written: Written = JSON.parse(await Deno.readTextFile(join(folder, name)));
    if (!await Deno.stat(written.folder).then((it) => it.isDirectory, () => false)) continue;
    for (const [path, hash] of Object.entries(written.files)) {
      const content = await Deno.readFile(join(written.folder, path)).catch(() => null);
      if (content !== null && sha256(content) === hash) continue;
      const kind = WHAT.get(path.split("/")[0] ?? "") ?? "file";
      const shown = relative(root, join(written.folder, path));
      found.push(
        `${shown}: this ${kind} ${
          content === null ? "is gone" : "was changed"
        } since it was written`,
      );
    }
  }
  return found;
}
