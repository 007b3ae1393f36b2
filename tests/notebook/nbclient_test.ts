/**
 * The runner beside nbclient, Jupyter's own, and papermill, on the same kernel: the same outputs,
 * cell by cell. docs/parity.md has the table.
 */
import { assertEquals } from "@std/assert";
import { delimiter, join } from "node:path";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { MORE_NOTEBOOKS } from "./more_notebooks.ts";
import { type CellSpec, denoFolder, REPOSITORY, testProject } from "./project.ts";

/** The folder of Jupyter's programs; where it is named, the tests that need it must run. */
const JUPYTER = Deno.env.get("TALLYBOOK_JUPYTER");
const PATH = [JUPYTER, Deno.env.get("PATH")].filter(Boolean).join(delimiter);

/**
 * Runs each notebook that it is given, in the notebook's folder, and prints all outputs as JSON.
 * Deno's kernel says "idle" before all outputs of a cell are out, and nbclient, which stops to
 * listen then, loses some: this one listens for a second more.
 */
const PROGRAM = `
import asyncio, json, os, queue, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
import nbclient, nbformat
from nbclient.exceptions import CellExecutionComplete, CellExecutionError
from nbclient.util import ensure_async

async def patient(self, parent_msg_id, cell, cell_index):
    done = False
    while True:
        try:
            wait = 1 if done else None
            message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=wait))
        except queue.Empty:
            if done:
                return
            continue
        if message["parent_header"].get("msg_id") == parent_msg_id:
            try:
                self.process_message(message, cell, cell_index)
            except CellExecutionComplete:
                done = True

nbclient.NotebookClient._async_poll_output_msg = patient

def by_nbclient(path):
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": os.path.dirname(path)}}
    client = nbclient.NotebookClient(notebook, kernel_name="deno", resources=resources, timeout=120, coalesce_streams=True)
    try:
        client.execute()
    except CellExecutionError:
        pass
    return notebook

def by_papermill(path):
    import papermill
    from papermill.exceptions import PapermillExecutionError
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.ipynb")
        try:
            papermill.execute_notebook(path, out, kernel_name="deno", cwd=os.path.dirname(path), progress_bar=False, coalesce_streams=True, iopub_timeout=120)
        except PapermillExecutionError:
            pass
        notebook = nbformat.read(out, as_version=4)
    # What papermill puts above a notebook that failed, and above the cell.
    notebook.cells = [cell for cell in notebook.cells if "papermill-error-cell-tag" not in cell.metadata.get("tags", [])]
    return notebook

run = by_papermill if sys.argv[1] == "papermill" else by_nbclient

def outputs(path):
    # Jupyter picks ports that are free and lets them go before the kernel takes them.
    for attempt in range(5):
        try:
            return os.path.basename(path), [cell.get("outputs", []) for cell in run(path).cells]
        except RuntimeError:
            if attempt == 4:
                raise

with ThreadPoolExecutor(8) as pool:
    print(json.dumps(dict(pool.map(outputs, sys.argv[2:]))))
`;

const installed = (module: string) => {
  try {
    return new Deno.Command("python3", {
      args: ["-c", `import ${module}`],
      env: { PATH },
      stdout: "null",
      stderr: "null",
    }).outputSync().success;
  } catch {
    return false;
  }
};

const mayFail = (code: string): CellSpec => ({ code, tags: ["raises-exception"] });

/**
 * Notebooks of the kinds that people write: by name, their cells. One that cannot even be read is
 * not among them: the kernel refuses its cell without an output, and the runner stores the refusal.
 */
const NOTEBOOKS: Readonly<Record<string, readonly CellSpec[]>> = {
  ...MORE_NOTEBOOKS,
  arithmetic: ["1 + 1", "const a = 6;\nconst b = 7;", "a * b", "0.1 + 0.2", "2n ** 70n", "NaN"],
  nothing_to_show: ["undefined", "null", "let n = 1;", "n = 5", "if (n > 3) n += 1;", "n", ";"],
  texts: ['"a"', "`b\nc`", '"\\u00e9 \\u{1f5f3} \\t"', "'its'.length", '"x".repeat(300)'],
  structures: [
    "({ a: 1, b: { c: [1, 2, { d: 3 }] } })",
    "Array.from({ length: 200 }, (_, i) => i)",
    'new Map([["a", new Set([1])]])',
    "[new Date(0), /a+/g, Symbol('s'), () => 1, class A {}]",
    "new Uint8Array([1, 2, 255])",
  ],
  console: [
    "console.log('a', 1, { b: 2 });\nconsole.log('c');",
    "console.error('to stderr');",
    "console.table([{ a: 1, b: 'x' }, { a: 2, b: 'y' }]);",
    "for (let i = 0; i < 50; i++) console.log(`line ${i}`);",
    "console.log('%s has %d', 'it', 3);\n'and a value'",
  ],
  modules: [
    'import { basename } from "node:path";\nbasename("/a/b.csv")',
    'import { double } from "./helper.ts";\ndouble(21)',
    'const { double: again } = await import("./helper.ts");\nagain(4)',
  ],
  awaiting: [
    "await Promise.resolve(3)",
    "const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));\nawait wait(20);\nconsole.log('after');",
    "let sum = 0;\nfor await (const n of [Promise.resolve(1), 2]) sum += n;\nsum",
  ],
  types: [
    "interface Row { readonly votes: number }\nconst rows: Row[] = [{ votes: 3 }, { votes: 4 }];\nrows",
    "const total = (rows: readonly Row[]): number => rows.reduce((sum, { votes }) => sum + votes, 0);\ntotal(rows)",
    "enum Color { Red, Blue }\nColor[1]",
    "class Tally<T> { #n = new Map<T, number>(); add(x: T) { this.#n.set(x, (this.#n.get(x) ?? 0) + 1); return this; } get(x: T) { return this.#n.get(x); } }\nnew Tally<string>().add('a').add('a').get('a')",
  ],
  displays: [
    "Deno.jupyter.html`<p>Hi</p>`",
    "Deno.jupyter.md`# Title`",
    "Deno.jupyter.svg`<svg xmlns='http://www.w3.org/2000/svg'/>`",
    "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 'plain', 'application/json': { a: 1 } }) })",
    "await Deno.jupyter.display({ 'text/plain': 'raw' }, { raw: true });",
  ],
  updates: [
    "await Deno.jupyter.broadcast('display_data', { data: { 'text/plain': 'one' }, metadata: {}, transient: { display_id: 'd' } });",
    "await Deno.jupyter.broadcast('update_display_data', { data: { 'text/plain': 'two' }, metadata: {}, transient: { display_id: 'd' } });",
  ],
  cleared: [
    "console.log('gone');\nawait Deno.jupyter.broadcast('clear_output', { wait: false });\nconsole.log('stays');",
  ],
  errors: [
    mayFail("throw new TypeError('expected');"),
    mayFail("null.votes"),
    mayFail("const f = () => { throw 'text'; };\nf();"),
    "'goes on'",
  ],
  stops: ["1", "throw new Error('here');", "'never'"],
  functions: [
    "function gcd(a, b) { return b ? gcd(b, a % b) : a; }",
    "gcd(84, 36)",
    "function* count() { yield 1; yield 2; }\n[...count()]",
    "var old = 1; var old = 2; old",
  ],
  files: [
    'Deno.readTextFileSync("votes.csv").trim().split("\\n").slice(1).map((line) => line.split(","))',
    'new TextDecoder().decode(await Deno.readFile("votes.csv")).length',
  ],
  empty: ["", "1", "   ", "// a comment alone", "2"],
};

type Output = Readonly<Record<string, unknown>>;

/** Text as one string, wherever a file may hold it in lines. */
const joined = (value: unknown): unknown =>
  Array.isArray(value) && value.every((part) => typeof part === "string") ? value.join("") : value;

/** What a reader sees of an output. */
function seen(output: Output) {
  const { output_type, name, text, data, ename, evalue } = output;
  return {
    output_type,
    ...(output_type === "stream" ? { name, text: joined(text) } : {}),
    ...(output_type === "error" ? { ename, evalue } : {}),
    ...(data === undefined ? {} : {
      data: Object.fromEntries(
        Object.entries(data as Record<string, unknown>).map((
          [type, value],
        ) => [type, joined(value)]),
      ),
    }),
  };
}

const equal = (a: unknown, b: unknown) => {
  try {
    assertEquals(a, b);
    return true;
  } catch {
    return false;
  }
};

for (const client of ["nbclient", "papermill"]) {
  Deno.test({
    name: `${Object.keys(NOTEBOOKS).length} notebooks have the outputs that ${client} gives them`,
    // papermill stands on nbclient; where the tests must run, both are there.
    ignore: !installed(client) && (JUPYTER === undefined || client === "papermill"),
    fn: async () => {
      await using project = await testProject();
      await project.write("helper.ts", "export const double = (n: number): number => 2 * n;\n");
      await project.write("votes.csv", "state,votes\nWI,3\nMI,4\n");
      await project.write(
        "jupyter/kernels/deno/kernel.json",
        JSON.stringify({
          argv: [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"],
          display_name: "Deno",
          language: "typescript",
        }),
      );
      const paths: string[] = [];
      for (const [name, cells] of Object.entries(NOTEBOOKS)) {
        paths.push(await project.notebook(`${name}.ipynb`, cells));
      }
      const { success, stdout, stderr } = await new Deno.Command("python3", {
        args: ["-c", PROGRAM, client, ...paths],
        env: {
          PATH,
          NO_COLOR: "1",
          TZ: "UTC",
          LANG: "en_US.UTF-8",
          DENO_DIR: await denoFolder(),
          JUPYTER_PATH: project.path("jupyter"),
          JUPYTER_RUNTIME_DIR: project.path("jupyter/runtime"),
          PYDEVD_DISABLE_FILE_VALIDATION: "1",
        },
        stdout: "piped",
        stderr: "piped",
      }).output();
      assertEquals(success, true, new TextDecoder().decode(stderr));
      const theirs: Record<string, Output[][]> = JSON.parse(new TextDecoder().decode(stdout));
      const runs = await runNotebooks(paths, { check: false, out: null });
      assertEquals(runs.length, Object.keys(theirs).length);
      // Cell by cell, so that a difference is told alone.
      const differing = runs.flatMap((run) =>
        (run.notebook?.cells ?? []).flatMap((cell, i) => {
          const [ours, other] = [cell.outputs ?? [], theirs[run.name]?.[i] ?? []]
            .map((outputs) => outputs.map(seen));
          const { name: notebook, failure } = run;
          return equal(ours, other) ? [] : [{ notebook, failure, cell: i + 1, ours, other }];
        })
      );
      assertEquals(differing, []);
    },
  });
}

Deno.test("docs/parity.md lists every notebook", async () => {
  const text = await Deno.readTextFile(join(REPOSITORY, "docs/parity.md"));
  assertEquals(Object.keys(NOTEBOOKS).filter((name) => !text.includes(`| ${name} `)), []);
});
