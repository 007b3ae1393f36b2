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

Deno.test("unzip() finds the directory before a comment", () => {
  const comment = "put together on election night";
  const commented = new Uint8Array([...archive, ...text(comment)]);
  new DataView(commented.buffer).setUint16(archive.length - 2, comment.length, true);
  assertEquals([...unzip(commented).keys()], ["a.csv", "stored.txt", "ünder/b.md"]);
});

Deno.test("unzip() refuses a password, another method and a member cut short, where it is wanted", () => {
  // One stored member: its header is 30 bytes and its name, its data, then its entry of the directory.
  const one = zipSync({ a: [text("abc"), { level: 0 }] });
  const entry = 30 + 1 + 3;
  const refused = (at: number, value: number, found: string) => {
    const changed = one.slice();
    new DataView(changed.buffer).setUint16(at, value, true);
    assertThrows(() => unzip(changed), RangeError, `found ${found}, expected a zip archive`);
    assertEquals(unzip(changed, () => false).size, 0);
  };
  refused(6, 1, "a password");
  refused(entry + 10, 12, "method 12");
  refused(entry + 20, 300, "a member cut short");
  assertEquals([...unzip(one)].map(([name, data]) => [name, data.length]), [["a", 3]]);
});
