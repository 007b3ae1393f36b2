/** The runner killed outright, at random moments: what it leaves behind. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { denoFolder, processesLeft, REPOSITORY, testProject } from "./project.ts";

const MOMENTS = 32;
/** From before the runner's first line to well within the second cell, on a busy machine too. */
const LATEST_MS = 4000;
const AT_A_TIME = 4;
const WAIT_MS = 30_000;

/** Kills a run after `ms`; resolves to all that is left of it, in words. */
async function leftAfter(ms: number, cache: string, check: boolean): Promise<string[]> {
  await using project = await testProject();
  // A folder for temporary files of its own shows whatever is left, by whatever name.
  const temporary = await Deno.makeTempDir({ prefix: "killed-", dir: "/tmp" });
  try {
    const path = await project.notebook("a.ipynb", [
      "console.log('started');",
      "await new Promise((resolve) => setTimeout(resolve, 60_000));",
    ]);
    const before = await Deno.readTextFile(path);
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        join(REPOSITORY, "lib/cli.ts"),
        "run",
        ...(check ? [] : ["--no-check"]),
        path,
      ],
      env: { NO_COLOR: "1", TMPDIR: temporary, DENO_DIR: cache },
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    await new Promise((resolve) => setTimeout(resolve, ms));
    try {
      child.kill("SIGKILL");
    } catch (error) {
      // A quick machine is done by then: nothing may be left then, either.
      if (!(error instanceof TypeError)) throw error;
    }
    await child.status;
    const left = () => [...Deno.readDirSync(temporary)].map(({ name }) => name);
    for (const start = Date.now(); left().length > 0 && Date.now() - start < WAIT_MS;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const processes = [
      ...await processesLeft(project.root),
      ...await processesLeft(temporary),
    ];
    return [
      ...left().map((name) => `${name} in the temporary folder`),
      ...processes.map((id) => `process ${id}`),
      ...(await project.files()).filter((name) => !["a.ipynb", "deno.json"].includes(name)),
      ...(await Deno.readTextFile(path) === before ? [] : ["a changed notebook"]),
    ].map((what) => `${what}, killed after ${ms} ms`);
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
}

Deno.test({
  name: `a runner killed at ${MOMENTS} random moments leaves no kernel, folder or connection file`,
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const cache = await denoFolder();
    const moments = Array.from({ length: MOMENTS }, () => Math.round(Math.random() * LATEST_MS));
    const left: string[] = [];
    let next = 0;
    await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
      for (let i = next++; i < MOMENTS; i = next++) {
        left.push(...await leftAfter(moments[i]!, cache, i % 2 === 0));
      }
    }));
    assertEquals(left, []);
  },
});
