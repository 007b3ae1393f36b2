/** The task "watch" as a process: what the browser gets after a save. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { notebookText, processesLeft, REPOSITORY } from "../notebook/project.ts";

/** The lines that a stream gives, waited for one that `wanted` accepts. */
async function lineOf(
  lines: AsyncIterator<string>,
  wanted: (line: string) => boolean,
): Promise<string> {
  for (;;) {
    const { done, value } = await lines.next();
    assert(!done, "the task ended before its time");
    if (wanted(value)) return value;
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

Deno.test("watch shows a notebook, and shows it again when it is saved", async () => {
  const folder = await Deno.makeTempDir({ dir: join(REPOSITORY, "notebooks"), prefix: ".watch-" });
  const path = join(folder, "a.ipynb");
  const save = (cell: string) => Deno.writeTextFile(path, notebookText([cell]));
  await save('"first" + "ly"');
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(REPOSITORY, "lib/cli.ts"), "watch", path],
    cwd: REPOSITORY,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const lines = linesOf(child.stdout);
  try {
    const url = /http:\S+\//.exec(await lineOf(lines, (line) => line.startsWith("Open ")))![0];
    assertMatch(await lineOf(lines, (line) => line.includes("shown")), /^started: shown after /);
    assertStringIncludes(await (await fetch(url)).text(), '<iframe src="/a.html"');
    const page = async () => await (await fetch(`${url}a.html`)).text();
    assertStringIncludes(await page(), "firstly");

    const response = await fetch(`${url}saves`);
    const told = response.body!.getReader();
    await save('"second" + "ly"');
    assertEquals(new TextDecoder().decode((await told.read()).value), "data: saved\n\n");
    assertMatch(
      await lineOf(lines, (line) => line.includes("shown")),
      /^a\.ipynb saved: shown after /,
    );
    const shown = await page();
    assertEquals([shown.includes("secondly"), shown.includes("firstly")], [true, false]);
    await told.cancel();

    // One that goes on is stopped by the next save.
    await save("await new Promise((resolve) => setTimeout(resolve, 60_000));");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await save('"third" + "ly"');
    await lineOf(lines, (line) => line.includes("shown"));
    assertStringIncludes(await page(), "thirdly");

    // Its numbers say where they come from, down to the row.
    await save([
      'import { loadTurnout } from "tallybook/data";',
      'import { count, md } from "tallybook/display";',
      'const [us] = loadTurnout({ year: 2016, states: ["US"] });',
      "md`Eligible: ${count(us.vep!)}`",
    ].join("\n"));
    await lineOf(lines, (line) => line.includes("shown"));
    assertStringIncludes(await page(), 'class="from"');
    const index = await (await fetch(`${url}a.numbers.json`)).json();
    const [number] = index.numbers;
    const row = { table: "turnout", column: "vep", key: { year: 2016, state_po: "US" } };
    assertEquals([number.href, number.row], ["a.html#number-0", row]);

    // A fault is shown with where it is.
    await save('throw new Error("no");');
    await lineOf(lines, (line) => line.includes("shown"));
    assertStringIncludes(await page(), "cell [1], line 1: Error: no");

    assertEquals(
      (await fetch(`${url}none.html`).then((it) => (it.body?.cancel(), it))).status,
      404,
    );
    assertEquals(await Deno.readTextFile(path), notebookText(['throw new Error("no");']));
  } finally {
    child.kill("SIGINT");
    await lines.return(undefined);
    assertEquals((await child.status).code, 130);
    await Deno.remove(folder, { recursive: true });
  }
  assertEquals(await processesLeft(folder), []);
});
