import { assertEquals, assertMatch } from "@std/assert";
import { dirname, join } from "node:path";
import { inFolder } from "../../files/in_folder.ts";
import { until } from "../../files/until.ts";
import { withVariables } from "../../files/with_variables.ts";
import { RunFolder } from "../../../lib/notebook/sandbox/run_folder.ts";

const there = (path: string) => {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
};

Deno.test("each kernel has a folder of its own in one of this process, which the last takes with it", () => {
  const [one, two] = [new RunFolder(), new RunFolder()];
  const home = dirname(one.path);
  assertEquals([dirname(two.path), one.path === two.path], [home, false]);
  assertMatch(home, new RegExp(`/tallybook-run-${Deno.pid}-[0-9a-f-]{13}$`));
  for (const path of [home, one.path]) assertEquals(Deno.statSync(path).mode! & 0o777, 0o700);
  Deno.writeTextFileSync(join(one.path, "x"), "");
  one.remove();
  assertEquals([there(one.path), there(two.path)], [false, true]);
  one.remove();
  two.remove();
  assertEquals(there(home), false);
  const three = new RunFolder();
  assertEquals(dirname(three.path) === home, false);
  three.remove();
});

Deno.test("a folder that was closed to its owner, or is too deep, is removed all the same", {
  ignore: Deno.build.os === "windows",
}, () => {
  const folder = new RunFolder();
  Deno.mkdirSync(join(folder.path, "closed/inner"), { recursive: true });
  Deno.chmodSync(join(folder.path, "closed"), 0);
  folder.remove();
  assertEquals(there(dirname(folder.path)), false);
});

/** A program that makes a folder, starts two groups, tells its caretaker of them, and then says so. */
const PROGRAM = `
// What is told is in the pipe once its write has ended, and stays there when the program is killed.
const { write } = WritableStreamDefaultWriter.prototype;
const told = [];
WritableStreamDefaultWriter.prototype.write = function (line) {
  told.push(write.call(this, line));
  return told.at(-1);
};
import { RunFolder } from ${
  JSON.stringify(new URL("../../../lib/notebook/sandbox/run_folder.ts", import.meta.url).href)
};
const folder = new RunFolder();
const groups = [0, 1].map(() => new Deno.Command("setsid", { args: ["sleep", "60"], stdout: "null" }).spawn().pid);
for (const group of groups) folder.started(group);
folder.ended(groups[1]);
if (told.length !== 3) throw new Error("told " + told.length);
await Promise.all(told);
console.log(JSON.stringify({ path: folder.path, groups }));
setInterval(() => {}, 1000);
`;

Deno.test(
  "where the runner is killed its caretaker removes the folder and ends the groups that are left",
  {
    ignore: Deno.build.os !== "linux",
  },
  async () => {
    const script = await Deno.makeTempFile({ suffix: ".ts" });
    await Deno.writeTextFile(script, PROGRAM);
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--no-config", script],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const reader = child.stdout.getReader();
    const { path, groups } = JSON.parse(new TextDecoder().decode((await reader.read()).value));
    const runs = (pid: number) => {
      try {
        return !/^State:\s*Z/m.test(Deno.readTextFileSync(`/proc/${pid}/status`));
      } catch {
        return false;
      }
    };
    try {
      assertEquals([there(path), ...groups.map(runs)], [true, true, true]);
      child.kill("SIGKILL");
      await child.status;
      await until(() => !there(dirname(path)) && !runs(groups[0]));
      // What has ended is no longer this runner's to end: its number may be another's by now.
      assertEquals(runs(groups[1]), true);
    } finally {
      for (const pid of groups) {
        try {
          Deno.kill(pid, "SIGKILL");
        } catch {
          // Ended by the caretaker.
        }
      }
      await reader.cancel();
      await Deno.remove(script);
    }
  },
);

Deno.test(
  "what killed runners left is removed by the next, and what belongs to a running one is not",
  {
    ignore: Deno.build.os === "windows",
  },
  () =>
    inFolder((parent) => {
      const left = join(parent, `tallybook-run-${Deno.ppid}-x`);
      // A runner in another namespace has a number that none has here: the greatest of all is one less.
      const running = join(parent, `tallybook-run-${2 ** 22}-x`);
      const others = join(parent, "tallybook-run-x-1");
      for (const folder of [left, running, others]) Deno.mkdirSync(folder);
      Deno.mkdirSync(join(left, "1/closed/inner"), { recursive: true });
      Deno.chmodSync(join(left, "1/closed"), 0);
      using lock = Deno.openSync(running, { read: true });
      lock.lockSync(true);
      return withVariables({ TMPDIR: parent }, () => {
        const folder = new RunFolder();
        assertEquals(dirname(dirname(folder.path)), parent);
        assertEquals([left, running, others].map(there), [false, true, true]);
        folder.remove();
      });
    }),
);

/** A program that makes a folder of its own where it shares none but the system's files. */
const ELSEWHERE = `
import { RunFolder } from ${
  JSON.stringify(new URL("../../../lib/notebook/sandbox/run_folder.ts", import.meta.url).href)
};
const folder = new RunFolder();
console.log(Deno.pid);
folder.remove();
`;

const namespaces = () =>
  new Deno.Command("unshare", {
    args: ["--map-root-user", "--pid", "--fork", "--mount-proc", "true"],
    stderr: "null",
  }).output().then(({ success }) => success, () => false);

Deno.test(
  "a runner in another namespace of processes leaves a running one's folder alone",
  { ignore: !await namespaces() },
  () =>
    inFolder((parent) =>
      withVariables({ TMPDIR: parent }, async () => {
        const folder = new RunFolder();
        const program = join(parent, "elsewhere.ts");
        Deno.writeTextFileSync(program, ELSEWHERE);
        const { stdout, success } = await new Deno.Command("unshare", {
          args: [
            ...["--map-root-user", "--pid", "--fork", "--mount-proc"],
            ...[Deno.execPath(), "run", "-A", "--no-check", program],
          ],
          stderr: "inherit",
        }).output();
        assertEquals(success, true);
        // There it is the first, and this process has no number.
        assertEquals(new TextDecoder().decode(stdout), "1\n");
        assertEquals(there(folder.path), true);
        folder.remove();
      })
    ),
);
