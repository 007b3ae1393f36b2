/** Notebooks, parameters and places that nobody expects: each is taken as it is, or refused before anything runs. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { executeNotebook } from "../../lib/notebook/mod.ts";
import { notebookText, REPOSITORY, type TestProject, testProject } from "./project.ts";

/** Runs the task in a folder: exit code, and what it said. */
async function run(cwd: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--quiet",
      join(REPOSITORY, "lib/cli.ts"),
      "run",
      "--quiet",
      "--no-check",
      ...args,
    ],
    cwd,
    env: { NO_COLOR: "1" },
    stdout: "null",
  }).output();
  return { code, said: new TextDecoder().decode(stderr).trim() };
}

/** A notebook that says whether it ran, by a file that only a run makes. */
async function marked(project: TestProject): Promise<string> {
  return await project.notebook("a.ipynb", [
    { code: "let year = 2016;\nlet list = [1];\nlet any = null;", tags: ["parameters"] },
    "console.log(year, list, any);",
  ]);
}

Deno.test("a parameter that JavaScript would take for another, or that is given twice, is refused", async () => {
  await using project = await testProject({ lock: false });
  const path = await marked(project);
  const before = await Deno.readTextFile(path);
  for (
    const [args, code, told] of [
      [
        ["-p", "year=9007199254740993"],
        1,
        'year: found "9007199254740993", expected a number that',
      ],
      [["-p", "list=[1,-9007199254740993]"], 1, 'list: found "-9007199254740993", expected'],
      [["-p", "any=1e999"], 1, 'any: found "1e999", expected'],
      [["-p", "year=1", "-p", "year=2"], 2, "year twice"],
      [["-p", "__proto__=1"], 1, 'its name: found "__proto__"'],
      [["-p", "constructor=1"], 1, 'its name: found "constructor"'],
      // The second letter is Cyrillic.
      [["-p", "yеar=1"], 1, 'nearest: "year"'],
    ] as const
  ) {
    const { code: ended, said } = await run(project.root, "a.ipynb", ...args);
    assertStringIncludes(said, told);
    assertEquals([ended, await Deno.readTextFile(path)], [code, before], said);
  }
});

Deno.test("a parameter may have the name of what every object has", async () => {
  await using project = await testProject({ lock: false });
  const path = await project.notebook("a.ipynb", [
    { code: "var toString = 1;\nlet year = 2016;", tags: ["parameters"] },
    "console.log(toString, year);",
  ]);
  const { notebook, parameters } = await executeNotebook(path, {
    out: null,
    parameters: { toString: 5 },
  });
  assertEquals(parameters, { toString: 5, year: 2016 });
  assertEquals(notebook.cells.at(-1)?.outputs?.[0]?.["text"], ["5 2016\n"]);
});

Deno.test({
  name: "a result's place is refused before anything runs, whatever is wrong with it",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using project = await testProject({ lock: false });
    const path = await project.notebook("a.ipynb", ["throw new Error('it ran');"]);
    await project.write("plain.txt", "no notebook");
    await project.write("full.partial.ipynb", "no notebook");
    await Deno.mkdir(project.path("folder.ipynb"));
    await Deno.symlink("/dev/null", project.path("device.ipynb"));
    await Deno.symlink("nowhere", project.path("dangling.ipynb"));
    await new Deno.Command("mkfifo", { args: [project.path("pipe.ipynb")] }).output();
    for (
      const out of [
        ...[
          "plain.txt",
          "plain.txt/b.ipynb",
          "full.ipynb",
          "folder.ipynb",
          "device.ipynb",
          "pipe.ipynb",
        ],
        ...["dangling.ipynb", "none/b.ipynb", "", ".", "/", "/dev/full", "/proc/b.ipynb"],
        ...[`${"b".repeat(300)}.ipynb`, "/sys/b.ipynb"],
      ]
    ) {
      const asked = out === "" || out.startsWith("/") ? out : project.path(out);
      const error = await executeNotebook(path, { out: asked }).then(
        ({ status }) => `it ${status}`,
        (error) => error.message,
      );
      assertMatch(error, /^Cannot write the result: .*found .*, expected /, out);
    }
    assertEquals((await project.files()).filter((name) => /\.tmp$|a\.partial/.test(name)), []);
  },
});

Deno.test("a run from another folder, through a linked folder and into another name is the same run", async () => {
  await using project = await testProject({ lock: false });
  await project.write("real/table.txt", "beside");
  const path = await project.notebook("real/a.ipynb", [
    'console.log(Deno.readTextFileSync("table.txt"));',
  ]);
  await Deno.symlink("real", project.path("notebooks"));
  const elsewhere = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    const texts: string[] = [];
    for (
      const [cwd, ...args] of [
        [elsewhere, path],
        [project.root, "notebooks/a.ipynb"],
        [project.path("real"), "./a.ipynb", "--out", "../b.ipynb"],
      ] as const
    ) {
      const { code, said } = await run(cwd, ...args);
      assertEquals([code, said], [0, ""]);
      const result = args.length > 1 ? project.path("b.ipynb") : path;
      texts.push(JSON.parse(await Deno.readTextFile(result)).cells[0].outputs[0].text.join());
    }
    assertEquals(texts, ["beside", "beside", "beside"].map((text) => `${text}\n`));
    assertEquals([...Deno.readDirSync(elsewhere)], []);
    assertEquals((await Deno.lstat(project.path("notebooks"))).isSymlink, true);
  } finally {
    await Deno.remove(elsewhere, { recursive: true });
  }
});

Deno.test("a notebooks folder that leads out of its project reads nothing there without a grant, and says so", async () => {
  await using project = await testProject({ lock: false });
  await using other = await testProject({ lock: false });
  await other.write("in/table.txt", "beside");
  await other.notebook("in/a.ipynb", ['console.log(Deno.readTextFileSync("table.txt"));']);
  await Deno.symlink(other.path("in"), project.path("notebooks"));
  const path = project.path("notebooks/a.ipynb");
  const refused = await executeNotebook(path, { out: null });
  assertMatch(
    refused.failure?.message ?? "",
    /no read access to "table.txt": run it with --allow=read=PATH/,
  );
  const { failure, reads } = await executeNotebook(path, {
    out: null,
    allow: [`read=${other.path("in")}`],
  });
  assertEquals([failure, Object.keys(reads.outside)], [null, [other.path("in/table.txt")]]);
});

Deno.test("two runs into one result at one time: one is refused, and the file is one run's", async () => {
  await using project = await testProject({ lock: false });
  const cell = (word: string) =>
    `await new Promise((ok) => setTimeout(ok, 1500));\nconsole.log("${word}");`;
  const paths = [
    await project.notebook("a.ipynb", [cell("first")]),
    await project.notebook("b.ipynb", [cell("second")]),
  ];
  const runs = await Promise.all(paths.map((path) => run(project.root, path, "--out", "c.ipynb")));
  assertEquals(runs.map(({ code }) => code).sort(), [0, 1], JSON.stringify(runs));
  const won = runs.findIndex(({ code }) => code === 0);
  assertStringIncludes(runs[1 - won]!.said, "Another process is running this notebook");
  const { cells } = JSON.parse(await Deno.readTextFile(project.path("c.ipynb")));
  assertEquals(cells[0].outputs[0].text, [`${["first", "second"][won]}\n`]);
});

Deno.test("what the format leaves open is kept: BOM, CRLF, numbers, attachments, ids, half characters", async () => {
  await using project = await testProject({ lock: false });
  const notebook = JSON.parse(notebookText(["console.log(1);", "console.log(2);"]));
  notebook.cells[1].id = notebook.cells[0].id;
  notebook.cells.push({
    cell_type: "markdown",
    id: "m",
    metadata: { odd: "\ud800" },
    attachments: { "a.png": { "image/png": "AA==" } },
    source: ["![a](attachment:a.png)"],
  });
  const numbers =
    '"large": 9007199254740993, "small": 1e-400, "spelled": 1.50, "__proto__": {"x": 1}';
  const text = JSON.stringify(notebook, null, 1).replace(
    '"metadata": {\n  "kernelspec"',
    `"metadata": {\n  ${numbers},\n  "kernelspec"`,
  )
    .replaceAll("\n", "\r\n");
  const path = await project.write("a.ipynb", `\uFEFF${text}`);
  const { failure, notebook: ran } = await executeNotebook(path);
  assertEquals(failure, null);
  assertEquals(ran.cells.slice(0, 2).map(({ outputs }) => outputs?.[0]?.["text"]), [["1\n"], [
    "2\n",
  ]]);
  const stored = await Deno.readTextFile(path);
  for (
    const kept of [
      '"large": 9007199254740993',
      '"small": 1e-400',
      '"spelled": 1.50',
      '"__proto__": {',
      '"odd": "\\ud800"',
      '"image/png": "AA=="',
    ]
  ) {
    assertStringIncludes(stored, kept);
  }
});

Deno.test("a cell that sends the kernel's own messages in odd forms loses none and pollutes nothing", async () => {
  await using project = await testProject({ lock: false });
  const send = (type: string, content: string) =>
    `await Deno.jupyter.broadcast("${type}", JSON.parse(${JSON.stringify(content)}));`;
  const path = await project.notebook("a.ipynb", [
    send(
      "display_data",
      '{"metadata":{"__proto__":{"x":1}},"data":{"text/plain":"seen","__proto__":"kept"}}',
    ),
    send("display_data", '{"metadata":7,"data":[1,2]}'),
    send("stream", '{"name":"__proto__","text":"odd"}'),
    send("stream", '{"name":"stdout","text":5}'),
    send("update_display_data", '{"transient":{"display_id":"__proto__"},"data":{},"metadata":{}}'),
    send("no_such_type", '{"cells":[]}'),
    "console.log(6);",
  ]);
  const { failure, notebook, text } = await executeNotebook(path, { out: null });
  assertEquals(failure, null);
  assertEquals(notebook.cells.at(-1)?.outputs?.[0]?.["text"], ["6\n"]);
  assertStringIncludes(text, "seen");
  assertStringIncludes(text, "kept");
  assertEquals(({} as Record<string, unknown>)["x"], undefined);
  JSON.parse(text);
});
