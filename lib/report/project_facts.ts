import { join } from "node:path";
import type { TableEntry } from "./index_page.ts";
import type { Versions } from "./report_context.ts";
import { sha256 } from "../files/hash.ts";

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** The versions that a report names: Deno's, the library's, and the lock's hash. */
export async function readVersions(root: string): Promise<Versions> {
  const config = JSON.parse(await readIfThere(join(root, "deno.json")) ?? "{}");
  return {
    deno: Deno.version.deno,
    library: typeof config.version === "string" ? config.version : "unversioned",
    lock: sha256(await readIfThere(join(root, "deno.lock")) ?? ""),
  };
}

/** The tables that data/datapackage.json describes; none when there is no such file. */
export async function readTables(root: string): Promise<TableEntry[]> {
  const text = await readIfThere(join(root, "data/datapackage.json"));
  const resources: unknown = text === null ? [] : JSON.parse(text).resources;
  if (!Array.isArray(resources)) return [];
  return resources.map((resource: Record<string, unknown>) => ({
    path: `data/${resource.path}`,
    title: String(resource.title ?? resource.name ?? ""),
    ...(typeof resource.description === "string" ? { description: resource.description } : {}),
  }));
}
