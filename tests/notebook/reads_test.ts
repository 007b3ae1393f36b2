/** What the run record says that a notebook rests on, with the library's own loaders. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { hashOfFile } from "../../lib/files/hash.ts";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { notebookText, REPOSITORY } from "./project.ts";

Deno.test("the record names every table and description that loaders read, each with its hash", async () => {
  const folder = await Deno.makeTempDir({ dir: join(REPOSITORY, "notebooks"), prefix: ".reads-" });
  try {
    const path = join(folder, "a.ipynb");
    await Deno.writeTextFile(
      path,
      notebookText([
        'import { describeTables, loadFrame, loadPrecinctReturns, loadStateReturns } from "tallybook/data";',
        // Twice: the second comes from memory.
        "[loadStateReturns({ year: 2016 }).length > 0, loadStateReturns({ year: 2016 }).length > 0]",
        'loadPrecinctReturns({ states: ["RI"] }).length > 0',
        "describeTables().length > 0",
      ]),
    );
    const [run] = await runNotebooks([path], { check: false, out: null });
    assertEquals(run?.failure, null);
    const expected = [
      "data/datapackage.json",
      "data/precinct_returns_2016.parquet",
      "data/state_returns.csv",
    ];
    assertEquals(
      run?.reads,
      Object.fromEntries(
        await Promise.all(
          expected.map(async (name) => [name, await hashOfFile(join(REPOSITORY, name))]),
        ),
      ),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
