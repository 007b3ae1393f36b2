/** `deno task ok` and the fast part of `.ci/run` are the same checks. */
import { assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));

Deno.test("deno task ok runs what .ci/run calls fast, in its order", () => {
  const { tasks } = JSON.parse(read("deno.json")) as { tasks: Record<string, { command: string }> };
  const [, fast = ""] = /^# Fast: (.*)^# Fast ends/ms.exec(read(".ci/run")) ?? [];
  const steps = [...fast.matchAll(/^(?:step|begin) "\w+" (.*)$/gm)].map(([, command]) =>
    // The one that also holds the README to its words.
    command === "readme_test" ? "deno task test" : command
  );
  assertEquals(steps, tasks["ok"]!.command.split(" && "));
});
