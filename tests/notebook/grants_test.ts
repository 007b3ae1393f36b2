import { assertEquals, assertThrows } from "@std/assert";
import { type Grants, isGranted, isInside, parseGrants } from "../../lib/notebook/grants.ts";

const where = { locate: (path: string) => path, packages: "/cache/npm" };
const NOTHING: Grants = { names: [], folders: [] };

Deno.test("isGranted() lets a notebook read files, its environment and the system, and nothing else", () => {
  for (const permission of ["read", "env", "sys"]) {
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
  const grants = parseGrants(["net", "write=out"], "/project");
  assertEquals(grants, { names: ["net"], folders: ["/project/out"] });
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
  for (const text of ["all", "write=", "Net", ""]) {
    assertThrows(
      () => parseGrants([text]),
      RangeError,
      `Cannot allow "${text}": expected net, import, run, write, ffi or write=FOLDER`,
    );
  }
});

Deno.test("isInside() compares folders, not beginnings of names", () => {
  assertEquals(isInside("/a/b", "/a"), true);
  assertEquals(isInside("/a", "/a"), true);
  assertEquals(isInside("/ab", "/a"), false);
  assertEquals(isInside("/a/..b", "/a"), true, "a name may start with two dots");
});
