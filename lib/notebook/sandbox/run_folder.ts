import { join } from "node:path";
import { onInterrupt } from "../../files/interrupt.ts";

const PREFIX = "tallybook-run-";
const LEFTOVER = new RegExp(`^${PREFIX}\\d+-`);

/**
 * What a caretaker does, told by lines: "+N" a process group was started, "-N" it has ended. When
 * nobody can tell it more, because the runner ended in whatever way, it ends the groups that are
 * left and removes the folder.
 */
const CARETAKER = `trap '' HUP INT TERM
groups=" "
while read -r line; do
  case $line in
    +*) groups="$groups\${line#+} " ;;
    -*) n=\${line#-}; groups="\${groups%% "$n" *} \${groups#* "$n" }" ;;
  esac
done
for group in $groups; do kill -9 "-$group" 2>/dev/null; done
rm -rf -- "$1" 2>/dev/null && exit
chmod -R u+rwx -- "$1"
rm -rf -- "$1"`;

/** Removes a folder whatever a notebook made of it: too deep, or closed to its owner. */
function removeByForce(folder: string): void {
  if (Deno.build.os === "windows") return;
  new Deno.Command("/bin/sh", {
    args: ["-c", 'chmod -R u+rwx -- "$1"; rm -rf -- "$1"', "tallybook-remove", folder],
    cwd: "/",
    clearEnv: true,
    env: { PATH: "/usr/bin:/bin" },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).outputSync();
}

interface Home {
  readonly folder: string;
  readonly tell: (line: string) => void;
  /** Held while the folder is in use; null where the system has no such lock, and nobody can take it. */
  readonly lock: Disposable | null;
  kernels: number;
}

let home: Home | null = null;

/** Whether an open file is what stands at a path. */
function standsAt(file: Deno.FsFile, path: string): boolean {
  try {
    return file.statSync().ino === Deno.statSync(path).ino;
  } catch {
    return false;
  }
}

/**
 * Makes a folder and holds its lock, as whoever uses it does until their end, however they end: a
 * process's number says nothing to who stands in another namespace and shares the temporary files.
 * Null where the system has no such lock, and then nobody can take it to remove the folder.
 */
function makeLocked(folder: string): Disposable | null {
  for (;;) {
    Deno.mkdirSync(folder, { mode: 0o700 });
    let file: Deno.FsFile | undefined;
    try {
      file = Deno.openSync(folder, { read: true });
      file.lockSync(true);
      if (standsAt(file, folder)) return file;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) return file?.close() ?? null;
    }
    // Who removes what was left took it, not locked yet, for one of those.
    file?.close();
  }
}

/** Holds the lock of a folder that nobody uses; null where it is held, gone or another user's. */
function lockLeftover(folder: string): Disposable | null {
  let file: Deno.FsFile | undefined;
  try {
    file = Deno.openSync(folder, { read: true });
    if (file.tryLockSync(true) && standsAt(file, folder)) return file;
  } catch {
    // No such lock here, or no right to it.
  }
  file?.close();
  return null;
}

/** Removes what runners left that were killed together with their caretakers. */
function removeLeftovers(parent: string): void {
  for (const { name, isDirectory } of Deno.readDirSync(parent)) {
    if (!isDirectory || !LEFTOVER.test(name)) continue;
    const folder = join(parent, name);
    using lock = lockLeftover(folder);
    if (lock === null) continue;
    try {
      Deno.removeSync(folder, { recursive: true });
    } catch {
      // Closed to its owner by a notebook.
      removeByForce(folder);
    }
  }
}

/** Where the system keeps temporary files; a socket's path must be short, so not below the project. */
function temporaryFolder(): string {
  return Deno.realPathSync(Deno.env.get("TMPDIR") ?? (Deno.build.os === "windows" ? "." : "/tmp"));
}

function startCaretaker(folder: string): (line: string) => void {
  if (Deno.build.os === "windows") return () => {};
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", CARETAKER, "tallybook-caretaker", folder],
    cwd: "/",
    clearEnv: true,
    env: { PATH: "/usr/bin:/bin" },
    stdin: "piped",
    stdout: "null",
    stderr: "null",
  }).spawn();
  child.unref();
  const writer = child.stdin.getWriter();
  return (line) => {
    writer.write(new TextEncoder().encode(line + "\n")).catch(() => {});
  };
}

/** The folder of this process's kernels, made when the first starts and gone with the process. */
function ownHome(): Home {
  if (home !== null) return home;
  const parent = temporaryFolder();
  removeLeftovers(parent);
  const folder = join(parent, `${PREFIX}${Deno.pid}-${crypto.randomUUID().slice(0, 13)}`);
  // The caretaker first: a runner that is killed in between leaves no folder then.
  const tell = startCaretaker(folder);
  home = { folder, tell, lock: makeLocked(folder), kernels: 0 };
  return home;
}

/** A folder that belongs to one kernel, and is removed with it. */
export class RunFolder {
  /** Only this process's user may look into it. */
  readonly path: string;
  readonly #forget: () => void;
  readonly #home: Home;

  constructor() {
    this.#home = ownHome();
    this.path = join(this.#home.folder, String(++this.#home.kernels));
    Deno.mkdirSync(this.path, { mode: 0o700 });
    this.#forget = onInterrupt(() => this.remove());
  }

  /** Says that a process group was started here, so that it never outlives the runner. */
  started(group: number): void {
    this.#home.tell(`+${group}`);
  }

  /** Says that it has ended. */
  ended(group: number): void {
    this.#home.tell(`-${group}`);
  }

  /** Removes the folder; the last one takes their common folder with it. */
  remove(): void {
    this.#forget();
    try {
      Deno.removeSync(this.path, { recursive: true });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) removeByForce(this.path);
    }
    try {
      Deno.removeSync(this.#home.folder);
      this.#home.lock?.[Symbol.dispose]();
      home = home === this.#home ? null : home;
    } catch {
      // Removed before, or other kernels still live in it.
    }
  }
}
