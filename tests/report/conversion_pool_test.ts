/** How drawings are given to workers, with workers that answer when they are told. */
import { assertEquals, assertRejects } from "@std/assert";
import { withFakeWorkers } from "./fake_worker.ts";
import { ConversionPool, type ConversionTask } from "../../lib/report/conversion_pool.ts";

const MOST = Math.max(1, Math.min(4, navigator.hardwareConcurrency));

const task = (name: string) =>
  ({ figure: { id: name }, arrangement: "wide", format: "pdf" }) as unknown as ConversionTask;
const nameOf = (given: unknown) => (given as { figure: { id: string } }).figure.id;

Deno.test("as many workers as processors, four at most, take the drawings in turn", () =>
  withFakeWorkers(async (made) => {
    const pool = new ConversionPool();
    const names = Array.from({ length: MOST + 3 }, (_, i) => `figure ${i}`);
    const answers = names.map((name) => pool.convert(task(name)));
    assertEquals(made.map(({ tasks }) => tasks.map(nameOf)), names.slice(0, MOST).map((n) => [n]));
    // The first worker answers and takes the next that waits, again and again.
    for (let i = 0; i < 4; i++) made[0]!.answer({ bytes: Uint8Array.of(i) });
    assertEquals(made[0]!.tasks.map(nameOf), [names[0]!, ...names.slice(MOST)]);
    assertEquals(made.length, MOST);
    assertEquals([...(await answers[0])!, ...(await answers[MOST])!], [0, 1]);
    // One that has nothing to do is asked before a new one is made.
    const later = pool.convert(task("later"));
    assertEquals(made[0]!.tasks.map(nameOf).at(-1), "later");
    made[0]!.answer({ bytes: null });
    assertEquals(await later, null);
    pool.close();
    assertEquals(made.map(({ ended }) => ended), made.map(() => true));
  }));

Deno.test("a drawing that fails is named with its format, and others go on", () =>
  withFakeWorkers(async (made) => {
    const pool = new ConversionPool();
    const first = pool.convert(task("first"));
    const more = Array.from({ length: MOST }, (_, i) => pool.convert(task(`more ${i}`)));
    const [worker] = made;
    worker!.answer({ error: "no font" });
    const error = await assertRejects(() => first, Error);
    assertEquals(error.message, "Cannot convert a drawing to pdf: no font");
    // It has gone on with the one that waited.
    assertEquals(worker!.tasks.length, 2);
    worker!.fail("out of memory");
    const broken = await assertRejects(() => more[MOST - 1]!, Error);
    assertEquals([broken.message, worker!.prevented], [
      "Cannot convert a drawing to pdf: out of memory",
      1,
    ]);
    for (const [i, other] of made.slice(1).entries()) {
      other.answer({ bytes: Uint8Array.of(i) });
      assertEquals([...(await more[i])!], [i]);
    }
  }));
