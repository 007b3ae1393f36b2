/** The task test:corpus on a small folder: every outcome, and what is printed of it. */
import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { gzipSync } from "fflate";
import { loadCountyReturns } from "tallybook/data";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const DANE = loadCountyReturns({ year: 2016, states: ["WI"] }).filter(({ fips }) =>
  fips === "55025"
);
const HEADER = "county,precinct,office,candidate,votes\n";
const dane = (change: (votes: number) => number | string) =>
  HEADER +
  DANE.map(({ candidate, votes }) => `Dane,1,President,${candidate},${change(votes)}\n`).join("");
const VOTES = DANE.reduce((sum, { votes }) => sum + votes, 0).toLocaleString("en");

function run(folder: string, ...args: string[]): { code: number; lines: string[] } {
  const { TALLYBOOK_CORPUS: _, ...env } = Deno.env.toObject();
  const { code, stdout, stderr } = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "lib/cli.ts", "corpus", ...args],
    cwd: ROOT,
    clearEnv: true,
    env: { ...env, NO_COLOR: "1" },
  }).outputSync();
  const text = new TextDecoder();
  const said = (text.decode(stdout) + text.decode(stderr)).replaceAll(folder, "");
  return { code, lines: said.trimEnd().split("\n") };
}

function withFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  check: (folder: string) => void,
): void {
  const folder = Deno.makeTempDirSync();
  try {
    for (const [name, content] of Object.entries(files)) {
      Deno.mkdirSync(`${folder}/${name}`.replace(/[^/]*$/, ""), { recursive: true });
      if (typeof content === "string") Deno.writeTextFileSync(`${folder}/${name}`, content);
      else Deno.writeFileSync(`${folder}/${name}`, content);
    }
    check(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const file = (name: string) => `openelections/wi/20161108__wi__general__${name}__precinct.csv`;

Deno.test("each file of a corpus is right, differs, is refused or without known totals; right ones are counted", () => {
  const files = {
    [file("dane")]: dane((votes) => votes),
    [file("dane_thousands")]: dane((votes) => `"${votes.toLocaleString("en")}"`),
    [file("dane_double")]: dane((votes) => 2 * votes),
    [file("dane_text")]: dane(() => "many"),
    "openelections/wi/19041108__wi__general__dane__precinct.csv": dane(() => 7),
    "openelections/notes.md": "no returns",
    "ballots/palm-beach-2000/table.out.gz": gzipSync(
      new TextEncoder().encode("0001 bush\n0002 gore\n"),
    ),
    "elsewhere/20161108__wi__general__dane__precinct.csv": "not looked at",
  };
  withFolder(files, (folder) => {
    const { code, lines } = run(folder, "--corpus", folder);
    assertEquals(code, 1);
    const short = lines.map((line) =>
      line.replace(/^(\S*\/)?(\d{8}__wi__general__)?/, "").replace("__precinct.csv", "")
    );
    assertEquals(short.slice(0, 1), [
      `dane | unchecked | no mends | ${
        7 * DANE.length
      } votes | 0 of 0 sums agree, to within 0 | 0 anomalies`,
    ]);
    assertEquals(short[1]!.split(" | ").slice(0, 3), ["dane_double", "differs", "no mends"]);
    assertEquals(short[1]!.split(" | ")[4], "0 of 1 sums agree, to within 0");
    assertEquals(short[1]!.includes("Dane County, WI 2016 has about twice the known votes"), true);
    assertEquals(short[2]!.split(" | ").slice(0, 4), [
      "dane_text",
      "refused",
      "no mends",
      "0 votes",
    ]);
    assertEquals(
      short[3],
      `dane_thousands | right | mends thousands | ${VOTES} votes | 1 of 1 sums agree, to within 0 | 0 anomalies`,
    );
    assertEquals(lines[4]!.split(" | ").slice(0, 2), [
      "ballots/palm-beach-2000/table.out.gz",
      "rightly refused (tables of a study, of which the columns are no candidates)",
    ]);
    assertEquals(lines.slice(5), [
      "",
      "openelections: 5 files; of 4 complete with known totals 2 read with right sums (50.0 percent, " +
      "1 of them with mends), 1 differ and say so, 1 refused; 0 incomplete, each named; 0 without " +
      "returns for president; 1 without known totals; 5 without anomalies",
      "ballots: 1 files; of 0 complete with known totals 0 read with right sums (100.0 percent, " +
      "0 of them with mends), 0 differ and say so, 0 refused; 0 incomplete, each named; 1 without " +
      "returns for president; 0 without known totals; 1 without anomalies",
    ]);
  });
});

Deno.test("what looks wrong in a folder's files is counted by kind", () => {
  // The last candidate's votes with a sign before them, in two files; without a fault in one.
  const negative = dane((votes) => votes).replace(/,(\d+)\n$/, ",-$1\n");
  const files = {
    [file("dane")]: negative,
    [file("dane_again")]: negative,
    [file("dane_right")]: dane((votes) => votes),
  };
  withFolder(files, (folder) => {
    const { code, lines } = run(folder, "--corpus", folder);
    assertEquals([code, lines.at(-1)], [0, "  anomalies: 2 negative votes"]);
    assertEquals(lines.at(-2)!.endsWith("; 1 without anomalies"), true);
  });
});

Deno.test("nine of ten right files are enough, and with --all they are printed", () => {
  const right = Array.from(
    { length: 9 },
    (_, at) => [`20161108__wi__general__dane__${at}.csv`, dane((votes) => votes)],
  );
  withFolder({
    ...Object.fromEntries(right),
    "20161108__wi__general__dane__9.csv": dane(() => "many"),
  }, (folder) => {
    const { code, lines } = run(folder, "--corpus", folder);
    assertEquals([code, lines.length], [0, 3]);
    const all = run(folder, "--corpus", folder, "--all");
    assertEquals([all.code, all.lines.length, all.lines[0]!.split(" | ")[1]], [0, 12, "right"]);
    Deno.removeSync(`${folder}/20161108__wi__general__dane__0.csv`);
    assertEquals(run(folder, "--corpus", folder).code, 1);
  });
  assertEquals(run("-").code, 2);
});

Deno.test("corrections: of each pair the changed lines for president, and those that were named before", () => {
  const right = dane((votes) => votes) + "Dane,1,Sheriff,Cy,5\n";
  const rows = right.split("\n");
  // One count is no number, another is changed without a trace; the order of lines is none.
  const wrong = [
    rows[0],
    rows[2]!.replace(/\d+$/, "12.5"),
    rows[1],
    rows[3]!.replace(/\d$/, "x"),
    ...rows.slice(4),
  ]
    .join("\n").replace("Sheriff,Cy,5", "Sheriff,Cy,6");
  // That modes don't add up to a count shows only once another count, with a comma, is read.
  const modes = (first: string, second: number) =>
    "county,precinct,office,candidate,votes,mail,election_day\n" +
    `Dane,1,President,Ada,${first},1000,410\nDane,1,President,Ben,910,600,310\n` +
    `Dane,2,President,Ada,${second},700,444\n` +
    [3, 4, 5, 6, 7].map((at) => `Dane,${at},President,Ben,${111 * at},${11 * at},${100 * at}\n`)
      .join("");
  const name = "20161108__wi__general__dane__precinct.csv";
  withFolder({
    [`pairs/01/before__${name}`]: wrong,
    [`pairs/01/after__${name}`]: right,
    [`pairs/02/before__${name}`]: right,
    [`pairs/02/after__${name}`]: right.replace("Sheriff,Cy,5", "Sheriff,Cy,7"),
    [`pairs/03/before__${name}`]: right.replace(
      rows[1]!,
      rows[1]!.replace(/,(\d+)$/, (_, votes) => `,${Number(votes) + 1}`),
    ),
    [`pairs/03/after__${name}`]: right,
    "pairs/04/notes.txt": "no pair",
    [`pairs/05/before__${name}`]: modes('"1,410"', 1141),
    [`pairs/05/after__${name}`]: modes("1410", 1144),
    "corpus/a.md": "",
  }, (folder) => {
    const { lines } = run(
      folder,
      "--corpus",
      `${folder}/corpus`,
      "--corrections",
      `${folder}/pairs`,
    );
    assertEquals(lines.slice(-4), [
      "correction 01: 2 of 2 changed lines named before, 0 findings after; refused: 12.5, which is a fraction",
      "correction 03: 0 of 1 changed lines named before, 0 findings after",
      'correction 05: 2 of 2 changed lines named before, 0 findings after; refused: "1,410" with separators of thousands',
      "corrections: 2 of 3 files, 4 of 5 changed lines named",
    ]);
  });
});
