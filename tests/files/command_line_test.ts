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

Deno.test("an option with two values is a misuse, the same value twice is none", () => {
  const options = { year: { type: "string" }, mend: { type: "string", multiple: true } } as const;
  assertThrows(
    () => parseCommand(["--year", "2016", "--year=2020"], options),
    UsageError,
    'Cannot read the command line: option --year: found a list ["2016", "2020"], expected one value',
  );
  assertEquals(parseCommand(["--year", "2016", "--year=2016"], options).values.year, "2016");
  const { mend } = parseCommand(["--mend", "totals", "--mend", "blanks"], options).values;
  assertEquals(mend, ["totals", "blanks"]);
});

Deno.test("an option that is not there is answered with those that are, and the nearest", () => {
  const options = { year: { type: "string" }, force: { type: "boolean", short: "f" } } as const;
  const said = (...args: string[]) =>
    assertThrows(() => parseCommand(args, options), UsageError).message;
  const names = 'expected one of "--year", "--force", "-f", "--help"';
  const task = "Cannot read the command line: option";
  assertEquals(said("--yaer", "1"), `${task}: found "--yaer", ${names}; nearest: "--year"`);
  assertEquals(said("-x"), `${task}: found "-x", ${names}`);
  assertEquals(said("--year"), `${task} --year: found nothing, expected a value behind it`);
  assertEquals(
    said("--year", "--force"),
    `${task} --year: found nothing, expected a value behind it`,
  );
  assertEquals(said("--force=1"), `${task} --force: found "a value", expected no value`);
});

Deno.test("a refusal is one sentence without a stack; a fault of the program stays one", async () => {
  const run = (error: Error) => written(() => command([], "Usage", () => Promise.reject(error)));
  const option = new RangeError('Cannot read returns: option "year": found NaN, expected a year');
  assertEquals(await run(option), { out: "", err: `${option.message}\n`, value: 2 });
  const data = new TypeError("Cannot read returns: a.csv: found none, expected a file");
  assertEquals(await run(data), { out: "", err: `${data.message}\n`, value: 1 });
  const { err, value } = await written(() =>
    command([], "Usage", async () => {
      await Deno.writeTextFile("/nonexistent-folder/a.html", "");
      return 0;
    })
  );
  assertEquals([err.startsWith("Cannot use a file: "), err.includes("at "), value], [
    true,
    false,
    1,
  ]);
  for (const fault of ["Cannot read properties of undefined", "x is not a function"]) {
    await assertRejects(() => run(new TypeError(fault)), TypeError, fault);
  }
});

Deno.test("signs in others' names that would steer a terminal are written as what they are", async () => {
  const { out } = await written(() => print("Ada\u001b[2J\u0007 \u009b1m\r\tBen\n1,055"));
  assertEquals(out, "Ada\\u001b[2J\\u0007 \\u009b1m\\u000d\tBen\n1,055\n");
});
