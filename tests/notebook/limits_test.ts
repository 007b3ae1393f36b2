import { assertEquals, assertRejects } from "@std/assert";
import { folderLimit } from "../../lib/notebook/folder_limit.ts";
import { type Limit, LimitExceeded, memoryLimit, outputLimit } from "../../lib/notebook/limits.ts";
import { inFolder } from "../files/in_folder.ts";

/** Whether a limit is passed within so many milliseconds. */
async function passes({ exceeded, stop }: Limit, milliseconds: number): Promise<string | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(late.resolve, milliseconds, null);
  try {
    return await Promise.race([
      exceeded.catch((error: LimitExceeded) => `${error.name}: ${error.message}`),
      late.promise,
    ]);
  } finally {
    clearTimeout(timer);
    stop();
  }
}

Deno.test("a cell may put out as many bytes as allowed, over all its messages, and not one more", async () => {
  const limit = outputLimit(3_000_000);
  assertEquals([limit.add(1_000_000), limit.add(2_000_000), limit.add(0)], [true, true, true]);
  assertEquals([limit.add(1), limit.add(0)], [false, false]);
  await assertRejects(() => limit.exceeded, LimitExceeded, "put out more than 3 MB");
});

Deno.test("memory is watched in megabytes of 1,048,576 bytes", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const held = Deno.memoryUsage().rss / 2 ** 20;
  const [more, less] = [Math.round(held * 2 + 200), Math.round(held / 2)];
  assertEquals(await passes(memoryLimit(Deno.pid, more), 700), null);
  assertEquals(
    await passes(memoryLimit(Deno.pid, less), 5000),
    `LimitExceeded: used more than ${less} MB of memory`,
  );
  // A process that is not there uses nothing.
  assertEquals(await passes(memoryLimit(2 ** 30, 0), 700), null);
});

const ENTRY = 4096;
const MEGABYTE = 2 ** 20;
/** The watch looks twice a second. */
const TWO_LOOKS = 1300;

Deno.test("temporary files are counted with their bytes, each entry as 4,096 more, folders inside too", () =>
  inFolder(async (folder) => {
    // A process that is not there holds nothing open.
    const watched = () => folderLimit(folder, 2 ** 30, 1);
    await Deno.mkdir(`${folder}/inner`);
    await Deno.writeFile(`${folder}/inner/a`, new Uint8Array(MEGABYTE / 2));
    await Deno.writeFile(`${folder}/b`, new Uint8Array(MEGABYTE / 2 - 3 * ENTRY));
    assertEquals(await passes(watched(), TWO_LOOKS), null);
    await Deno.writeFile(`${folder}/b`, new Uint8Array(MEGABYTE / 2 - 3 * ENTRY + 1));
    assertEquals(
      await passes(watched(), 10 * TWO_LOOKS),
      "LimitExceeded: wrote more than 1 MB of temporary files",
    );
  }));

Deno.test("a limit that was passed later is noticed, and one that is stopped no more", () =>
  inFolder(async (folder) => {
    const limit = folderLimit(folder, 2 ** 30, 1);
    const timer = setTimeout(
      () => Deno.writeFileSync(`${folder}/late`, new Uint8Array(2 * MEGABYTE)),
      TWO_LOOKS,
    );
    assertEquals((await passes(limit, 10 * TWO_LOOKS))?.startsWith("LimitExceeded"), true);
    clearTimeout(timer);
    const stopped = folderLimit(folder, 2 ** 30, 1);
    stopped.stop();
    assertEquals(await passes(stopped, TWO_LOOKS), null);
    // What is gone holds nothing.
    assertEquals(await passes(folderLimit(`${folder}/none`, 2 ** 30, 1), TWO_LOOKS), null);
  }));

Deno.test(
  "a file that is open and has no name any more counts, once",
  { ignore: Deno.build.os !== "linux" },
  () =>
    inFolder(async (folder) => {
      const path = `${folder}/file`;
      await Deno.writeFile(path, new Uint8Array(1.5 * MEGABYTE));
      using _one = await Deno.open(path);
      using _two = await Deno.open(path);
      await Deno.remove(path);
      assertEquals(await passes(folderLimit(folder, Deno.pid, 2), TWO_LOOKS), null);
      assertEquals((await passes(folderLimit(folder, Deno.pid, 1), 10 * TWO_LOOKS)) !== null, true);
    }),
);
