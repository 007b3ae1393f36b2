import { assertEquals, assertThrows } from "@std/assert";
import {
  type Grants,
  grantTexts,
  isGranted,
  isInside,
  parseGrants,
} from "../../lib/notebook/grants.ts";

const where = {
  locate: (path: string) => path,
  packages: "/cache/npm",
  readable: ["/project/data"],
};
const NOTHING: Grants = { names: [], folders: [], reads: [], addresses: [] };

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
  assertEquals(grants, {
    names: ["net"],
    folders: ["/project/out"],
    reads: ["/tables"],
    addresses: [],
  });
  const write = (value: string | null) => isGranted({ permission: "write", value }, grants, where);
  assertEquals(write("/project/out/a.csv"), true);
  assertEquals(write("/project/out"), true);
  assertEquals(write("/project/outside"), false);
  assertEquals(write("/project"), false);
  assertEquals(write(null), false, "all of the file system is not the folder");
  assertEquals(isGranted({ permission: "net", value: "a:80" }, grants, where), true);
  assertEquals(isGranted({ permission: "run", value: "ls" }, grants, where), false);
});

Deno.test("isGranted() gives one host and one port, as Deno names them", () => {
  const given = [
    "net=127.0.0.1:8123",
    "net=LOCALHOST:80",
    "net=[0:0::1]:9000",
    "net=db.example.org:443",
    "net=bücher.example:1",
  ];
  const grants = parseGrants(given);
  assertEquals(grantTexts(grants), [
    "net=127.0.0.1:8123",
    "net=localhost:80",
    "net=[::1]:9000",
    "net=db.example.org:443",
    "net=xn--bcher-kva.example:1",
  ]);
  assertEquals(parseGrants(grantTexts(grants)), grants);
  const net = (value: string | null) => isGranted({ permission: "net", value }, grants, where);
  for (const value of ["127.0.0.1:8123", "localhost:80", "LocalHost:80", "[::1]:9000"]) {
    assertEquals(net(value), true, value);
  }
  for (
    const value of [
      ...["127.0.0.1:8124", "127.0.0.1:81", "127.0.0.1", "localhost:8123", "a.localhost:80"],
      ...[
        "localhost.:80",
        "0x7f000001:8123",
        "127.1:8123",
        "example.org:443",
        "db.example.org",
        null,
      ],
    ]
  ) assertEquals(net(value), false, String(value));
  // Packages and modules are no part of it.
  assertEquals(isGranted({ permission: "import", value: "localhost:80" }, grants, where), false);
});

Deno.test("parseGrants() refuses what is no address and says what one is", () => {
  for (
    const text of [
      ...["", "localhost", ":80", "localhost:", "localhost:0", "localhost:65536", "localhost:8e1"],
      ...[
        "*:80",
        "*.example.org:443",
        "localhost:80-90",
        "a b:80",
        "::1:80",
        "[::1",
        "10.0.0.0/8:80",
      ],
      ...["user:word@host:80", "300.1.1.1:80", "http://host:80", "localhost:+80", "localhost: 80"],
    ]
  ) {
    assertThrows(
      () => parseGrants([`net=${text}`]),
      RangeError,
      `--allow: found "net=${text}", expected net=HOST:PORT with one host and a port from 1 to 65535`,
    );
  }
  assertThrows(
    () => parseGrants(["net=clickhouse://me@db.example.org:8123/votes"]),
    RangeError,
    'nearest: "net=db.example.org:8123"',
  );
});

Deno.test("parseGrants() refuses what does not exist with the list of what does", () => {
  for (const text of ["all", "write=", "read=", "Net", ""]) {
    assertThrows(
      () => parseGrants([text]),
      RangeError,
      `--allow: found "${text}", expected net, import, run, read, write, ffi, net=HOST:PORT, read=PATH or write=FOLDER`,
    );
  }
});

Deno.test("isInside() compares folders, not beginnings of names", () => {
  assertEquals(isInside("/a/b", "/a"), true);
  assertEquals(isInside("/a", "/a"), true);
  assertEquals(isInside("/ab", "/a"), false);
  assertEquals(isInside("/a/..b", "/a"), true, "a name may start with two dots");
});
