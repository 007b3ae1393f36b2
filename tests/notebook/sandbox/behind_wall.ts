/** A program behind the wall that Linux builds, and what comes of what it tries there. */
import { parseGrants } from "../../../lib/notebook/grants.ts";
import type { Policy } from "../../../lib/notebook/sandbox/policy.ts";
import { projectPolicy } from "../../../lib/notebook/sandbox/project_policy.ts";
import { behindWall, findWall, launcherEnvironment } from "../../../lib/notebook/sandbox/wall.ts";
import { type TestProject, testProject } from "../project.ts";

export const wall = await findWall();
export const ignore = wall.kind !== "landlock";

/** What a program tries: each its result as text, or its error's name. */
const TRIES = `
const tries = JSON.parse(Deno.args[0]);
const results = {};
for (const [name, code] of Object.entries(tries)) {
  try {
    results[name] = await (0, eval)("(async () => (" + code + "))()") ?? "done";
  } catch (error) {
    results[name] = error.name;
  }
}
console.log(JSON.stringify(results));
`;

export interface Started {
  readonly policy: Policy;
  readonly command: readonly string[];
}

export async function inProject(
  work: (project: TestProject, order: (changes?: Partial<Policy>) => Started) => Promise<void>,
): Promise<void> {
  await using project = await testProject({ lock: false });
  await using run = await testProject();
  const notebook = await project.write("a.ipynb", "{}");
  const script = await project.write("tries.ts", TRIES);
  for (const name of ["tmp", "deno"]) await Deno.mkdir(run.path(name));
  const order = (changes: Partial<Policy> = {}): Started => {
    const policy: Policy = {
      ...projectPolicy({
        notebook,
        grants: parseGrants([]),
        runFolder: run.root,
        ports: [],
        memory: 1000,
        environment: { DENO_DIR: run.path("deno"), A: "1 b=c", TMPDIR: run.path("tmp") },
      }),
      ...changes,
    };
    const command = [Deno.execPath(), "run", "-A", "--no-config", "--no-lock", script];
    return { policy, command };
  };
  await work(project, order);
}

/** What the tries give behind the wall. */
export async function tried(
  { policy, command }: Started,
  tries: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const [program = "", ...args] = behindWall(
    wall,
    policy,
    [...command, JSON.stringify(tries)],
    policy.runFolder,
  );
  const { stdout, stderr } = await new Deno.Command(program, {
    args,
    clearEnv: true,
    env: launcherEnvironment(wall, { PATH: "/usr/bin:/bin" }),
    stdin: "null",
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  try {
    return JSON.parse(out!);
  } catch {
    throw new Error(`${out}${err}`);
  }
}

export const quote = (text: string): string => JSON.stringify(text);
