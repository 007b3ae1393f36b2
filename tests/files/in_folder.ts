import { dirname, join } from "node:path";

/** Works in a temporary folder, named by its real path, with these files of text; it is removed afterwards. */
export async function inFolder(
  work: (folder: string) => unknown,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "tallybook-test-" }));
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.mkdir(dirname(join(folder, name)), { recursive: true });
      await Deno.writeTextFile(join(folder, name), text);
    }
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
