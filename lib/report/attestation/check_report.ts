import { join } from "node:path";
import { refusal } from "../../check/mod.ts";
import { readIfThere } from "../../files/read_if_there.ts";
import { hashFolder } from "../hash_folder.ts";
import { CRATE_FILE } from "../ro_crate.ts";
import { opened, type SignatureState } from "./envelope.ts";
import type { readPublicKey } from "./keys.ts";
import { type Digests, readStatement, type Statement } from "./statement.ts";

/** The name of a report's attestation in its folder. */
export const ATTESTATION_FILE = "attestation.intoto.json";

/** What is wrong with a report's file. */
export interface ReportFault {
  readonly path: string;
  readonly fault: "differs" | "is missing" | "is extra";
}

/** What a check of a report found. */
export interface ReportCheck {
  /** What the files were compared with. */
  readonly by: "attestation" | "description";
  readonly signature: SignatureState;
  /** Files that were compared. */
  readonly files: number;
  readonly faults: readonly ReportFault[];
  /** The statement, where there is an attestation. */
  readonly statement: Statement | null;
}

/** The hashes that a report's own description has; it cannot have its own. */
function describedDigests(text: string): Digests {
  let graph: unknown;
  try {
    graph = JSON.parse(text)["@graph"];
  } catch {
    graph = null;
  }
  if (!Array.isArray(graph)) {
    throw new TypeError(refusal({
      task: "check a report",
      where: CRATE_FILE,
      found: text.slice(0, 80),
      expected: "an RO-Crate",
    }));
  }
  return Object.fromEntries(
    graph.flatMap((entity) =>
      typeof entity?.sha256 === "string" ? [[String(entity["@id"]), entity.sha256]] : []
    ),
  );
}

/** The differences between what files were and what they are, in the order of their paths. */
export function reportFaults(before: Digests, now: Digests): ReportFault[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return paths.flatMap((path): ReportFault[] => {
    if (now[path] === undefined) return [{ path, fault: "is missing" }];
    if (before[path] === undefined) return [{ path, fault: "is extra" }];
    return before[path] === now[path] ? [] : [{ path, fault: "differs" }];
  });
}

/**
 * Checks a received report against its attestation or, where it has none, against its own
 * description. Nothing is run and nothing is asked of a network.
 *
 * @param folder The report's folder.
 * @param key The public key that must have signed; null leaves a signature unchecked.
 * @throws {Error} when the folder has neither attestation nor description.
 */
export async function checkReport(
  folder: string,
  key: Awaited<ReturnType<typeof readPublicKey>> | null = null,
): Promise<ReportCheck> {
  const [envelope, crate, all] = await Promise.all([
    readIfThere(join(folder, ATTESTATION_FILE)),
    readIfThere(join(folder, CRATE_FILE)),
    hashFolder(folder),
  ]);
  const { [ATTESTATION_FILE]: _itself, ...now } = all;
  if (envelope !== null) {
    const { text, signature } = await opened(envelope, key);
    const statement = readStatement(text);
    const before = Object.fromEntries(
      statement.subject.map(({ name, digest }) => [name, digest.sha256]),
    );
    const faults = reportFaults(before, now);
    return { by: "attestation", signature, files: statement.subject.length, faults, statement };
  }
  if (crate === null) {
    throw new Error(refusal({
      task: "check a report",
      where: folder,
      found: "a folder without these",
      expected: `${ATTESTATION_FILE} or ${CRATE_FILE}`,
    }));
  }
  const { [CRATE_FILE]: _description, ...rest } = now;
  const before = describedDigests(crate);
  return {
    by: "description",
    signature: { kind: "unsigned" },
    files: Object.keys(before).length,
    faults: reportFaults(before, rest),
    statement: null,
  };
}
