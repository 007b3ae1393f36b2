import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { gzipSync, strToU8, zipSync } from "fflate";
import { DataError, readReturns, type ReadReturnsOptions } from "tallybook/data";
import { withFile } from "./with_file.ts";

const TEXT = "state_po\tcandidate\tvotes\nWI\tAda Zoë\t12\nWI\tBen\t5\nWI\tCy\t7\n";
const OPTIONS: ReadReturnsOptions = { year: 2016, check: false };

function reading(bytes: Uint8Array, name: string, options = OPTIONS) {
  return withFile(bytes, (path) => {
    const { returns, mended } = readReturns(path, options);
    const rows = returns.toRecords();
    return {
      sum: rows.reduce((sum, { votes }) => sum + votes, 0),
      first: `${rows[0]!.state_po} ${rows[0]!.county} ${rows[0]!.candidate}`,
      notes: mended.map(({ found }) => found),
    };
  }, name);
}
const refused = (bytes: Uint8Array, name: string, options = OPTIONS) =>
  assertThrows(() => reading(bytes, name, options), DataError).message;

/** UTF-16 of a text. */
function utf16(text: string, { mark, big }: { mark: boolean; big: boolean }): Uint8Array {
  const units = [...mark ? [0xfeff] : [], ...[...text].map((letter) => letter.charCodeAt(0))];
  return Uint8Array.from(
    units.flatMap((unit) => big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]),
  );
}

Deno.test("text in UTF-16 is read, either way round, with its mark and without", () => {
  for (const mark of [true, false]) {
    for (const big of [true, false]) {
      const { sum, first, notes } = reading(utf16(TEXT, { mark, big }), "r.txt");
      assertEquals([sum, first], [24, "WI null Ada Zoë"]);
      assertEquals(notes[0], "text in UTF-16: read so");
    }
  }
});

Deno.test("a compressed file is read, also one of several members; one that is cut off is refused", () => {
  const [head, tail] = [TEXT.slice(0, 40), TEXT.slice(40)].map((part) => gzipSync(strToU8(part)));
  const { sum, notes } = reading(new Uint8Array([...head!, ...tail!]), "r.tsv.gz");
  assertEquals([sum, notes], [24, ["a compressed file: its content is read"]]);
  assertStringIncludes(
    refused(gzipSync(strToU8(TEXT)).subarray(0, 30), "r.tsv.gz"),
    "a gzip file that is cut off or damaged",
  );
});

Deno.test("of an archive the one table of returns is read; its name says what the archive's does not", () => {
  const csv = strToU8(
    "precinct,office,candidate,votes\nElm,President,Ada,12\nElm,President,Ben,9\n",
  );
  const name = "out/20161108__wi__general__dane__precinct.csv";
  const notes = strToU8("What the columns mean, in words.\n");
  const { sum, first } = reading(
    zipSync({ [name]: csv, "codebook.txt": notes }),
    "download.zip",
    {},
  );
  assertEquals([sum, first], [21, "WI Dane Ada"]);
  const table = reading(zipSync({ [name]: csv, "fields.txt": notes }), "download.zip", {});
  assertEquals(table.notes[0], `an archive: "${name}" in it is read, not "fields.txt"`);
});

Deno.test("of several files in an archive none is chosen, and they are named", () => {
  const csv = strToU8(TEXT);
  const said = refused(zipSync({ "a.tsv": csv, "b.tsv": csv }), "r.zip");
  assertStringIncludes(said, 'an archive of 2 files: "a.tsv", "b.tsv"');
  assertStringIncludes(said, "unpack it and read its files one by one");
  assertStringIncludes(refused(zipSync({ "a.pdf": csv }), "r.zip"), "an archive of 0 files: none");
  const cut = zipSync({ "a.tsv": csv }).subarray(0, 40);
  assertStringIncludes(refused(cut, "r.zip"), "an archive that is cut off or damaged");
});

Deno.test("an archive of ballots whose files are damaged is refused in words of our own", () => {
  const archive = (members: Readonly<Record<string, string>>) =>
    zipSync(
      Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])),
    );
  const names = (list: string) => `{"List":${list}}`;
  const good = {
    "ContestManifest.json": names('[{"Id":1,"Description":"President"}]'),
    "CandidateManifest.json": names('[{"Id":1,"Description":"Ada"}]'),
  };
  for (
    const members of [
      { ...good, "CvrExport.json": "{bad" },
      { ...good, "ContestManifest.json": names("[null]"), "CvrExport.json": "null" },
      { ...good, "ContestManifest.json": "[]", "CvrExport.json": "{}" },
      { ...good, "CvrExport.json": '{"Sessions":{}}' },
      { ...good, "CvrExport.json": '{"Sessions":[null,{},{"Original":{"Cards":7}}]}' },
      {
        ...good,
        "CvrExport.json": '{"Sessions":[{"Original":{"Contests":[{"Id":1,"Marks":[5]}]}}]}',
      },
    ]
  ) {
    assertStringIncludes(refused(archive(members), "r.zip"), "Cannot read returns");
  }
});

Deno.test("files packed in each other without end, or in zeros without end, are refused", () => {
  let packed = strToU8(TEXT);
  for (let depth = 0; depth < 12; depth++) packed = gzipSync(packed);
  assertStringIncludes(refused(packed, "r.csv.gz"), "packed more than");
  // A gibibyte of zeros, and one more: what the archive says of itself is enough.
  const bomb = zipSync({ "a.csv": new Uint8Array(8) });
  const view = new DataView(bomb.buffer);
  for (let at = 0; at + 46 < bomb.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 30 + 1, true);
  }
  assertStringIncludes(refused(bomb, "r.zip"), "unpacks to more");
});

Deno.test("a packed file with one byte damaged is refused: its checksum is another", () => {
  // Packed without compression, so that the digit can be found and changed.
  const digit = (bytes: Uint8Array) => {
    const at = new TextDecoder("latin1").decode(bytes).indexOf("Zo") + 6;
    assertEquals(String.fromCharCode(bytes[at]!), "2");
    const damaged = Uint8Array.from(bytes);
    damaged[at] = "9".charCodeAt(0);
    return damaged;
  };
  const zip = zipSync({ "r.tsv": strToU8(TEXT) }, { level: 0 });
  const gzip = gzipSync(strToU8(TEXT), { level: 0 });
  assertEquals([reading(zip, "r.zip").sum, reading(gzip, "r.tsv.gz").sum], [24, 24]);
  assertStringIncludes(refused(digit(zip), "r.zip"), "cut off or damaged");
  assertStringIncludes(refused(digit(gzip), "r.tsv.gz"), "cut off or damaged");
  const [first, second] = [TEXT.slice(0, 40), TEXT.slice(40)].map((part) =>
    gzipSync(strToU8(part), { level: 0 })
  );
  assertEquals(reading(new Uint8Array([...first!, ...second!]), "r.tsv.gz").sum, 24);
  assertStringIncludes(
    refused(new Uint8Array([...digit(first!), ...second!]), "r.tsv.gz"),
    "damaged",
  );
});

Deno.test("a compressed file is read whole where its bytes fill the last step to the brim", () => {
  // The name in a gzip header is as long as one likes: the file has one byte less than a MiB, one, and one more.
  const bytes = strToU8(TEXT);
  const plain = gzipSync(bytes, { filename: "a" }).length;
  for (const size of [2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1]) {
    const packed = gzipSync(bytes, { filename: "a".repeat(size - plain + 1) });
    assertEquals(packed.length, size);
    assertEquals(reading(packed, "r.tsv.gz").sum, 24);
  }
});
