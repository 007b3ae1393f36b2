/** What a permission broker answers to each question, and what it keeps of it. */
import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { parseGrants } from "../../lib/notebook/grants.ts";
import { PermissionBroker } from "../../lib/notebook/permission_broker.ts";

type Question = readonly [permission: string, value: string | null];

/** Asks one after the other, in a project of one file, and says what was answered. */
async function ask(
  questions: readonly Question[],
  { allow = [] as string[], starting = false, pid = Deno.pid } = {},
) {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "tallybook-test-" }));
  await Deno.mkdir(join(root, "data"));
  await Deno.writeTextFile(join(root, "data", "a.csv"), "a");
  const broker = new PermissionBroker({
    grants: parseGrants(allow),
    notebookFolder: join(root, "data"),
    packages: join(root, "npm"),
    readable: [join(root, "data")],
    root,
    folder: root,
  });
  broker.starting = starting;
  try {
    using connection = await Deno.connect({ transport: "unix", path: broker.path });
    const answers: { id: number; result: string; reason?: string }[] = [];
    const chunk = new Uint8Array(1 << 16);
    for (const [id, [permission, value]] of questions.entries()) {
      const asked = value?.replace("ROOT", root) ?? null;
      const line = JSON.stringify({ v: 1, id, pid, permission, value: asked }) + "\n";
      await connection.write(new TextEncoder().encode(line));
      const read = await connection.read(chunk);
      answers.push(JSON.parse(new TextDecoder().decode(chunk.subarray(0, read!))));
    }
    const shown = (paths: Iterable<string>) => [...paths].map((path) => path.replace(root, "ROOT"));
    return {
      results: answers.map(({ result }) => result),
      reasons: answers.map(({ reason }) => reason),
      ids: answers.map(({ id }) => id),
      reads: shown(broker.reads),
      refused: shown(broker.refused),
      others: broker.others,
      denied: broker.takeDenied(),
      again: broker.takeDenied(),
      loads: broker.loads,
      programs: broker.programs,
      asked: broker.asked,
    };
  } finally {
    broker.close();
    await Deno.remove(root, { recursive: true });
  }
}
const test = (name: string, fn: () => Promise<void>) =>
  Deno.test({ name, ignore: Deno.build.os === "windows", fn });

test("a file of an open place is read, one that is nowhere may be asked for, and others are refused", async () => {
  const { results, reads, refused, others, ids, asked, reasons } = await ask([
    ["read", "ROOT/data/a.csv"],
    ["read", "ROOT/nothing/here"],
    ["read", "/etc/hostname"],
    ["read", "ROOT/data/a.csv"],
    ["read", "ROOT/deno.json"],
  ]);
  assertEquals(results, ["allow", "allow", "deny", "allow", "allow"]);
  assertEquals(reads, ["ROOT/data/a.csv", "ROOT/nothing/here", "ROOT/deno.json"]);
  assertEquals([refused, others, ids, asked], [["/etc/hostname"], [], [0, 1, 2, 3, 4], true]);
  assertEquals(
    reasons[2],
    'Notebook has no read access to "/etc/hostname": run it with --allow=read=PATH to give it',
  );
});

test("an access that is refused says what gives it, by its kind", async () => {
  const { reasons } = await ask([
    ["net", "example.org:443"],
    ["net", "example.org"],
    ["write", "/x"],
    ["run", null],
    ["import", "x.org"],
  ]);
  assertEquals(reasons, [
    'Notebook has no net access to "example.org:443": run it with --allow=net=example.org:443 to give it',
    'Notebook has no net access to "example.org": run it with --allow=net to give it',
    'Notebook has no write access to "/x": run it with --allow=write=FOLDER to give it',
    "Notebook has no run: run it with --allow=run to give it",
    'Notebook has no import access to "x.org": run it with --allow=import to give it',
  ]);
});

test("what was refused is told once each, everything of a kind only where no one thing of it was named", async () => {
  const { others, denied, again } = await ask([
    ["run", null],
    ["import", null],
    ["run", "ls"],
    ["run", "ls"],
    ["net", "a.org:1"],
    ["read", "/etc/x"],
  ]);
  assertEquals(others, ["import access", 'run access to "ls"', 'net access to "a.org:1"']);
  assertEquals(denied.map((reason) => reason.split(": run it with")[0]), [
    "Notebook has no import",
    'Notebook has no run access to "ls"',
    'Notebook has no net access to "a.org:1"',
    'Notebook has no read access to "/etc/x"',
  ]);
  assertEquals([denied.length, again], [4, []]);
});

test("native code and programs that were granted are counted, those that prepare the kernel not", async () => {
  const allow = ["ffi", "run"];
  const granted = await ask([["ffi", "/x.so"], ["ffi", "/x.so"], ["run", "ls"]], { allow });
  assertEquals([granted.results, granted.loads, granted.programs], [
    ["allow", "allow", "allow"],
    2,
    true,
  ]);
  const none = await ask([["run", "ls"]]);
  assertEquals([none.programs, none.loads], [false, 0]);
});

test("until cells start the kernel may listen, close its doors and go to its folder, which is told of nobody", async () => {
  const { results, loads, others, denied } = await ask([
    ["net", "127.0.0.1:5000"],
    ["ffi", null],
    ["read", "ROOT/data"],
    ["write", "/x"],
  ], { starting: true });
  assertEquals([results, loads, others], [["allow", "allow", "allow", "deny"], 0, []]);
  assertEquals(denied.length, 1);
  const later = await ask([["net", "127.0.0.1:5000"], ["ffi", null]]);
  assertEquals(later.results, ["deny", "deny"]);
});

test("a path of any length is kept up to 4,096 letters", async () => {
  const long = (letters: number) => `/${"x".repeat(letters - 1)}`;
  const { refused, others } = await ask([
    ["read", long(4096)],
    ["read", long(4097)],
    ["write", long(4096)],
    ["write", long(4097)],
  ]);
  assertEquals(refused, [long(4096), `${long(4096)}…`]);
  assertEquals(others, [
    `write access to "${long(4096)}"`,
    `write access to "${long(4096)}…"`,
  ]);
});

test("a relative path is one of the folder in which the asking process works, or else of the notebook's", async () => {
  const own = await ask([["read", "here.csv"]]);
  assertEquals(own.refused, [join(Deno.cwd(), "here.csv")]);
  // A process that is not there works nowhere.
  const gone = await ask([["read", "a.csv"]], { pid: 2 ** 30 });
  assertEquals([gone.reads, gone.results], [["ROOT/data/a.csv"], ["allow"]]);
  assertMatch(own.reasons[0]!, /^Notebook has no read access to "here\.csv": /);
});
