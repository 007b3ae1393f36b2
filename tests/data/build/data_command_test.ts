import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assertEquals, assertStringIncludes } from "@std/assert";

const root = new URL("../../../", import.meta.url);

/** Runs the task in a process of its own, as a user does. */
function run(...args: string[]): { code: number; out: string; error: string } {
  return runIn(fileURLToPath(root), ...args);
}

function runIn(folder: string, ...args: string[]): { code: number; out: string; error: string } {
  const script =
    'import { dataCommand } from "./lib/data/build/mod.ts"; Deno.exit(await dataCommand(Deno.args));';
  // Where raw files are is said by the arguments alone.
  const { TALLYBOOK_RAW: _, ...env } = Deno.env.toObject();
  const { code, stdout, stderr } = new Deno.Command(Deno.execPath(), {
    args: ["eval", script, "--", ...args],
    cwd: folder,
    clearEnv: true,
    env,
  }).outputSync();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), error: text(stderr) };
}

Deno.test("dataCommand() explains itself", () => {
  const { code, out } = run("--help");
  assertEquals(code, 0);
  assertStringIncludes(out, "Usage: deno task data [--raw DIR | --no-raw] [--check | --offices]");
});

Deno.test("dataCommand() refuses an unknown option with its usage", () => {
  const { code, error } = run("--row", "x");
  assertEquals(code, 2);
  assertStringIncludes(error, "Usage:");
});

Deno.test("dataCommand() builds all offices from raw files alone", () => {
  const { code, error } = run("--no-raw", "--offices");
  assertEquals(code, 1);
  assertStringIncludes(
    error,
    "Cannot build all offices: found no medsl-precinct-2024/ among the raw files",
  );
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

Deno.test("in a bare clone dataCommand() describes what is there, takes a new table and refuses a changed one", async () => {
  const clone = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    for (const name of ["deno.json", "deno.lock", "lib", "data", "tests/std_assert"]) {
      await cp(fileURLToPath(new URL(name, root)), join(clone, name), { recursive: true });
    }
    const check = runIn(clone, "--check");
    assertEquals([check.code, check.error], [0, ""]);
    assertStringIncludes(check.out, "No folder of raw files");
    assertStringIncludes(check.out, " 0 differences, ");

    // A row of a table that is written by hand: the description follows.
    const facts = join(clone, "data/claim_facts.csv");
    const text = await Deno.readTextFile(facts);
    const rows = text.trimEnd().split("\n");
    await Deno.writeTextFile(
      facts,
      `${text}new-fact${rows.at(-1)!.slice(rows.at(-1)!.indexOf(","))}\n`,
    );
    assertStringIncludes(runIn(clone).out, "1 changed");
    const described = JSON.parse(await Deno.readTextFile(join(clone, "data/datapackage.json")));
    const resource = described.resources.find((one: { name: string }) =>
      one.name === "claim_facts"
    );
    assertEquals(resource.rows, rows.length);

    // A table that raw files make is not mended by hand.
    const turnout = join(clone, "data/turnout.csv");
    const made = await Deno.readTextFile(turnout);
    await Deno.writeTextFile(turnout, made.trimEnd().split("\n").slice(0, -1).join("\n") + "\n");
    const changed = runIn(clone);
    assertEquals(changed.code, 1);
    assertStringIncludes(
      changed.error,
      "Cannot describe turnout: data/turnout.csv: found one that was changed",
    );
  } finally {
    await Deno.remove(clone, { recursive: true });
  }
});
