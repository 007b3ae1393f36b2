/**
 * All browser tests as one module: the report that they open is made once, and one browser opens it.
 * `deno test -A tests/browser/search_test.ts` runs one file.
 */
const FOLDER = new URL("./", import.meta.url);

const names = [...Deno.readDirSync(FOLDER)].map(({ name }) => name).sort();
for (const name of names.filter((name) => name.endsWith("_test.ts"))) {
  await import(new URL(name, FOLDER).href);
}
