import { command, misuse, parseCommand, print, printError } from "../../files/command_line.ts";
import { checkReport, type ReportCheck } from "./check_report.ts";
import { readPublicKey } from "./keys.ts";

const USAGE = `Usage: deno task check-report FOLDER [--key FILE]

Checks a received report, offline, against its attestation, or its own description where it has none:
names each file that differs, is missing or is extra.

  --key FILE  The public Ed25519 key (PEM) that must have signed the attestation
`;

/** A line without control characters: names in a received report could steer the terminal. */
const plain = (line: string) => line.replace(/\p{Cc}/gu, "?");

/** What a signature says, for who reads the terminal; whether it is as it must be. */
function signatureLine({ by, signature }: ReportCheck, asked: boolean): readonly [string, boolean] {
  if (by === "description") {
    return [
      "It has no attestation: its own description says what its files were, not who made it or whether its notebooks ran.",
      !asked,
    ];
  }
  switch (signature.kind) {
    case "unsigned":
      return ["The attestation is unsigned: it says what the files were, not who says so.", !asked];
    case "not checked":
      return [
        `The attestation is signed by key ${
          signature.keyids.join(", ")
        }, which was not checked: name the public key with --key.`,
        true,
      ];
    case "signed":
      return [`The attestation is signed by the key given, ${signature.keyid}.`, true];
    case "wrong":
      return [
        `The attestation is not signed by the key given: its signatures name ${
          signature.keyids.join(", ")
        }.`,
        false,
      ];
  }
}

/**
 * The task "check-report": checks a received report.
 *
 * @returns The exit code: 1 when a file or the signature is not as it must be, 2 when the arguments are wrong.
 */
export function checkReportCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values, positionals: [folder, ...more] } = parseCommand(args, {
      key: { type: "string" },
    });
    if (folder === undefined || more.length > 0) {
      throw misuse("FOLDER", folder === undefined ? undefined : [folder, ...more], "one folder");
    }
    try {
      const key = values.key === undefined
        ? null
        : await readPublicKey(await Deno.readTextFile(values.key));
      const check = await checkReport(folder, key);
      for (const { path, fault } of check.faults) printError(plain(`${path} ${fault}`));
      const [line, asItMust] = signatureLine(check, key !== null);
      (asItMust ? print : printError)(plain(line));
      const ran = check.statement?.predicate.passedTests.length;
      if (ran !== undefined) print(`It states that notebooks gave their outputs again: ${ran}.`);
      print(
        check.faults.length === 0
          ? `${check.files} files are what the ${check.by} says`
          : `Not what the ${check.by} says: ${check.faults.length} of ${check.files}, or beside them`,
      );
      return check.faults.length === 0 && asItMust ? 0 : 1;
    } catch (error) {
      printError(error instanceof Error ? error.message : String(error));
      return 1;
    }
  });
}
