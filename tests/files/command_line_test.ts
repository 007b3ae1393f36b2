import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  command,
  misuse,
  parseCommand,
  positiveNumber,
  print,
  printError,
  UsageError,
} from "../../lib/files/command_line.ts";
import { written } from "./written.ts";

Deno.test("lines are written whole, also where a pipe takes a few bytes at a time", async () => {
  for (const most of [1, 2, 3, Infinity]) {
    assertEquals((await written(() => print("São Tomé\n1"), most)).out, "São Tomé\n1\n");
    const { out, err } = await written(() => printError("no such file"), most);
    assertEquals([out, err], ["", "no such file\n"]);
  }
});

Deno.test("an option's text is a positive number, or refused", () => {
  assertEquals(positiveNumber("--count", undefined), undefined);
  assertEquals(positiveNumber("--count", "12"), 12);
  assertEquals(positiveNumber("--count", "1e-9"), 1e-9);
  for (const text of ["0", "-1", "", "many", "NaN", "1,000"]) {
    assertThrows(
      () => positiveNumber("--count", text),
      UsageError,
      `Cannot read the command line: --count: found "${text}", expected a positive number`,
    );
  }
});

Deno.test("options are parsed; one that does not exist, or lacks its value, is a misuse", () => {
  const { values, positionals } = parseCommand(["a.csv", "--out", "b", "--all"], {
    out: { type: "string" },
    all: { type: "boolean" },
  });
  assertEquals([{ ...values }, positionals], [{ out: "b", all: true }, ["a.csv"]]);
  for (const args of [["--ouch"], ["--out"]]) {
    const error = assertThrows(
      () => parseCommand(args, { out: { type: "string" } }),
      UsageError,
      "Cannot read the command line: ",
    );
    assertEquals(error.message.includes("\n"), false);
    assertEquals(error.message.includes(args[0]!), true);
  }
});

Deno.test("a command's exit code: its own, 0 for help, 2 with the usage for a misuse", async () => {
  const usage = "Usage: count FILE";
  const run = (args: readonly string[], work: () => Promise<number>) =>
    written(() => command(args, usage, work));
  const never = () => Promise.reject(new Error("it ran"));
  for (const help of ["--help", "-h"]) {
    assertEquals(await run(["a", help], never), { out: `${usage}\n`, err: "", value: 0 });
  }
  assertEquals(await run(["a"], () => Promise.resolve(3)), { out: "", err: "", value: 3 });
  const bad = await run(["a"], () => Promise.reject(misuse("FILE", "a", "a table")));
  assertEquals(bad.value, 2);
  assertEquals(bad.out, "");
  assertEquals(
    bad.err,
    `Cannot read the command line: FILE: found "a", expected a table\n\n${usage}\n`,
  );
  await assertRejects(() => run(["a"], never), Error, "it ran");
});
