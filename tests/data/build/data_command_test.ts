import { assertEquals, assertStringIncludes } from "@std/assert";

const root = new URL("../../../", import.meta.url);

/** Runs the task in a process of its own, as a user does. */
function run(...args: string[]): { code: number; out: string; error: string } {
  const script =
    'import { dataCommand } from "./lib/data/build/mod.ts"; Deno.exit(await dataCommand(Deno.args));';
  const { code, stdout, stderr } = new Deno.Command(Deno.execPath(), {
    args: ["eval", script, "--", ...args],
    cwd: root,
  }).outputSync();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), error: text(stderr) };
}

Deno.test("dataCommand() explains itself", () => {
  const { code, out } = run("--help");
  assertEquals(code, 0);
  assertStringIncludes(out, "Usage: deno task data [--raw DIR] [--check]");
});

Deno.test("dataCommand() refuses an unknown option with its usage", () => {
  const { code, error } = run("--row", "x");
  assertEquals(code, 2);
  assertStringIncludes(error, "Usage:");
});

Deno.test("dataCommand() says that the raw files are not there", () => {
  const { code, error } = run("--raw", "no/such/folder");
  assertEquals(code, 1);
  assertStringIncludes(error, "Cannot read the raw files in no/such/folder");
});

Deno.test("dataCommand() refuses a raw file that is not the listed one, by its hash", () => {
  const directory = Deno.makeTempDirSync();
  try {
    Deno.mkdirSync(`${directory}/clavesi-1789-2020`);
    Deno.writeTextFileSync(
      `${directory}/SOURCES.tsv`,
      "file\trepo\tpath\tcommit\tbytes\tsha256\tlicence\tnote\n" +
        `medsl-state/1976-2020-president.csv\ta/b\tc\t${"0".repeat(40)}\t3\t${
          "0".repeat(64)
        }\tnone\t\n`,
    );
    Deno.mkdirSync(`${directory}/medsl-state`);
    Deno.writeTextFileSync(`${directory}/medsl-state/1976-2020-president.csv`, "a,b\n");
    const { code, error } = run("--raw", directory, "--check");
    assertEquals(code, 1);
    assertStringIncludes(error, ", expected SHA-256 0000");
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
});
