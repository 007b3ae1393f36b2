/**
 * The tables are what the raw files give. Where `deno task data` found so with the same code, tables and raw
 * files, and nothing was written since, that is not built again.
 */
import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { BUILD_GROUND, buildGround } from "../../../lib/data/build/build_ground.ts";
import { buildTables } from "../../../lib/data/build/build_tables.ts";
import {
  defaultRawFolder,
  readCorrections,
  staleSidecars,
} from "../../../lib/data/build/data_command.ts";
import { tableBuilds } from "../../../lib/data/build/tables.ts";

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

const raw = defaultRawFolder();
const present = exists(`${raw}/SOURCES.tsv`);
const root = new URL("../../../", import.meta.url);

/** Whether a build of all tables on this ground gave what stands there. */
function foundBefore(): boolean {
  let kept: { readonly ground?: string };
  try {
    kept = JSON.parse(Deno.readTextFileSync(new URL(BUILD_GROUND, root)));
  } catch {
    return false;
  }
  return kept.ground !== undefined && kept.ground === buildGround(fileURLToPath(root), raw);
}

Deno.test({
  name: present
    ? "buildTables() gives the committed files byte for byte"
    : "buildTables() gives the committed files byte for byte (skipped: no folder of raw files)",
  ignore: !present,
  fn() {
    if (foundBefore()) return;
    const { files, kept } = buildTables(raw, readCorrections(), tableBuilds);
    assertEquals(kept, []);
    const different = [...files].filter(([path, bytes]) => {
      const committed = Deno.readFileSync(new URL(path, root));
      return committed.length !== bytes.length || committed.some((byte, at) => byte !== bytes[at]);
    }).map(([path]) => path);
    assertEquals(different, []);
    assertEquals(staleSidecars(new Set(files.keys())), []);
  },
});
