import { join } from "node:path";
import { sha256 } from "../files/hash.ts";
import { findWall } from "../notebook/sandbox/wall.ts";

/** One thing that the project uses, and how this machine stands to it. */
export interface Finding {
  readonly what: string;
  /** "no" stops the tasks; "without" means that a part of them is left out. */
  readonly there: "yes" | "without" | "no";
  /** What was found, and what to do where something is missing. */
  readonly says: string;
}

/** What a program prints about its version; null where it does not start. */
async function version(program: string, ...args: string[]): Promise<string | null> {
  try {
    const { success, stdout } = await new Deno.Command(program, {
      args: args.length > 0 ? args : ["--version"],
      stdin: "null",
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout).trim().split("\n")[0]! : null;
  } catch {
    return null;
  }
}

/** Whether version `a` is `b` or later; both as `2.9.6`. */
export function atLeast(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const at = y.findIndex((part, i) => part !== x[i]);
  return at < 0 || (x[at] ?? 0) > y[at]!;
}

/** Deno beside the version that the README runs. */
export function denoFinding(found: string, readme: string): Finding {
  const expected = /\bdeno@(\d+\.\d+\.\d+)/.exec(readme)?.[1] ?? found;
  const what = "Deno";
  if (found === expected) return { what, there: "yes", says: found };
  return atLeast(found, expected)
    ? { what, there: "yes", says: `${found}; outputs were made with ${expected}` }
    : {
      what,
      there: "no",
      says: `${found}, expected ${expected}: npx --yes deno@${expected} task …`,
    };
}

/** A program that a part of the tests needs. */
function optional(what: string, found: string | null, without: string): Finding {
  return found === null ? { what, there: "without", says: without } : {
    what,
    there: "yes",
    says: found,
  };
}

/** The raw files that `data/sources/` describes, beside those of a folder. */
export async function rawFinding(root: string, folder: string | null): Promise<Finding> {
  const what = "Raw files";
  const sidecars: { file: string; sha256: string; bytes: number }[] = [];
  const walk = (path: string) => {
    for (const entry of Deno.readDirSync(path)) {
      const full = join(path, entry.name);
      if (entry.isDirectory) walk(full);
      else if (entry.name.endsWith(".json")) sidecars.push(JSON.parse(Deno.readTextFileSync(full)));
    }
  };
  walk(join(root, "data/sources"));
  if (folder === null) {
    return {
      what,
      there: "without",
      says: `none: deno task data keeps and checks the tables; with the ${sidecars.length} files ` +
        "that data/sources/ describes, --raw DIR or TALLYBOOK_RAW builds them again",
    };
  }
  const problems: string[] = [];
  for (const { file, sha256: hash, bytes } of sidecars) {
    const path = join(folder, file);
    const info = await Deno.stat(path).catch(() => null);
    if (info === null) problems.push(`${file} is missing`);
    // Large files are known by their size here; the build compares every hash.
    else if (info.size !== bytes) problems.push(`${file} has another size`);
    else if (bytes < 1e6 && sha256(await Deno.readFile(path)) !== hash) {
      problems.push(`${file} has another hash`);
    }
  }
  return problems.length === 0
    ? { what, there: "yes", says: `all ${sidecars.length}, in ${folder}` }
    : {
      what,
      there: "without",
      says: `${problems.length} of ${sidecars.length} in ${folder}: ` +
        problems.slice(0, 5).join(", ") + (problems.length > 5 ? ", …" : ""),
    };
}

/** Looks at everything that the tasks use. */
export async function findings(root: string, raw: string | null): Promise<Finding[]> {
  const jupyter = Deno.env.get("TALLYBOOK_JUPYTER");
  const chromium = Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium";
  const [lab, browser, node, git, wall] = await Promise.all([
    version(jupyter === undefined ? "jupyter-lab" : join(jupyter, "jupyter-lab")),
    version(chromium),
    version("node"),
    version("git"),
    findWall(),
  ]);
  return [
    denoFinding(Deno.version.deno, await Deno.readTextFile(join(root, "README.md"))),
    {
      what: "Sandbox",
      there: wall.missing === null ? "yes" : "without",
      says: wall.missing ??
        (wall.kind === "landlock" ? "Landlock and seccomp" : wall.kind),
    },
    optional(
      "JupyterLab",
      lab && `JupyterLab ${lab}`,
      "not on the PATH, nor in TALLYBOOK_JUPYTER: two tests are left out, and deno task lab does " +
        "not start; pip install jupyterlab",
    ),
    optional(
      "Chromium",
      browser,
      `${chromium} does not start: deno task test:browser can't run; CHROMIUM names another`,
    ),
    optional("Node", node, "not on the PATH: deno task package does not try the package in Node"),
    optional("git", git, "not on the PATH: reports name no commit"),
    await rawFinding(root, raw),
  ];
}
