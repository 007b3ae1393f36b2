import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { saves } from "../../lib/report/watch_command.ts";
import { inFolder } from "../files/in_folder.ts";
import { until } from "../files/until.ts";

Deno.test("a save is a change of the notebook or of a file that it may rest on, those together one", () =>
  inFolder(async (folder) => {
    const notebook = join(folder, "a.ipynb");
    const told: string[] = [];
    const watching = (async () => {
      for await (const reason of saves(notebook, [join(folder, "lib")])) {
        told.push(reason);
        if (reason.includes("end.ts")) break;
      }
    })();
    // Made elsewhere and put in its place whole, so that no half of it is seen.
    const put = (name: string, text = "x") => {
      Deno.writeTextFileSync(join(folder, "elsewhere/part"), text);
      Deno.renameSync(join(folder, "elsewhere/part"), join(folder, name));
    };
    put("a.ipynb", "2");
    await until(() => told.length === 1);
    // The same again, others beside it, what editors leave: the next save is another file's, alone.
    put("a.ipynb", "2");
    for (
      const name of [
        ...["b.ipynb", "other/x.ts", "lib/.x.ts.swp", "lib/x.ts~", "lib/x.tmp", "lib/x"],
      ]
    ) put(name);
    put("lib/next.ts");
    await until(() => told.length === 2);
    put("lib/inner/x.ts");
    put("lib/y.csv");
    await until(() => told.length === 3);
    // What is removed is no save.
    Deno.removeSync(join(folder, "lib/y.csv"));
    put("lib/end.ts");
    await watching;
    assertEquals(told, [
      "a.ipynb saved",
      "next.ts saved",
      "x.ts, y.csv saved",
      "end.ts saved",
    ]);
  }, { "a.ipynb": "1", "lib/inner/a.ts": "", "other/a.ts": "", "elsewhere/a": "" }));
