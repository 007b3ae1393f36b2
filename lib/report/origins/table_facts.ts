import { join } from "node:path";
import { sha256 } from "../../files/hash.ts";
import { readIfThere } from "../../files/read_if_there.ts";
import type { TableFacts } from "./number_index.ts";

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title?: string;
  readonly hash?: string;
  readonly rows?: number;
  readonly sources?: readonly { readonly title: string; readonly path: string }[];
}

interface Sidecar {
  readonly title?: string;
  readonly sha256?: string;
  readonly original_url?: string;
}

interface DeclaredCorrection {
  readonly id: string;
  readonly file: string;
  readonly reason: string;
  readonly source: string;
}

/** Files of data/ that are no tables, and that notebooks read. */
const OTHER_FILES = {
  datapackage: "The description of all tables",
  corrections: "The declared corrections of raw files",
};

async function readJson<T>(path: string, otherwise: T): Promise<T> {
  const text = await readIfThere(path);
  return text === null ? otherwise : JSON.parse(text);
}

/** What the data package, the sidecars and the corrections say of tables; those that it does not know are left out. */
export async function tableFacts(
  root: string,
  names: readonly string[],
): Promise<Record<string, TableFacts>> {
  const folder = join(root, "data");
  const { resources } = await readJson<{ resources: Resource[] }>(
    join(folder, "datapackage.json"),
    { resources: [] },
  );
  const corrections = await readJson<DeclaredCorrection[]>(join(folder, "corrections.json"), []);
  const known = resources.filter(({ name }) => names.includes(name));
  const entries = await Promise.all(known.map(async (resource) => {
    const sources = await Promise.all((resource.sources ?? []).map(async ({ title, path }) => {
      const sidecar = await readJson<Sidecar>(join(folder, path), {});
      return {
        title: sidecar.title ?? title,
        file: title,
        sha256: sidecar.sha256 ?? "",
        url: sidecar.original_url ?? "",
      };
    }));
    const files = sources.map(({ file }) => file);
    return [resource.name, {
      title: resource.title ?? resource.name,
      path: `data/${resource.path}`,
      sha256: (resource.hash ?? "").replace(/^sha256:/, ""),
      rows: resource.rows ?? 0,
      sources,
      corrections: corrections.filter(({ file }) => files.includes(file))
        .map(({ id, file, reason, source }) => ({ id, file, reason, source })),
    }] as const;
  }));
  const others = await Promise.all(
    Object.entries(OTHER_FILES).filter(([name]) => names.includes(name)).map(
      async ([name, title]) => {
        const path = `data/${name}.json`;
        const bytes = await Deno.readFile(join(root, path)).catch(() => new Uint8Array());
        const rows = name === "corrections" ? corrections.length : resources.length;
        return [name, { title, path, sha256: sha256(bytes), rows, sources: [], corrections: [] }];
      },
    ),
  );
  return Object.fromEntries([...entries, ...others]);
}
