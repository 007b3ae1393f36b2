import { assert, assertEquals } from "@std/assert";
import { posix, win32 } from "node:path";
import { relativePath } from "../../lib/files/relative_path.ts";
import { csvColumns } from "../../lib/data/csv_columns.ts";
import { parseNotebook } from "../../lib/notebook/mod.ts";
import { tableCsv } from "../../lib/report/table_file.ts";
import { claims } from "../../lib/data/tables/claims.ts";
import { parseTable } from "../../lib/data/read_table.ts";

const ROOT = new URL("../../", import.meta.url);
const SKIPPED = new Set([".git", ".tallybook", "node_modules", "report", "package", "export"]);

async function* filesUnder(folder: URL, prefix = ""): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (prefix === "" && SKIPPED.has(name)) continue;
    if (isDirectory) yield* filesUnder(new URL(`${name}/`, folder), `${prefix}${name}/`);
    else yield prefix + name;
  }
}

Deno.test("paths in records have slashes on every system, and a drive's letter in either case", () => {
  for (
    const [from, to, expected] of [
      ["C:\\a", "C:\\a\\notebooks\\01.ipynb", "notebooks/01.ipynb"],
      ["c:\\A\\", "C:\\a\\data\\x.csv", "data/x.csv"],
      ["C:\\a\\b", "C:\\a\\c.ts", "../c.ts"],
      ["C:\\a", "D:\\b", "D:/b"],
    ] as const
  ) assertEquals(relativePath(from, to, win32), expected);
  assertEquals(relativePath("/a", "/a/b\\c.csv", posix), "b\\c.csv");
  assertEquals(relativePath("/a/b", "/a/c.ts", posix), "../c.ts");
});

Deno.test("no two files of the project differ by case alone, and Windows takes every name", async () => {
  const seen = new Map<string, string>();
  for await (const path of filesUnder(ROOT)) {
    const folded = path.toLowerCase();
    assertEquals(seen.get(folded), undefined, `${path} and ${seen.get(folded)}`);
    seen.set(folded, path);
    assert(!/[<>:"|?*\\\p{Cc}]/u.test(path), `${path} has a character that Windows refuses`);
    for (const part of path.split("/")) {
      assert(!/[. ]$/u.test(part), `${path}: Windows drops a dot or space at the end`);
      assert(!/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(part), `${path}: a device's name`);
    }
    assert(path.length <= 200, `${path} is longer than a folder of Windows leaves room for`);
  }
  assert(seen.size > 1000, `${seen.size} files were seen`);
});

Deno.test("files are kept byte for byte where git would change line ends", () => {
  assert(Deno.readTextFileSync(new URL(".gitattributes", ROOT)).includes("\n* -text\n"));
});

Deno.test("tables, notebooks and pasted tables read the same with CRLF", async () => {
  const csv = await Deno.readTextFile(new URL("data/claims.csv", ROOT));
  assert(!csv.includes("\r"));
  const read = (text: string) => parseTable(new TextEncoder().encode(text), claims);
  assertEquals(read(csv.replaceAll("\n", "\r\n")), read(csv));
  assertEquals(csvColumns("a,b\r\n1,2\r\n"), csvColumns("a,b\n1,2\n"));
  const text = await Deno.readTextFile(new URL("notebooks/08_electors.ipynb", ROOT));
  assertEquals(
    parseNotebook(text.replaceAll("\n", "\r\n"), "08").notebook,
    parseNotebook(text, "08").notebook,
  );
  const table = "<table><tbody>\n<tr>\n<td>a\n b</td></tr></tbody></table>";
  assertEquals(tableCsv(table.replaceAll("\n", "\r\n")), tableCsv(table));
});
