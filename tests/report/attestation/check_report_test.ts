import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import {
  ATTESTATION_FILE,
  checkReport,
  reportFaults,
} from "../../../lib/report/attestation/check_report.ts";
import { checkReportCommand } from "../../../lib/report/attestation/check_report_command.ts";
import { foreignNotebooks } from "../../../lib/report/attestation/attest_command.ts";
import { sealed } from "../../../lib/report/attestation/envelope.ts";
import { readPrivateKey } from "../../../lib/report/attestation/keys.ts";
import { readStatement, statementOf } from "../../../lib/report/attestation/statement.ts";
import { hashFolder } from "../../../lib/report/hash_folder.ts";
import { CRATE_FILE, roCrate } from "../../../lib/report/ro_crate.ts";
import { sha256 } from "../../../lib/files/hash.ts";
import { written } from "../../files/written.ts";
import { KEYS } from "./rfc_keys.ts";

/** A small report in a folder of its own, attested with a key or without. */
async function withReport(
  attested: "signed" | "unsigned" | "not",
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const files = [
      { path: "index.html", content: "<p>" },
      { path: "figures/a.csv", content: "state,votes\n" },
    ];
    await Deno.mkdir(join(folder, "figures"));
    for (const { path, content } of files) await Deno.writeTextFile(join(folder, path), content);
    const versions = { deno: "2.9.6", library: "0.1.0", lock: "" };
    const crate = roCrate({ files, pages: [], tables: [], versions });
    await Deno.writeTextFile(join(folder, CRATE_FILE), crate);
    if (attested !== "not") {
      const statement = statementOf(await hashFolder(folder), {}, ["notebooks/01_votes.ipynb"]);
      const key = attested === "signed" ? await readPrivateKey(KEYS.private) : null;
      const envelope = await sealed(JSON.stringify(statement), key);
      await Deno.writeTextFile(join(folder, ATTESTATION_FILE), JSON.stringify(envelope));
    }
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a report as it was attested has no fault, by any of the three", async () => {
  for (const attested of ["signed", "unsigned", "not"] as const) {
    await withReport(attested, async (folder) => {
      const { faults, files, by, signature } = await checkReport(folder);
      assertEquals(faults, [], attested);
      assertEquals([by, files], attested === "not" ? ["description", 2] : ["attestation", 3]);
      assertEquals(signature.kind, attested === "signed" ? "not checked" : "unsigned");
    });
  }
});

Deno.test("each file that differs, is missing or is extra is named", async () => {
  for (const attested of ["signed", "not"] as const) {
    await withReport(attested, async (folder) => {
      await Deno.writeTextFile(join(folder, "index.html"), "<p>!");
      await Deno.remove(join(folder, "figures/a.csv"));
      await Deno.writeTextFile(join(folder, "figures/b.csv"), "");
      assertEquals((await checkReport(folder)).faults, [
        { path: "figures/a.csv", fault: "is missing" },
        { path: "figures/b.csv", fault: "is extra" },
        { path: "index.html", fault: "differs" },
      ]);
    });
  }
});

Deno.test("the command fails where a file or the signature is not as it must be", async () => {
  const keys = await Deno.makeTempDir();
  await Deno.writeTextFile(join(keys, "own.pem"), KEYS.public);
  await Deno.writeTextFile(join(keys, "other.pem"), KEYS.other);
  const own = `--key=${join(keys, "own.pem")}`;
  await withReport("signed", async (folder) => {
    assertEquals(await checkReportCommand([folder]), 0);
    assertEquals(await checkReportCommand([folder, own]), 0);
    assertEquals(await checkReportCommand([folder, `--key=${join(keys, "other.pem")}`]), 1);
    await Deno.writeTextFile(join(folder, "more"), "");
    assertEquals(await checkReportCommand([folder, own]), 1);
  });
  // Who asks for a signature is not content with none.
  for (const attested of ["unsigned", "not"] as const) {
    await withReport(attested, async (folder) => {
      assertEquals(await checkReportCommand([folder]), 0);
      assertEquals(await checkReportCommand([folder, own]), 1);
    });
  }
  assertEquals(await checkReportCommand([keys]), 1);
  assertEquals(await checkReportCommand([]), 2);
  await Deno.remove(keys, { recursive: true });
});

Deno.test("the command says what it compared with what, who signed, and what differs", async () => {
  const keys = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(keys, "other.pem"), KEYS.other);
    /** What it writes to its output, and to its error stream. */
    const said = async (...args: string[]) => {
      const { out, err } = await written(() => checkReportCommand(args));
      return [out, err].map((text) => text.trimEnd().split("\n"));
    };
    await withReport("unsigned", async (folder) => {
      const [output, errors] = await said(folder);
      assertEquals(output, [
        "The attestation is unsigned: it says what the files were, not who says so.",
        "It states that notebooks gave their outputs again: 1.",
        "3 files are what the attestation says",
      ]);
      assertEquals(errors, [""]);
    });
    await withReport("not", async (folder) => {
      await Deno.writeTextFile(join(folder, "index.html"), "<p>!");
      const [output, errors] = await said(folder);
      assertEquals(output, [
        "It has no attestation: its own description says what its files were, not who made it or whether its notebooks ran.",
        "Not what the description says: 1 of 2, or beside them",
      ]);
      assertEquals(errors, ["index.html differs"]);
    });
    await withReport("signed", async (folder) => {
      const [[first]] = await said(folder) as [string[], string[]];
      assert(
        /^The attestation is signed by key \S+, which was not checked: name the public key with --key\.$/
          .test(first!),
        first,
      );
      const [, errors] = await said(folder, "--key", join(keys, "other.pem"));
      assert(
        /^The attestation is not signed by the key given: its signatures name \S+\.$/
          .test(errors![0]!),
        errors![0],
      );
    });
    // A folder that is no report, and a key that is not there.
    const [, none] = await said(keys);
    assert(none!.length === 1 && none![0]!.startsWith("Cannot check a report: "), none![0]);
    const [, lost] = await said(keys, "--key", join(keys, "lost.pem"));
    assert(lost!.length === 1 && lost![0]!.includes("lost.pem"), lost![0]);
  } finally {
    await Deno.remove(keys, { recursive: true });
  }
});

Deno.test("a statement has the fields of in-toto's version 1, and another is refused", () => {
  const statement = statementOf({ "b": "2", "a": "1" }, { "deno.lock": "3" }, ["n2", "n1"]);
  assertEquals(statement._type, "https://in-toto.io/Statement/v1");
  assertEquals(statement.subject.map(({ name }) => name), ["a", "b"]);
  assertEquals(statement.predicate, {
    result: "PASSED",
    configuration: [{ name: "deno.lock", digest: { sha256: "3" } }],
    passedTests: ["n1", "n2"],
  });
  assertEquals(readStatement(JSON.stringify(statement)), statement);
  for (const text of ["", "{}", JSON.stringify({ ...statement, subject: [{ name: 1 }] })]) {
    let message = "";
    try {
      readStatement(text);
    } catch (error) {
      message = (error as Error).message;
    }
    assertEquals(message.includes("expected an in-toto statement"), true, text);
  }
});

Deno.test("a report of other notebooks is not attested", async () => {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(join(root, "notebooks"));
  const paths = ["a", "b", "c"].map((name) => join(root, `notebooks/${name}.ipynb`));
  for (const path of paths) await Deno.writeTextFile(path, "{}");
  const report = { "notebooks/a.ipynb": sha256("{}"), "notebooks/b.ipynb": sha256("{ }") };
  assertEquals(await foreignNotebooks(root, report, paths), [
    "notebooks/b.ipynb in the report is not notebooks/b.ipynb",
    "notebooks/c.ipynb is not in the report",
  ]);
  assertEquals(reportFaults({}, {}), []);
  await assertRejects(() => checkReport(root), Error, "expected attestation.intoto.json or");
  await Deno.remove(root, { recursive: true });
});
