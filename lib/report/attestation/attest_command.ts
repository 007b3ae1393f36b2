import { basename, join, relative, resolve } from "node:path";
import { findNotebooks, verifyCommand } from "../../notebook/mod.ts";
import { command, misuse, parseCommand, print, printError } from "../../files/command_line.ts";
import { writeAtomically } from "../../files/atomic_write.ts";
import { hashOfFile, sha256 } from "../../files/hash.ts";
import { ownRoot } from "../../files/project_root.ts";
import { hashFolder } from "../hash_folder.ts";
import { ATTESTATION_FILE } from "./check_report.ts";
import { sealed } from "./envelope.ts";
import { readPrivateKey } from "./keys.ts";
import { type Digests, statementOf } from "./statement.ts";

const USAGE = `Usage: deno task verify --attest [--key FILE] [--report DIR] [--timeout=S] [--quiet]

Runs every notebook again and, when all give what is stored, writes DIR/${ATTESTATION_FILE}: an in-toto
statement over the report's files, and over what the runs rested on (lock, configuration, library,
data). DIR is report/ unless given; deno task check-report DIR checks it anywhere.

  --key FILE  Your private Ed25519 key (PEM, of openssl genpkey -algorithm ed25519), which signs the
              statement; without one it is unsigned, and says so
`;

/** One hash for a folder: that of its files' hashes and paths, a line each. */
function folderHash(digests: Digests): string {
  return sha256(Object.entries(digests).map(([path, hash]) => `${hash}  ${path}\n`).join(""));
}

/** What notebooks rest on, each with its hash; the library as one. */
export async function configurationOf(root: string): Promise<Digests> {
  const [lock, config, data, library] = await Promise.all([
    hashOfFile(join(root, "deno.lock")),
    hashOfFile(join(root, "deno.json")),
    hashFolder(join(root, "data")),
    hashFolder(join(root, "lib")),
  ]);
  return {
    ...Object.fromEntries(Object.entries(data).map(([path, hash]) => [`data/${path}`, hash])),
    ...(lock ? { "deno.lock": lock } : {}),
    ...(config ? { "deno.json": config } : {}),
    "lib/": folderHash(library),
  };
}

/** The report's notebooks that are not the project's, in words; a report of others proves nothing of these. */
export async function foreignNotebooks(
  root: string,
  report: Digests,
  notebooks: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const path of notebooks) {
    const own = `notebooks/${basename(path)}`;
    if (report[own] === undefined) found.push(`${own} is not in the report`);
    else if (report[own] !== await hashOfFile(path)) {
      found.push(`${own} in the report is not ${relative(root, path)}`);
    }
  }
  return found;
}

/**
 * The task "verify --attest".
 *
 * @returns The exit code: 1 when a notebook gives something else or the report is not of these notebooks.
 */
export function attestCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values, positionals } = parseCommand(args, {
      attest: { type: "boolean" },
      key: { type: "string" },
      report: { type: "string" },
      timeout: { type: "string" },
      quiet: { type: "boolean" },
    });
    if (positionals.length > 0) {
      throw misuse("arguments", positionals, "none, since all notebooks are attested");
    }
    const root = ownRoot();
    const folder = resolve(values.report ?? join(root, "report"));
    // Before the runs, which take minutes: a key that cannot sign is known at once.
    const key = values.key === undefined
      ? null
      : await readPrivateKey(await Deno.readTextFile(values.key));
    const notebooks = await findNotebooks(join(root, "notebooks"));
    const { [ATTESTATION_FILE]: _old, ...report } = await hashFolder(folder);
    const foreign = await foreignNotebooks(root, report, notebooks);
    for (const line of foreign) printError(line);
    if (foreign.length > 0) {
      printError(`Nothing attested: write the report first, deno task report`);
      return 1;
    }
    const code = await verifyCommand([
      ...(values.timeout === undefined ? [] : [`--timeout=${values.timeout}`]),
      ...(values.quiet ? ["--quiet"] : []),
    ]);
    if (code !== 0) {
      printError("Nothing attested: not every notebook gave what is stored");
      return code;
    }
    const statement = statementOf(
      report,
      await configurationOf(root),
      notebooks.map((path) => `notebooks/${basename(path)}`),
    );
    const envelope = await sealed(JSON.stringify(statement), key);
    const file = join(folder, ATTESTATION_FILE);
    await writeAtomically(file, JSON.stringify(envelope, null, 1) + "\n");
    print(
      `Wrote ${relative(Deno.cwd(), file)}: ${statement.subject.length} files, ${
        key === null ? "unsigned: it says what, not who; --key signs it" : `signed by key ${key.id}`
      }`,
    );
    return 0;
  });
}
