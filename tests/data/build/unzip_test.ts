import { assertEquals, assertThrows } from "@std/assert";
import { zipSync } from "fflate";
import { unzip } from "../../../lib/data/build/unzip.ts";

const text = (value: string) => new TextEncoder().encode(value);
const long = text("precinct,votes\n".repeat(10_000));
const archive = zipSync({
  "a.csv": long,
  "stored.txt": [text("as it is"), { level: 0 }],
  "ünder/b.md": text(""),
});

Deno.test("unzip() gives what another packer packed, deflated and stored", () => {
  const members = unzip(archive);
  assertEquals([...members.keys()], ["a.csv", "stored.txt", "ünder/b.md"]);
  assertEquals(new Uint8Array(members.get("a.csv")!), long);
  assertEquals(new TextDecoder().decode(members.get("stored.txt")), "as it is");
  assertEquals(members.get("ünder/b.md")!.length, 0);
});

Deno.test("unzip() gives the members that are wanted, also of a part of a buffer", () => {
  const padded = new Uint8Array(archive.length + 14);
  padded.set(archive, 7);
  const members = unzip(padded.subarray(7, 7 + archive.length), (name) => name.endsWith(".txt"));
  assertEquals([...members.keys()], ["stored.txt"]);
});

Deno.test("unzip() refuses what is no archive, or is cut short", () => {
  assertThrows(
    () => unzip(text("no archive at all, though it is long enough")),
    RangeError,
    "no directory",
  );
  assertThrows(() => unzip(new Uint8Array()), RangeError, "no directory");
  const cut = archive.slice();
  // Its directory is said to begin where a member does.
  new DataView(cut.buffer).setUint32(cut.length - 6, 0, true);
  assertThrows(() => unzip(cut), RangeError, "a directory cut short");
});
