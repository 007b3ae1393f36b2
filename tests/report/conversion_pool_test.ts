/** How drawings are given to workers, with workers that answer when they are told. */
import { assertEquals, assertRejects } from "@std/assert";
import { ConversionPool, type ConversionTask } from "../../lib/report/conversion_pool.ts";

class FakeWorker {
  static made: FakeWorker[] = [];
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: (event: { message: string; preventDefault: () => void }) => void = () => {};
  readonly tasks: unknown[] = [];
  ended = false;
  prevented = 0;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(task: unknown) {
    this.tasks.push(task);
  }
  terminate() {
    this.ended = true;
  }
  answer(data: unknown) {
    this.onmessage({ data });
  }
  fail(message: string) {
    this.onerror({ message, preventDefault: () => this.prevented++ });
  }
}

async function withFakes(run: (pool: ConversionPool, most: number) => Promise<void>) {
  const own = globalThis.Worker;
  FakeWorker.made = [];
  globalThis.Worker = FakeWorker as unknown as typeof Worker;
  try {
    await run(new ConversionPool(), Math.max(1, Math.min(4, navigator.hardwareConcurrency)));
  } finally {
    globalThis.Worker = own;
  }
}

const task = (name: string) =>
  ({ figure: { id: name }, arrangement: "wide", format: "pdf" }) as unknown as ConversionTask;
const nameOf = (given: unknown) => (given as { figure: { id: string } }).figure.id;

Deno.test("as many workers as processors, four at most, take the drawings in turn", () =>
  withFakes(async (pool, most) => {
    const names = Array.from({ length: most + 3 }, (_, i) => `figure ${i}`);
    const answers = names.map((name) => pool.convert(task(name)));
    const { made } = FakeWorker;
    assertEquals(made.map(({ tasks }) => tasks.map(nameOf)), names.slice(0, most).map((n) => [n]));
    // The first worker answers and takes the next that waits, again and again.
    for (let i = 0; i < 4; i++) made[0]!.answer({ bytes: Uint8Array.of(i) });
    assertEquals(made[0]!.tasks.map(nameOf), [names[0]!, ...names.slice(most)]);
    assertEquals(made.length, most);
    assertEquals([...(await answers[0])!, ...(await answers[most])!], [0, 1]);
    // One that has nothing to do is asked before a new one is made.
    const later = pool.convert(task("later"));
    assertEquals(made[0]!.tasks.map(nameOf).at(-1), "later");
    made[0]!.answer({ bytes: null });
    assertEquals(await later, null);
    pool.close();
    assertEquals(made.map(({ ended }) => ended), made.map(() => true));
  }));

Deno.test("a drawing that fails is named with its format, and others go on", () =>
  withFakes(async (pool, most) => {
    const first = pool.convert(task("first"));
    const more = Array.from({ length: most }, (_, i) => pool.convert(task(`more ${i}`)));
    const [worker] = FakeWorker.made;
    worker!.answer({ error: "no font" });
    const error = await assertRejects(() => first, Error);
    assertEquals(error.message, "Cannot convert a drawing to pdf: no font");
    // It has gone on with the one that waited.
    assertEquals(worker!.tasks.length, 2);
    worker!.fail("out of memory");
    const broken = await assertRejects(() => more[most - 1]!, Error);
    assertEquals([broken.message, worker!.prevented], [
      "Cannot convert a drawing to pdf: out of memory",
      1,
    ]);
    for (const [i, other] of FakeWorker.made.slice(1).entries()) {
      other.answer({ bytes: Uint8Array.of(i) });
      assertEquals([...(await more[i])!], [i]);
    }
  }));
