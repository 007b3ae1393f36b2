/** What a kernel may reach, by what was granted; and the same as each system's wall is told it. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { parseGrants } from "../../../lib/notebook/grants.ts";
import { bubblewrapCommand } from "../../../lib/notebook/sandbox/bubblewrap.ts";
import type { Policy } from "../../../lib/notebook/sandbox/policy.ts";
import {
  ownFolders,
  projectPolicy,
  toolPolicy,
} from "../../../lib/notebook/sandbox/project_policy.ts";
import { seatbeltProfile } from "../../../lib/notebook/sandbox/seatbelt.ts";
import {
  behindWall,
  launcherEnvironment,
  removeOrder,
  type Wall,
} from "../../../lib/notebook/sandbox/wall.ts";
import { RUNNER_ROOT } from "../../../lib/notebook/project.ts";
import { inFolder } from "../../files/in_folder.ts";
import { withVariables } from "../../files/with_variables.ts";
import { testProject } from "../project.ts";

async function policy(...allow: string[]): Promise<Policy & { readonly root: string }> {
  await using project = await testProject();
  await project.write("notebooks/a.ipynb", "{}");
  await project.write("data/a.csv", "x");
  await project.write(".git/config", "x");
  const made = projectPolicy({
    notebook: project.path("notebooks/a.ipynb"),
    grants: parseGrants(allow, project.root),
    runFolder: "/run/tally",
    ports: [5001, 5002],
    memory: 512,
    environment: { A: "1" },
  });
  return { ...made, root: project.root };
}

Deno.test("without grants a kernel reads its project and the library, writes into its run's folder, and is alone", async () => {
  const { root, read, write, execute, ...rest } = await policy();
  for (const path of ["notebooks", "data", "deno.json"]) {
    assert(read.includes(join(root, path)), path);
  }
  for (const path of [root, join(root, ".git"), "/", "/etc", "/etc/hosts", "/usr", "/etc/ssl"]) {
    assertEquals(read.includes(path), false, path);
  }
  for (const path of ["lib", "data", "deno.json"]) {
    assert(read.includes(Deno.realPathSync(join(RUNNER_ROOT, path))));
  }
  assert(read.includes("/proc/self") && read.includes("/run/tally"));
  assertEquals(write, ["/run/tally/tmp", "/run/tally/deno", "/dev/null"]);
  assert(execute.includes(Deno.realPathSync(Deno.execPath())));
  assertEquals(execute.some((path) => path === "/usr" || path === "/bin"), false);
  assertEquals(rest, {
    bind: [5001, 5002],
    connect: [],
    openings: { net: "none", run: false, write: false },
    memory: 512,
    largestFile: 2 ** 30,
    runFolder: "/run/tally",
    environment: { A: "1" },
  });
});

Deno.test("each grant opens what it names", async () => {
  const net = await policy("net");
  assertEquals([net.bind, net.connect, net.openings.net], [null, null, "all"]);
  assert(net.read.includes("/etc/hosts"));
  const fetching = await policy("import");
  assertEquals([fetching.bind, fetching.connect, fetching.openings.net], [[5001, 5002], [
    53,
    80,
    443,
  ], "all"]);
  assert(fetching.read.includes("/etc/hosts"));
  const numbers = await policy("net=127.0.0.1:8123", "net=[::1]:8123", "net=localhost:9000");
  assertEquals([numbers.connect, numbers.openings.net], [[8123, 9000], "outgoing"]);
  // To find a host by its name takes a name server.
  assertEquals((await policy("net=db.example.org:8123")).connect, [8123, 53]);
  const run = await policy("run");
  assertEquals(run.openings, { net: "none", run: true, write: false });
  assert(run.execute.includes("/usr") && run.read.includes("/usr"));
  assertEquals(run.read.includes("") || run.execute.includes(""), false);
  const write = await policy("write");
  assertEquals([write.openings.write, write.largestFile, write.write.includes("/")], [
    true,
    null,
    true,
  ]);
  const folder = await policy("write=out");
  assertEquals([folder.openings.write, folder.largestFile], [false, null]);
  assert(folder.write.includes(join(folder.root, "out")) && !folder.write.includes("/"));
  assert((await policy("read")).read.includes("/"));
  const path = await policy("read=/elsewhere/a.csv");
  assert(path.read.includes("/elsewhere/a.csv") && !path.read.includes("/"));
});

Deno.test("a notebook reads its project but for what the project hides and what leads out of it", async () => {
  await using project = await testProject();
  await using other = await testProject();
  await project.write(".git/config", "x");
  await project.write(".tallybook/a", "x");
  await project.write(".github/a", "x");
  const path = await project.write("notebooks/a.ipynb", "{}");
  await Deno.symlink(other.root, project.path("out"));
  await Deno.symlink("notebooks", project.path("inside"));
  await Deno.symlink(".git", project.path("history"));
  assertEquals(
    [...new Set(ownFolders(path))].sort(),
    [".github", "deno.json", "notebooks"].map(project.path).sort(),
  );
});

Deno.test("a notebook of no project reads its folder but for what is hidden, and of a home itself alone", () =>
  inFolder(async (folder) => {
    const own = ["a.ipynb", "b.csv"].map((name) => join(folder, name));
    assertEquals(ownFolders(join(folder, "a.ipynb")).sort(), own);
    await withVariables(
      { HOME: folder },
      () => assertEquals(ownFolders(join(folder, "a.ipynb")), [join(folder, "a.ipynb")]),
    );
  }, { "a.ipynb": "", "b.csv": "", ".netrc": "" }));

Deno.test("Deno's checker reads what the notebooks may, and fetches only where it was told to", async () => {
  await using project = await testProject();
  const path = await project.write("notebooks/a.ipynb", "{}");
  const made = (remote: boolean) =>
    toolPolicy({
      notebooks: [path],
      copies: "/copies",
      reads: ["/elsewhere"],
      runFolder: "/run/tally",
      remote,
      memory: 300,
    });
  const { read, write, openings, bind, connect, memory, largestFile, environment } = made(false);
  assert(read.includes(project.path("notebooks")) && read.includes("/elsewhere"));
  assert(read.includes("/proc/self") && !read.includes("/etc/hosts"));
  // A device that never ends would be read without end.
  assertEquals(read.filter((name) => name.startsWith("/dev/")), []);
  assertEquals(["/copies", "/run/tally", "/dev/null"].every((name) => write.includes(name)), true);
  assertEquals([bind, connect, memory, largestFile], [[], [], 300, 2 ** 30]);
  assertEquals(openings, { net: "none", run: false, write: true });
  assertEquals([environment["NO_COLOR"], environment["DENO_NO_UPDATE_CHECK"]], ["1", "1"]);
  const fetching = made(true);
  assertEquals([fetching.connect, fetching.openings.net], [[53, 80, 443], "all"]);
  assert(fetching.read.includes("/etc/hosts"));
});

const POLICY: Policy = {
  read: ["/a/long/folder", "/a", "/proc/self", "/dev/urandom"],
  write: ["/w", "/dev/null"],
  execute: ["/bin/x"],
  bind: [5001],
  connect: [443],
  openings: { net: "none", run: false, write: false },
  memory: 512,
  largestFile: null,
  runFolder: "/run/tally",
  environment: { PATH: "/bin", A: "1" },
};

Deno.test("macOS is told each rule in its own language", () => {
  const lines = seatbeltProfile(POLICY).split("\n");
  assertEquals(lines.slice(0, 2), ["(version 1)", "(deny default)"]);
  for (
    const line of [
      '(allow file-write* (literal "/dev/null") (literal "/w") (subpath "/w") (literal "/dev/null") (subpath "/dev/null"))',
      '(allow process-exec (literal "/bin/x") (subpath "/bin/x"))',
      '(allow network-bind (local tcp "localhost:5001"))',
      '(allow network-inbound (local tcp "localhost:5001"))',
      '(allow network-outbound (remote tcp "*:443"))',
      '(allow network-outbound (remote unix-socket (subpath "/run/tally")))',
    ]
  ) assert(lines.includes(line), line);
  const profile = (changes: Partial<Policy>) =>
    seatbeltProfile({ ...POLICY, ...changes }).split("\n");
  const open = { net: "all", run: true, write: false } as const;
  assertEquals(
    profile({ bind: null, connect: null, openings: open }).filter((line) => !lines.includes(line)),
    [
      "(allow process-fork)",
      "(allow mach-lookup)",
      "(allow signal)",
      "(allow network-bind)",
      "(allow network-inbound)",
      "(allow network-outbound)",
      "(allow system-socket)",
    ],
  );
  assertEquals(
    profile({ bind: [], connect: [] }).filter((line) => /network-(bind|in)/.test(line)),
    [],
  );
});

Deno.test("bubblewrap gets the shorter paths first, what may be written after them, and no system folder", () => {
  const command = bubblewrapCommand(POLICY, ["launch", "it"]);
  assertEquals(command[0], "bwrap");
  assertEquals(command.slice(-3), ["--", "launch", "it"]);
  const bound = (option: string) =>
    command.flatMap((each, i) => each === option ? [[command[i + 1], command[i + 2]]] : []);
  const readable = bound("--ro-bind-try").map(([from]) => from!);
  assertEquals(readable.slice(0, 2), ["/a", "/bin/x"]);
  assertEquals(readable.includes("/a/long/folder"), true);
  assertEquals(readable.some((path) => /^\/(proc|dev)/.test(path)), false);
  assertEquals(
    readable.map((path) => path.length),
    readable.map((path) => path.length).sort((a, b) => a - b),
  );
  assertEquals(bound("--bind-try"), [["/w", "/w"]]);
  assert(command.lastIndexOf("--ro-bind-try") < command.indexOf("--bind-try"));
});

Deno.test("each wall starts the command its own way, and the launcher is told by a file of its own", () =>
  inFolder((folder) => {
    const wall = (kind: Wall["kind"]): Wall => ({ kind, missing: null });
    const order = join(folder, "order.json");
    const told = () => JSON.parse(Deno.readTextFileSync(order));
    assertEquals(behindWall(wall("none"), POLICY, ["x", "1"], folder), ["x", "1"]);
    const seatbelt = behindWall(wall("sandbox-exec"), POLICY, ["x", "1"], folder);
    assertEquals([seatbelt.slice(0, 2), seatbelt.slice(-2)], [["/usr/bin/sandbox-exec", "-p"], [
      "x",
      "1",
    ]]);
    assertEquals([...Deno.readDirSync(folder)], []);
    const landlock = behindWall(wall("landlock"), POLICY, ["x", "1"], folder);
    assertEquals([landlock[0], landlock[1], landlock.at(-1)], [Deno.execPath(), "run", order]);
    assertEquals(told(), { policy: POLICY, landlock: true, command: ["x", "1"] });
    assertEquals(Deno.statSync(order).mode! & 0o777, 0o600);
    const bubblewrap = behindWall(wall("bubblewrap"), POLICY, ["x", "1"], folder);
    assertEquals([bubblewrap[0], bubblewrap.at(-1), told().landlock], ["bwrap", order, false]);
    removeOrder(folder);
    assertEquals([...Deno.readDirSync(folder)], []);
    removeOrder(folder);
  }));

Deno.test("the launcher has its own environment, and where there is none the kernel's is whole", () => {
  const kernel = { PATH: "/bin", SECRET: "1" };
  for (const kind of ["none", "sandbox-exec"] as const) {
    assertEquals(launcherEnvironment({ kind, missing: null }, kernel), kernel);
  }
  for (const kind of ["landlock", "bubblewrap"] as const) {
    const own = launcherEnvironment({ kind, missing: null }, kernel);
    assertEquals([own["PATH"], own["SECRET"], own["NO_COLOR"]], ["/bin", undefined, "1"]);
    assertStringIncludes(own["DENO_DIR"] ?? "", "/");
    assertEquals(launcherEnvironment({ kind, missing: null }, {})["PATH"], "");
  }
});
