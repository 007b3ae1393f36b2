import { assertEquals } from "@std/assert";
import { startTied } from "../../lib/files/deno_process.ts";
import { inFolder } from "./in_folder.ts";

Deno.test("a tied program runs in its folder with its environment, and can be ended", () =>
  inFolder(async (folder) => {
    const print = (code: string, environment?: Record<string, string>) =>
      startTied({
        folder,
        args: ["eval", "--no-lock", code],
        stdin: "null",
        stderr: "null",
        ...(environment === undefined ? {} : { environment }),
      });
    const code = "console.log(JSON.stringify([Deno.cwd(), Deno.env.toObject()]))";
    const said = async ({ child, release }: ReturnType<typeof startTied>) => {
      const { stdout } = await child.output();
      release();
      return JSON.parse(new TextDecoder().decode(stdout));
    };
    const [cwd, env] = await said(print(code));
    assertEquals(cwd, folder);
    assertEquals([env.NO_COLOR, env.DENO_NO_UPDATE_CHECK, env.HOME], [
      "1",
      "1",
      Deno.env.get("HOME"),
    ]);
    const [, own] = await said(print(code, { A: "1" }));
    assertEquals([own.A, own.HOME, own.NO_COLOR], ["1", undefined, undefined]);
    const endless = print("setInterval(() => {}, 1000)");
    endless.kill();
    const { success } = await endless.child.output();
    assertEquals(success, false);
    endless.kill();
    endless.release();
  }));
