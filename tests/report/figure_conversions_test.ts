/** Which conversions are made, kept and taken again, with workers that write down what they are asked. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { figureConversions } from "../../lib/report/figure_conversions.ts";
import { code, notebookOf, sampleFigure } from "./sample_notebook.ts";
import { withFakeWorkers } from "./fake_worker.ts";

type Convert = ReturnType<typeof figureConversions>["convert"];
type Figure = Parameters<Convert>[0];

const FIGURE: Figure = {
  ...{ id: "lead", title: "A leads", source: "FEC", alt: "A has more.", svg: "<svg/>" },
  ...{ subtitle: "S", caption: "C", narrow: "<svg/>" },
};

/** Converts; whether a worker was asked, and what it was asked. */
async function asked(
  made: readonly { tasks: unknown[]; answer(data: unknown): void }[],
  run: () => ReturnType<Convert>,
) {
  const before = made.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const answer = run();
  // A file that was kept is read first.
  for (let i = 0; i < 100; i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const now = made.reduce((sum, { tasks }) => sum + tasks.length, 0);
    if (now > before) {
      for (const worker of made) worker.answer({ bytes: Uint8Array.of(1, 2, 3) });
      return { asked: true, bytes: [...(await answer)!] };
    }
    if (await Promise.race([answer.then(() => true), Promise.resolve(false)])) break;
  }
  const bytes = await answer;
  return { asked: false, bytes: bytes === null ? null : [...bytes] };
}

/** Waits for work, each of whose conversions is answered with one byte. */
async function answering(
  made: readonly { tasks: unknown[]; answer(data: unknown): void }[],
  work: Promise<void>,
): Promise<void> {
  let finished = false;
  const done = work.finally(() => finished = true);
  const answered = new Map<unknown, number>();
  while (!finished) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const worker of made) {
      if (worker.tasks.length === (answered.get(worker) ?? 0)) continue;
      answered.set(worker, worker.tasks.length);
      worker.answer({ bytes: Uint8Array.of(7) });
    }
  }
  await done;
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(join(folder, "none yet"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a conversion is made once for what it is made of, and again where that differs", () =>
  inFolder((folder) =>
    withFakeWorkers(async (made) => {
      const { convert, close } = figureConversions(folder, "lock");
      const again = async (figure: Figure, arrangement: string, lock = convert) =>
        (await asked(made, () => lock(figure, arrangement as "drawn", "png"))).asked;
      // As drawn, and grey, a file needs no more than the drawing.
      for (const arrangement of ["drawn", "grey"]) {
        assertEquals(await again(FIGURE, arrangement), true, arrangement);
        assertEquals(await again(FIGURE, arrangement), false, arrangement);
        assertEquals(await again({ ...FIGURE, title: "Other", alt: "x" }, arrangement), false);
        assertEquals(
          await again({ ...FIGURE, svg: `<svg id="${arrangement}"/>` }, arrangement),
          true,
        );
      }
      // On a sheet all of its words are drawn, too.
      assertEquals(await again(FIGURE, "slide"), true);
      assertEquals(await again(FIGURE, "slide"), false);
      for (const name of Object.keys(FIGURE)) {
        assertEquals(await again({ ...FIGURE, [name]: "<svg>other</svg>" }, "slide"), true, name);
      }
      const other = figureConversions(folder, "another lock");
      assertEquals(await again(FIGURE, "slide", other.convert), true);
      close();
      other.close();
    })
  ));

Deno.test("what has no such layout is kept as such, and not tried again", () =>
  inFolder((folder) =>
    withFakeWorkers(async (made) => {
      const { convert, close } = figureConversions(folder, "lock");
      const first = convert(FIGURE, "slide", "pdf");
      while (made.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      made[0]!.answer({ bytes: null });
      assertEquals(await first, null);
      assertEquals(await asked(made, () => convert(FIGURE, "slide", "pdf")), {
        asked: false,
        bytes: null,
      });
      // A worker is sent what a drawing is made of, blanks where there is none.
      const { id, title, source, alt, svg } = FIGURE;
      const bare = { id, title, source, alt, svg, png: new Uint8Array(9) } as unknown as Figure;
      await asked(made, () => convert(bare, "slide", "pdf"));
      const [task] = made.flatMap(({ tasks }) => tasks).slice(-1);
      assertEquals(task, {
        figure: { id, title, subtitle: null, caption: null, source, alt, svg, narrow: null },
        arrangement: "slide",
        format: "pdf",
      });
      close();
      assertEquals(made.every(({ ended }) => ended), true);
    })
  ));

Deno.test("all drawings of a notebook's figures are made at once, each told once", () =>
  inFolder((folder) =>
    withFakeWorkers(async (made) => {
      const { prepare, close } = figureConversions(folder, "lock");
      const notebook = notebookOf(code("1", [sampleFigure()]), code("2", []));
      let told = 0;
      await answering(made, prepare(notebook, () => told++));
      const tasks = made.reduce((sum, { tasks }) => sum + tasks.length, 0);
      assertEquals(told, tasks);
      assertEquals(tasks > 2, true);
      // What is kept is told of no more.
      await prepare(notebook, () => told++);
      assertEquals(told, tasks);
      close();
    })
  ));

Deno.test("a figure that was prepared is not read again, until its libraries are others", () =>
  inFolder((folder) =>
    withFakeWorkers(async (made) => {
      const notebook = notebookOf(code("1", [sampleFigure()]));
      let told = 0;
      const prepared = async (lock: string) => {
        const { prepare, close } = figureConversions(folder, lock);
        const before = told;
        await answering(made, prepare(notebook, () => told++));
        close();
        return told - before;
      };
      const first = await prepared("lock");
      assertEquals(first > 5, true, `${first} files`);
      // Without the files, it is the mark alone that says so.
      for await (const { name } of Deno.readDir(folder)) {
        if (!name.endsWith(".prepared")) await Deno.remove(join(folder, name));
      }
      assertEquals(await prepared("lock"), 0);
      assertEquals(await prepared("another lock"), first);
    })
  ));
