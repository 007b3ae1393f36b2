import { assertEquals, assertThrows } from "@std/assert";
import { DataError, readReturns } from "tallybook/data";
import { problemsOf, withFile } from "./with_file.ts";

const HEADER = "state_po,fips,county,candidate,votes\n";

Deno.test("readReturns() asks for a state that neither file nor options name", () => {
  const [problem] = problemsOf("county,office,candidate,votes\nAdams,President,Ada,1\n", {
    format: "openelections",
  });
  assertEquals(problem?.found, "none");
});

Deno.test("readReturns() names a missing column and the header that it found", () => {
  assertEquals(problemsOf("state_po,candidate,count\nWI,Ada,1\n"), [{
    row: 1,
    column: "votes",
    found: 'the columns "state_po", "candidate", "count"',
  }]);
});

Deno.test("readReturns() guesses what a misspelt column means", () => {
  assertEquals(problemsOf("state_po,candidat,votse\nWI,Ada,1\n"), [
    { row: 1, column: "candidate", found: '"candidat", which may be meant' },
    { row: 1, column: "votes", found: '"votse", which may be meant' },
  ]);
});

Deno.test("readReturns() reads semicolons, and says so", () => {
  const { returns, mended } = withFile(
    "state_po;candidate;votes\nWI;Ada;1\n",
    (path) => readReturns(path, { year: 2016 }),
  );
  assertEquals(returns.toRecords().map(({ votes }) => votes), [1]);
  assertEquals(mended.map(({ found }) => found), ["cells separated by semicolons: read so"]);
});

Deno.test("readReturns() names the line and the byte of text that is not UTF-8", () => {
  // "Doña Ana" in Latin-1: the ñ is one byte, 0xF1
  const bytes = new Uint8Array([...`${HEADER}NM,35013,Do`].map((letter) => letter.charCodeAt(0)));
  const rest = new Uint8Array([
    0xf1,
    ...[..."a Ana,Ada,3\n"].map((letter) => letter.charCodeAt(0)),
  ]);
  const [problem] = problemsOf(new Uint8Array([...bytes, ...rest]));
  assertEquals(problem?.row, 2);
  assertEquals(problem?.found.startsWith("the byte 0xF1"), true);
});

Deno.test("readReturns() reads UTF-16, and refuses what it holds by its own faults", () => {
  assertEquals(problemsOf(new Uint8Array([0xff, 0xfe, 0x73, 0x00]))[0]?.found, 'the columns "s"');
});

Deno.test("readReturns() reads lines that end with CR alone, tabs and pipes, and lists it", () => {
  for (
    const text of [
      "state_po,candidate,votes\rWI,Ada,3\r",
      "STATE_PO|Candidate|VOTES\nWI|Ada|3\n",
      "state_po\tcandidate\tvotes\nWI\tAda\t3\n",
    ]
  ) {
    const { returns, mended } = withFile(text, (path) => readReturns(path, { format: "tidy" }));
    assertEquals(returns.getColumn("votes").toArray(), [3]);
    assertEquals(mended.length, 1);
  }
});

Deno.test("readReturns() accepts CR LF line ends and a byte-order mark", () => {
  const { returns } = withFile(
    "\uFEFFstate_po,candidate,votes\r\nWI,Ada,3\r\n",
    (path) => readReturns(path, { format: "tidy" }),
  );
  assertEquals(returns.height, 1);
});

Deno.test("readReturns() notices a file that was cut off in a row or in a quoted cell", () => {
  assertEquals(problemsOf(`${HEADER}WI,55025,Dane,Ada,3\nWI,55025,Da`)[0], {
    row: 3,
    column: undefined,
    found: "3 in the last row: the file seems to be cut off",
  });
  assertEquals(
    problemsOf(`${HEADER}WI,55025,Dane,"Ada`)[0]?.found,
    "the end of the file: it seems to be cut off",
  );
});

Deno.test("readReturns() refuses a row with too many cells", () => {
  assertEquals(problemsOf(`${HEADER}WI,55025,Dane,Ada,3,4\nWI,55025,Dane,Alan,3\n`)[0], {
    row: 2,
    column: undefined,
    found: "6",
  });
});

Deno.test("readReturns() refuses an empty file, one of blanks, and a header without rows", () => {
  assertEquals(problemsOf("")[0]?.found, "an empty file");
  assertEquals(problemsOf("\n\n")[0]?.found, "only blanks");
  assertEquals(problemsOf(HEADER)[0]?.found, "a header line only");
});

Deno.test("readReturns() refuses a file that is not what its name says", () => {
  const kinds: [string, string][] = [
    ["PK\x03\x04...", "an archive that is cut off or damaged"],
    ["PK\x03\x04...[Content_Types].xml", "one that is damaged, or that a password protects"],
    ["\x1f\x8b...", "a gzip file that is cut off or damaged"],
    ["PAR1...", "a Parquet file"],
    ["%PDF-1.7", "a PDF file"],
    ["version https://git-lfs.github.com/spec/v1\n", "a pointer to a file in Git LFS"],
    ["<!DOCTYPE html><title>404</title>", "a web page"],
    ['{"votes": 1}', "JSON"],
  ];
  for (const [content, kind] of kinds) {
    const bytes = Uint8Array.from(content, (letter) => letter.charCodeAt(0));
    assertEquals(problemsOf(bytes)[0]?.found, kind);
  }
});

Deno.test("readReturns() says all problems of a file at once, in the file's order", () => {
  const text = `${HEADER}XX,1,Dane,,x\nWI,55025,Total,Ada,-1\n`;
  const rows = problemsOf(text).map(({ row }) => row);
  assertEquals(rows, [2, 2, 2, 2, 3]);
});

Deno.test("readReturns() says that a file is not there", () => {
  const error = assertThrows(
    () => readReturns("no/such/file.csv", { format: "tidy" }),
    DataError,
  );
  assertEquals(
    error.message,
    "Cannot read returns: no/such/file.csv: found none, expected a file",
  );
});
