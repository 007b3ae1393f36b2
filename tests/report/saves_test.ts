import { assertEquals } from "@std/assert";
import { saves } from "../../lib/report/watch_command.ts";

Deno.test("a save is a change of the notebook or of a file that it may rest on, those together one", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    for (const name of ["lib", "lib/inner", "other"]) await Deno.mkdir(`${folder}/${name}`);
    const notebook = `${folder}/a.ipynb`;
    await Deno.writeTextFile(notebook, "1");
    const told: string[] = [];
    const all = saves(notebook, [`${folder}/lib`]);
    const listening = (async () => {
      for await (const reason of all) {
        told.push(reason);
        if (reason.startsWith("end")) break;
      }
    })();
    const settled = () => new Promise((resolve) => setTimeout(resolve, 400));
    const write = (name: string, text: string) => Deno.writeTextFile(`${folder}/${name}`, text);
    await settled();
    await write("a.ipynb", "2");
    await settled();
    assertEquals(told, ["a.ipynb saved"]);
    // The same again, others beside it, what editors leave: no save.
    await write("a.ipynb", "2");
    for (
      const name of [
        ...["b.ipynb", "other/x.ts", "lib/.x.ts.swp", "lib/x.ts~", "lib/x.tmp", "lib/x"],
      ]
    ) await write(name, "x");
    await settled();
    assertEquals(told.length, 1);
    await write("lib/inner/x.ts", "x");
    await write("lib/y.csv", "x");
    await settled();
    const together = told.slice(1).flatMap((reason) => reason.replace(" saved", "").split(", "));
    assertEquals(together.sort(), ["x.ts", "y.csv"]);
    await Deno.remove(`${folder}/lib/y.csv`);
    await settled();
    await write("lib/end.ts", "x");
    await listening;
    assertEquals(told.at(-1), "end.ts saved");
    assertEquals(told.some((reason) => reason === "y.csv saved" && told.length > 4), false);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
