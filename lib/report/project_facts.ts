import { join } from "node:path";
import type { TableEntry } from "./index_page.ts";
import type { Versions } from "./report_context.ts";
import { sha256 } from "../files/hash.ts";
import { readIfThere } from "../files/read_if_there.ts";

/** The versions that a report names: Deno's, the library's with its day, and the lock's hash. */
export async function readVersions(root: string): Promise<Versions> {
  const config = JSON.parse(await readIfThere(join(root, "deno.json")) ?? "{}");
  const citation = await readIfThere(join(root, "CITATION.cff")) ?? "";
  const entry = (name: string) =>
    citation.match(new RegExp(`^${name}: *"?([^"\n]+?)"? *$`, "m"))?.[1];
  const released = entry("date-released");
  const license = entry("license");
  const authors = [...citation.matchAll(/^ {2}- name: *"?([^"\n]+?)"? *$/gm)].map(([, name]) =>
    name!
  );
  return {
    ...(released ? { released } : {}),
    ...(license ? { license } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    deno: Deno.version.deno,
    library: typeof config.version === "string" ? config.version : "unversioned",
    lock: sha256(await readIfThere(join(root, "deno.lock")) ?? ""),
  };
}

async function readResources(root: string): Promise<Record<string, unknown>[]> {
  const text = await readIfThere(join(root, "data/datapackage.json"));
  const resources: unknown = text === null ? [] : JSON.parse(text).resources;
  return Array.isArray(resources) ? resources : [];
}

/** The licenses of the tables that data/datapackage.json describes, by path. */
export async function readLicenses(root: string): Promise<Record<string, string>> {
  const titles = (licenses: unknown) =>
    (Array.isArray(licenses) ? licenses : []).map(({ title, name }) => title ?? name).join(", ");
  return Object.fromEntries(
    (await readResources(root)).map(({ path, licenses }) => [`data/${path}`, titles(licenses)]),
  );
}

/** The tables that data/datapackage.json describes; none when there is no such file. */
export async function readTables(root: string): Promise<TableEntry[]> {
  return (await readResources(root)).map((resource: Record<string, unknown>) => ({
    path: `data/${resource.path}`,
    title: String(resource.title ?? resource.name ?? ""),
    ...(typeof resource.description === "string" ? { description: resource.description } : {}),
  }));
}
