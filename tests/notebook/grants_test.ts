import { assertEquals, assertThrows } from "@std/assert";
import { type Grants, isGranted, isInside, parseGrants } from "../../lib/notebook/grants.ts";

const where = {
  locate: (path: string) => path,
  packages: "/cache/npm",
  readable: ["/project/data"],
};
const NOTHING: Grants = { names: [], folders: [], reads: [] };

Deno.test("isGranted() lets a notebook read what the wall leaves open, its environment and the system, and nothing else", () => {
  const read = (value: string | null) => isGranted({ permission: "read", value }, NOTHING, where);
  assertEquals(["/project/data/a.csv", "/project/data", "<cwd>"].map(read), [true, true, true]);
  assertEquals(["/project/.git/config", "/etc/passwd", null].map(read), [false, false, false]);
  for (const permission of ["env", "sys"]) {
    assertEquals(isGranted({ permission, value: null }, NOTHING, where), true, permission);
  }
  for (const permission of ["net", "run", "write", "ffi", "import", "something new"]) {
    for (const value of [null, "/a", "example.com:443"]) {
      assertEquals(isGranted({ permission, value }, NOTHING, where), false, permission);
    }
  }
});

Deno.test("isGranted() lets the native code of an installed package be loaded, and no other", () => {
  const load = (value: string) => isGranted({ permission: "ffi", value }, NOTHING, where);
  assertEquals(load("/cache/npm/polars/1.0.0/polars.node"), true);
  assertEquals(load("/cache/npm/polars/1.0.0/libevil.so"), false);
  assertEquals(load("/home/polars.node"), false);
  assertEquals(load("/cache/npm-other/polars.node"), false);
});

Deno.test("isGranted() gives back what is named, and a folder for writing", () => {
  const grants = parseGrants(["net", "write=out", "read=../tables"], "/project");
  assertEquals(grants, { names: ["net"], folders: ["/project/out"], reads: ["/tables"] });
  const write = (value: string | null) => isGranted({ permission: "write", value }, grants, where);
  assertEquals(write("/project/out/a.csv"), true);
  assertEquals(write("/project/out"), true);
  assertEquals(write("/project/outside"), false);
  assertEquals(write("/project"), false);
  assertEquals(write(null), false, "all of the file system is not the folder");
  assertEquals(isGranted({ permission: "net", value: "a:80" }, grants, where), true);
  assertEquals(isGranted({ permission: "run", value: "ls" }, grants, where), false);
});

Deno.test("parseGrants() refuses what does not exist with the list of what does", () => {
  for (const text of ["all", "write=", "read=", "Net", ""]) {
    assertThrows(
      () => parseGrants([text]),
      RangeError,
      `--allow: found "${text}", expected net, import, run, read, write, ffi, read=PATH or write=FOLDER`,
    );
  }
});

Deno.test("isInside() compares folders, not beginnings of names", () => {
  assertEquals(isInside("/a/b", "/a"), true);
  assertEquals(isInside("/a", "/a"), true);
  assertEquals(isInside("/ab", "/a"), false);
  assertEquals(isInside("/a/..b", "/a"), true, "a name may start with two dots");
});
