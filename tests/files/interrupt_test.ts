import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { inFolder } from "./in_folder.ts";

/** A program that is told to end while it does something that has to be undone. */
const INTERRUPTED = `
import { interruptible, onInterrupt } from ${
  JSON.stringify(new URL("../../lib/files/interrupt.ts", import.meta.url).href)
};
onInterrupt(() => console.log("undone"));
onInterrupt(() => console.log("taken back"))();
const result = await interruptible(() => Promise.resolve(5));
console.log(result);
await interruptible(async () => {
  const timer = setInterval(() => {}, 1000);
  console.log("ready");
  await new Promise(() => {});
  clearInterval(timer);
});
`;

Deno.test("an interruption undoes what is half done, says so and ends with the shell's code", {
  ignore: Deno.build.os === "windows",
}, () =>
  inFolder(async (folder) => {
    const path = join(folder, "program.ts");
    await Deno.writeTextFile(path, INTERRUPTED);
    for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const) {
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", "--no-config", path],
        stdout: "piped",
        stderr: "piped",
        env: { NO_COLOR: "1" },
      }).spawn();
      const decoder = new TextDecoder();
      let out = "";
      for await (const bytes of child.stdout.values({ preventCancel: true })) {
        out += decoder.decode(bytes);
        if (out.includes("ready")) break;
      }
      child.kill(signal);
      for await (const bytes of child.stdout) out += decoder.decode(bytes);
      const [status, err] = await Promise.all([child.status, new Response(child.stderr).text()]);
      assertEquals([status.code, out], [code, "5\nready\nundone\n"]);
      assertEquals(err, `\nInterrupted (${signal}): notebooks are as they were\n`);
    }
  }));
