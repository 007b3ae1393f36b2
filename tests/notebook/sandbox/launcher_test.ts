/** How a program is started behind the wall that Linux builds, and how it ends, on the running system. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { behindWall } from "../../../lib/notebook/sandbox/wall.ts";
import { processesLeft, processesOf } from "../project.ts";
import { until } from "../../files/until.ts";
import { ignore, inProject, quote, tried, wall } from "./behind_wall.ts";

const status = (name: string) =>
  `/^${name}:\\s*(\\S+)/m.exec(Deno.readTextFileSync("/proc/self/status"))[1]`;
const limitOf = (name: string) =>
  `/^${name}\\s+(\\S+)\\s+(\\S+)/m.exec(Deno.readTextFileSync("/proc/self/limits")).slice(1).join()`;

Deno.test(
  "a program has its limits, its environment, a session of its own, and gives up all powers",
  { ignore },
  () =>
    inProject(async (_, order) => {
      const tries = {
        core: limitOf("Max core file size"),
        size: limitOf("Max file size"),
        data: limitOf("Max data size"),
        files: limitOf("Max open files"),
        privileges: status("NoNewPrivs"),
        filtered: status("Seccomp"),
        effective: status("CapEff"),
        permitted: status("CapPrm"),
        inherited: status("CapInh"),
        environment: `Deno.env.get("A") + Deno.env.has("PATH_OF_NOBODY")`,
        // The session's number is the sixth field, and the process's own.
        session:
          `Number(Deno.readTextFileSync("/proc/self/stat").split(") ")[1].split(" ")[3]) === Deno.pid`,
      };
      // 1,000 MB and a half, and two GiB for the program itself.
      const data = 3548 * 2 ** 20;
      // Of an administrator's powers two are kept, to read and write by the rules; of another user's none.
      const root = Deno.uid() === 0;
      const powers = (bits: number) => (root ? bits : 0).toString(16).padStart(16, "0");
      const expected = {
        core: "0,0",
        size: `${2 ** 30},${2 ** 30}`,
        data: `${data},${data}`,
        files: "4096,4096",
        privileges: "1",
        filtered: "2",
        effective: powers(0b110),
        permitted: powers(0b110),
        inherited: powers(0),
        environment: "1 b=cfalse",
        session: true,
      };
      assertEquals(await tried(order(), tries), expected);
      const writing = await tried(
        order({ largestFile: null, openings: { net: "none", run: false, write: true } }),
        tries,
      );
      // Where all may be written, owners and modes too.
      assertEquals([writing["effective"], writing["permitted"]], [
        powers(0b11111),
        powers(0b11111),
      ]);
      assertEquals(writing["size"] === expected.size, false);
    }),
);

Deno.test(
  "a program ends with the process that started it, however that ends",
  { ignore },
  () =>
    inProject(async (project, order) => {
      const { policy, command } = order();
      const endless = JSON.stringify({
        wait: "new Promise((resolve) => setTimeout(resolve, 60_000))",
      });
      const [program = "", ...args] = behindWall(
        wall,
        policy,
        [...command, endless],
        policy.runFolder,
      );
      const starter = await project.write(
        "starter.ts",
        `new Deno.Command(${quote(program)}, { args: ${
          JSON.stringify(args)
        }, stdout: "null", stderr: "null" }).spawn();
console.log("started");
setInterval(() => {}, 1000);`,
      );
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-config", "--no-lock", starter],
        stdout: "piped",
        stderr: "null",
      }).spawn();
      const reader = child.stdout.getReader();
      assertStringIncludes(new TextDecoder().decode((await reader.read()).value), "started");
      // The launcher has become the program when its own command line names it.
      const script = project.path("tries.ts");
      await until(async () => (await processesOf(script)).length > 0);
      assertEquals((await processesOf(script)).length, 1);
      child.kill("SIGKILL");
      await child.status;
      await reader.cancel();
      assertEquals(await processesLeft(project.root), []);
    }),
);
