/** Commands about files of returns, part by part, without a process of their own. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { gzipSync, strToU8, zipSync } from "fflate";
import { loadCountyReturns } from "tallybook/data";
import { corpusFiles } from "../../../lib/data/returns/commands/corpus_files.ts";
import { corpusResult } from "../../../lib/data/returns/commands/corpus_result.ts";
import { correctionRecall } from "../../../lib/data/returns/commands/correction_recall.ts";
import { inspectCommand } from "../../../lib/data/returns/commands/inspect_command.ts";
import { progressBar } from "../../../lib/data/returns/commands/progress_bar.ts";
import { written } from "../../files/written.ts";

const HEADER = "county,precinct,office,candidate,votes\n";
const NAME = "19041108__oh__general__elm__precinct.csv";
const DANE = loadCountyReturns({ year: 2016, states: ["WI"] }).filter(({ fips }) =>
  fips === "55025"
);
const dane = (change: (votes: number) => number | string) =>
  HEADER +
  DANE.map(({ candidate, votes }) => `Dane,1,President,${candidate},${change(votes)}\n`).join("");
const DANE_NAME = "20161108__wi__general__dane__precinct.csv";

async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    for (const [name, content] of Object.entries(files)) {
      await Deno.mkdir(join(folder, name, ".."), { recursive: true });
      const bytes = typeof content === "string" ? strToU8(content) : content;
      await Deno.writeFile(join(folder, name), bytes);
    }
    return await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const inspect = (name: string, content: string, ...args: string[]) =>
  inFolder({ [name]: content }, async (folder) => {
    const all = args.map((arg) => arg.replace("FOLDER", folder));
    const said = await written(() => inspectCommand([join(folder, name), ...all]));
    const left = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    const page = left.includes("page.html") ? Deno.readTextFileSync(join(folder, "page.html")) : "";
    return {
      code: said.value,
      out: said.out.replaceAll(folder, "FOLDER"),
      err: said.err,
      left,
      page,
    };
  });

Deno.test("inspect ends with 0 where all known sums agree or none is known, else with 1", async () => {
  assertEquals((await inspect(DANE_NAME, dane((votes) => votes))).code, 0);
  assertEquals((await inspect(NAME, `${HEADER}Elm,1,President,Ada,5\n`)).code, 0);
  const doubled = await inspect(DANE_NAME, dane((votes) => 2 * votes));
  assertEquals([doubled.code, doubled.err], [1, ""]);
  const refused = await inspect(NAME, `${HEADER}Elm,1,President,Ada,many\n`);
  assertEquals([refused.code, refused.out], [1, ""]);
  assertStringIncludes(refused.err, 'found "many"');
});

Deno.test("inspect reads with what the options say, and refuses what it does not know", async () => {
  const plain = `${HEADER}Elm,1,President,Ada,5\n`;
  const told = await inspect("counts.csv", plain, "--year", "1904", "--state", "oh");
  assertEquals(told.code, 0);
  assertStringIncludes(told.out, "From the file's name or the options: year 1904, state OH");
  const county = await inspect(
    "counts.csv",
    "precinct,office,candidate,votes\n1,President,Ada,5\n",
    ...["--year", "1904", "--state", "OH", "--county", "Ash"],
  );
  assertStringIncludes(county.out, "year 1904, state OH, county Ash");
  const mended = await inspect(
    NAME,
    `${HEADER}Elm,1,President,Ada,"1,055"\nElm,1,President,Ben,\n`,
    ...[
      "--mend",
      "thousands , blanks",
    ],
  );
  assertEquals(mended.code, 0, mended.err);
  const wrong = await inspect(NAME, plain, "--format", "nothing");
  assertEquals([wrong.code, wrong.out], [2, ""]);
  const none = await written(() => inspectCommand([]));
  assertEquals([none.value, none.out], [2, ""]);
  assertStringIncludes(none.err, "FILE: found nothing, expected one file");
  assertEquals((await written(() => inspectCommand(["a", "b"]))).value, 2);
});

Deno.test("inspect writes its page where it is asked to, says where, and never over the returns", async () => {
  const plain = `${HEADER}Elm,1,President,Ada,5\n`;
  const page = await inspect(NAME, plain, "--html", "FOLDER/page.html");
  assertEquals([page.code, page.left], [0, [NAME, "page.html"]]);
  assertEquals(page.out.endsWith("\n\nWritten: FOLDER/page.html\n"), true, page.out.slice(-80));
  assertStringIncludes(page.page, "<h1");
  const over = await inspect(NAME, plain, "--html", `FOLDER/${NAME}`);
  assertEquals([over.code, over.left, over.page], [2, [NAME], ""]);
  assertStringIncludes(over.err, "expected another file than the returns themselves");
});

Deno.test("a bar of forty marks is drawn on a terminal for each percent of a large file, and ends its line", () => {
  const drawn = (terminal: boolean, size: number, reads: readonly number[]) => {
    let text = "";
    const bar = progressBar({
      isTerminal: () => terminal,
      writeSync(bytes) {
        text += new TextDecoder().decode(bytes);
        return bytes.length;
      },
    });
    for (const read of reads) bar(read, size);
    return text;
  };
  const line = (marks: number, percent: number) =>
    `\r[${"#".repeat(marks)}${" ".repeat(40 - marks)}] ${percent}%`;
  const size = 1 << 24;
  assertEquals(
    drawn(true, size, [0, size / 2, size / 2 + 1, 0.99 * size, size, size + 5]),
    `${line(0, 0)}${line(20, 50)}${line(40, 99)}${line(40, 100)}\n`,
  );
  assertEquals([drawn(false, size, [0, size]), drawn(true, size - 1, [0, size])], ["", ""]);
});

Deno.test("a corpus is its known folders where it has some, else all of it, in order, what is packed unpacked", async () => {
  const bytes = strToU8("a,b\n1,2\n");
  const listed = (files: Record<string, string | Uint8Array>) =>
    inFolder(files, (folder) =>
      [...corpusFiles(folder)].map(({ name, path, bytes }) => [
        name,
        path.replace(folder, "FOLDER"),
        bytes === undefined ? null : new TextDecoder().decode(bytes),
      ]));
  assertEquals(
    await listed({
      "ballots/b.csv.gz": gzipSync(bytes),
      "ballots/a.out.gz": gzipSync(bytes),
      "ballots/notes.md": "no",
      "openelections/x/c.TSV": "c",
      "elsewhere/d.csv": "d",
      "medsl-precinct-2024/oh24.zip": zipSync({
        "__MACOSX/oh24.csv": bytes,
        "oh24.csv": bytes,
        "x.rmd": bytes,
      }),
      "medsl-precinct-2024/other.zip": zipSync({ "other.csv": bytes }),
    }),
    [
      ["openelections/x/c.TSV", "FOLDER/openelections/x/c.TSV", null],
      ["medsl-precinct-2024/oh24.zip", "medsl-precinct-2024/oh24.csv", "a,b\n1,2\n"],
      ["medsl-precinct-2024/other.zip", "FOLDER/medsl-precinct-2024/other.zip", null],
      ["ballots/a.out.gz", "ballots/a.out", "a,b\n1,2\n"],
      ["ballots/b.csv.gz", "ballots/b.csv", "a,b\n1,2\n"],
    ],
  );
  assertEquals(
    (await listed({ "b/d.csv": "d", "a.gz": gzipSync(bytes), "c.md": "" })).map(([name, path]) => [
      name,
      String(path).replace("FOLDER//", "FOLDER/"),
    ]),
    [["a.gz", "a.csv"], ["b/d.csv", "FOLDER/b/d.csv"]],
  );
});

const VOTES = DANE.reduce((sum, { votes }) => sum + votes, 0);
const resultOf = (name: string, content: string) =>
  inFolder({ [name]: content }, (folder) => {
    const { seconds, ...rest } = corpusResult({ name, path: `${folder}/${name}` });
    assertEquals(seconds >= 0 && seconds < 600, true);
    return rest;
  });

Deno.test("a file of a corpus is right where all known sums agree, with the mends that its refusals name", async () => {
  const right = await resultOf(DANE_NAME, dane((votes) => votes));
  assertEquals([right.name, right.outcome, right.mends, right.votes, right.rows], [
    DANE_NAME,
    "right",
    [],
    VOTES,
    DANE.length,
  ]);
  assertEquals([right.agree === right.checks, right.checks > 0, right.difference, right.finding], [
    true,
    true,
    0,
    "",
  ]);
  const mended = await resultOf(DANE_NAME, dane((votes) => `"${votes.toLocaleString("en")}"`));
  assertEquals([mended.outcome, mended.mends, mended.votes], ["right", ["thousands"], VOTES]);
});

Deno.test("another file differs, is unchecked, or is refused with the reason, counting nothing", async () => {
  const differs = await resultOf(DANE_NAME, dane((votes) => 2 * votes));
  assertEquals([differs.outcome, differs.votes, differs.agree], ["differs", 2 * VOTES, 0]);
  assertEquals(differs.finding.length > 0, true);
  const unchecked = await resultOf(
    NAME,
    `${HEADER}Elm,1,President,Ada,5\nElm,1,President,Ben,-3\n`,
  );
  assertEquals([unchecked.outcome, unchecked.checks, unchecked.mends], ["unchecked", 0, [
    "negatives",
  ]]);
  assertEquals([unchecked.anomalies, unchecked.anomalyKinds], [1, { "negative votes": 1 }]);
  const { finding, ...refused } = await resultOf(NAME, `${HEADER}Elm,1,President,Ada,many\n`);
  assertEquals(refused, {
    ...{ name: NAME, outcome: "refused", mends: [], rows: 0, votes: 0, agree: 0, checks: 0 },
    ...{ difference: 0, anomalies: 0, anomalyKinds: {} },
  });
  assertStringIncludes(finding, `${NAME}, row 2, column "votes": found "many"`);
});

Deno.test("a corpus's file that was unpacked is read from its bytes", () => {
  const bytes = strToU8(dane((votes) => votes));
  const { outcome, votes } = corpusResult({ name: "x.gz", path: `a/${DANE_NAME}`, bytes });
  assertEquals([outcome, votes], ["right", VOTES]);
});

Deno.test("of a correction the lines for president that changed are counted, and those that were named before", async () => {
  const row = (precinct: number, who: string, votes: string) =>
    `Elm,${precinct},President,${who},${votes}\n`;
  const after = HEADER + row(1, "Ada", "5") + row(1, "Ben", "7") + row(2, "Ada", "9") +
    "Elm,1,Sheriff,Cy,1\n";
  const before = HEADER + row(1, "Ada", "five") + row(1, "Ben", "70") + row(2, "Ada", "9") +
    "Elm,1,Sheriff,Cy,2\n";
  const moved = HEADER + row(2, "Ada", "9") + row(1, "Ben", "7") + row(1, "Ada", "5") +
    "Elm,1,Sheriff,Cy,1\n";
  const results = await inFolder({
    [`b/before__${NAME}`]: before,
    [`b/after__${NAME}`]: after,
    [`a/before__${NAME}`]: moved,
    [`a/after__${NAME}`]: after,
    [`c/before__${NAME}`]: before,
    "d.txt": "no pair",
  }, (folder) => [...correctionRecall(folder)]);
  assertEquals(results, [
    { pair: "a", changed: 0, named: 0, after: 0, how: "" },
    { pair: "b", changed: 2, named: 1, after: 0, how: 'refused: "five"' },
  ]);
});
