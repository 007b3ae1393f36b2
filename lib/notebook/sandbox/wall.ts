import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bubblewrapCommand } from "./bubblewrap.ts";
import { cacheFolder } from "./deno_folder.ts";
import { NEEDED_VERSION } from "./landlock.ts";
import type { LaunchOrder, Policy, WallKind } from "./policy.ts";
import { seatbeltProfile } from "./seatbelt.ts";

/** The wall of this machine. */
export interface Wall {
  readonly kind: WallKind;
  /** What is missing, in words for terminal and page; null where the wall is whole. */
  readonly missing: string | null;
}

const LAUNCHER = fileURLToPath(new URL("./launcher.ts", import.meta.url));

/** The launcher as a command: it needs no settings of the project. */
const launcher = (argument: string) => [
  Deno.execPath(),
  "run",
  "-A",
  "--no-config",
  "--no-lock",
  LAUNCHER,
  argument,
];

/** What a command prints; null where it fails or is not there. */
async function answer(command: readonly string[]): Promise<string | null> {
  try {
    const [program = "", ...args] = command;
    const { success, stdout } = await new Deno.Command(program, {
      args,
      env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
      stdin: "null",
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout) : null;
  } catch {
    return null;
  }
}

const NO_WALL = "Nothing but Deno's own permissions keeps the notebooks from this machine";

async function lookForWall(): Promise<Wall> {
  const { os } = Deno.build;
  if (os === "darwin") {
    return await answer(["sandbox-exec", "-p", "(version 1)(allow default)", "/usr/bin/true"]) !==
        null
      ? { kind: "sandbox-exec", missing: null }
      : { kind: "none", missing: `${NO_WALL}: sandbox-exec does not work here` };
  }
  if (os !== "linux") {
    return { kind: "none", missing: `${NO_WALL}: none is known for ${os}` };
  }
  const version = Number(await answer(launcher("--version")) ?? 0);
  if (version >= NEEDED_VERSION) return { kind: "landlock", missing: null };
  const found = version === 0 ? "no Landlock" : `version ${version} of Landlock`;
  const bubblewrap = ["bwrap", "--ro-bind", "/", "/", "--unshare-pid", "true"];
  if (await answer(bubblewrap) !== null) return { kind: "bubblewrap", missing: null };
  return {
    kind: "none",
    missing: `${NO_WALL}: Linux has ${found} here, expected version ${NEEDED_VERSION} ` +
      "(Linux 6.2 or later), or bubblewrap",
  };
}

let known: Promise<Wall> | undefined;

/** Finds out, once in a process, which wall this machine has. */
export function findWall(): Promise<Wall> {
  return known ??= Deno.env.get("TALLYBOOK_SANDBOX") === "none"
    ? Promise.resolve({ kind: "none", missing: `${NO_WALL}: TALLYBOOK_SANDBOX=none` })
    : lookForWall();
}

/** The environment of the launcher: where it finds the cache of its own compiled modules. */
export function launcherEnvironment(
  wall: Wall,
  kernel: Readonly<Record<string, string>>,
): Record<string, string> {
  if (wall.kind === "none" || wall.kind === "sandbox-exec") return { ...kernel };
  return {
    PATH: kernel["PATH"] ?? "",
    DENO_DIR: cacheFolder(),
    NO_COLOR: "1",
    DENO_NO_UPDATE_CHECK: "1",
  };
}

const ORDER = "order.json";

/** Removes what the launcher needed to know, once it is no launcher any more. */
export function removeOrder(folder: string): void {
  try {
    Deno.removeSync(join(folder, ORDER));
  } catch {
    // This wall has none.
  }
}

/**
 * The command that starts `command` behind the wall; what the launcher needs to know is left in
 * `folder`.
 */
export function behindWall(
  wall: Wall,
  policy: Policy,
  command: readonly string[],
  folder: string,
): string[] {
  const order = (landlock: boolean) => {
    const path = join(folder, ORDER);
    const value: LaunchOrder = { policy, landlock, command };
    Deno.writeTextFileSync(path, JSON.stringify(value), { mode: 0o600 });
    return launcher(path);
  };
  switch (wall.kind) {
    case "landlock":
      return order(true);
    case "bubblewrap":
      return bubblewrapCommand(policy, order(false));
    case "sandbox-exec":
      return ["/usr/bin/sandbox-exec", "-p", seatbeltProfile(policy), ...command];
    case "none":
      return [...command];
  }
}
