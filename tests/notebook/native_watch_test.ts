/**
 * What is asked of native code as it is loaded and called. Two libraries of the same form as the known ones
 * stand in for them: they come by Node's own door, which the watch goes through as it does in a kernel.
 */
import { assertEquals, assertThrows } from "@std/assert";
import Module from "node:module";
import process from "node:process";
import { watchNativeCode } from "../../lib/notebook/native_watch.ts";
import { inFolder } from "../files/in_folder.ts";

type Plain = Record<string, unknown>;
type Load = (module: { exports: Plain }, ...rest: unknown[]) => unknown;
const { _extensions: extensions } = Module as unknown as { _extensions: Record<string, Load> };

/** The doors as the watch leaves them, with whatever a load gives. */
async function watched(given: Plain, net = false) {
  const before = { ...extensions };
  const denied: string[] = [];
  const locked = new Map<PropertyKey, unknown>();
  extensions[".node"] = (module) => {
    module.exports = given;
  };
  const reads: unknown[] = [];
  extensions[".json"] = (...args) => reads.push(args[1]);
  extensions[".js"] = (...args) => reads.push(args[1]);
  try {
    const watch = await watchNativeCode({
      net,
      deny: (what, hint) => {
        denied.push(what + hint);
        throw new Deno.errors.NotCapable(what);
      },
      lock: (owner, name, value) => {
        assertEquals(owner === extensions || owner === process, true);
        locked.set(name, value);
      },
    });
    const open = locked.get(".node") as Load;
    const { exports } = load(open);
    const doors = { json: extensions[".json"]!, js: extensions[".js"]! };
    return { watch, denied, locked, exports: exports as Record<string, Plain>, doors, reads };
  } finally {
    Object.assign(extensions, before);
  }
}

function load(open: Load): { exports: Plain } {
  const module = { exports: {} };
  open(module, "library.node");
  return module;
}

/** A data frame library in small: functions and classes as nodejs-polars names them. */
function frames() {
  const calls: unknown[][] = [];
  const note = (...args: unknown[]) => {
    calls.push(args);
    return calls.length;
  };
  class JsLazyFrame {
    static deserialize(this: unknown, text: string) {
      return [this === JsLazyFrame, text];
    }
    static scanNdjson = note;
    sinkParquet = note;
    sinkCsv(...args: unknown[]) {
      return note(...args);
    }
    filter(...args: unknown[]) {
      return note(...args);
    }
  }
  class JsExpr {
    static deserialize = note;
  }
  class SqlContext {
    execute(...args: unknown[]) {
      return note(...args);
    }
  }
  const exports = {
    scanParquet: note,
    readCsv: note,
    writeCsv: note,
    reading: note,
    readonly: 7,
    JsLazyFrame,
    JsExpr,
    SqlContext,
  };
  return { exports: exports as unknown as Plain, calls };
}

const call = (value: unknown, ...args: unknown[]) =>
  (value as (...args: unknown[]) => unknown)(...args);

Deno.test("functions that read are called as before, with what they gave, and a file is no unlisted read", () =>
  inFolder(async (folder) => {
    const { exports: own, calls } = frames();
    const { watch, exports } = await watched(own);
    assertEquals([watch.loads, watch.unlisted], [1, false]);
    await Deno.writeTextFile(`${folder}/a.csv`, "x\n1\n");
    assertEquals(call(exports["readCsv"], `${folder}/a.csv`, 2), 1);
    assertEquals(calls, [[`${folder}/a.csv`, 2]]);
    // A table itself, or what is no text, is no path.
    call(exports["readCsv"], "x\n*\n");
    call(exports["readCsv"], new Uint8Array(1));
    call(exports["readCsv"], `${"*".repeat(4096)}`);
    call(exports["reading"], "*");
    assertEquals([watch.unlisted, calls.length], [false, 5]);
    assertEquals(exports["readonly"], 7 as unknown as Plain);
  }));

Deno.test("a pattern, or a folder, reads files that nobody can list", () =>
  inFolder(async (folder) => {
    for (const place of ["*.csv", "a?.csv", "[ab].csv", "{a,b}.csv", folder]) {
      const { exports: own } = frames();
      const { watch, exports } = await watched(own);
      call(exports["scanParquet"], place);
      assertEquals(watch.unlisted, true, place);
    }
    const { exports: own } = frames();
    const { watch, exports } = await watched(own);
    call(exports["scanParquet"], `${"*".repeat(4095)}`);
    assertEquals(watch.unlisted, true);
  }));

Deno.test("an address of the web is asked for where the network was not given", async () => {
  for (const name of ["readCsv", "scanParquet", "writeCsv"]) {
    const { exports: own, calls } = frames();
    const { denied, exports } = await watched(own);
    assertThrows(() => call(exports[name], "s3://bucket/a"), Deno.errors.NotCapable);
    assertEquals(denied, [
      'net access to "s3://bucket/a": run it with --allow=net to give it',
    ]);
    assertEquals(calls, []);
    const given = await watched(frames().exports, true);
    call(given.exports[name], "HTTPS://a.org/b");
    assertEquals([given.denied, given.watch.unlisted], [[], false]);
  }
});

Deno.test("functions that write ask for the file, and methods do as functions do", () =>
  inFolder(async (folder) => {
    const { exports: own, calls } = frames();
    const { exports } = await watched(own);
    call(exports["writeCsv"], `${folder}/made.csv`);
    assertEquals((await Deno.stat(`${folder}/made.csv`)).size, 0);
    assertThrows(() => call(exports["writeCsv"], `${folder}/none/made.csv`), Deno.errors.NotFound);
    const frame = new (exports["JsLazyFrame"] as unknown as new () => Record<string, unknown>)();
    (frame["sinkCsv"] as (path: string) => void)(`${folder}/sunk.csv`);
    assertEquals((await Deno.stat(`${folder}/sunk.csv`)).isFile, true);
    (frame["filter"] as (path: string) => void)("*");
    assertEquals(calls.length, 3);
  }));

Deno.test("SQL that reads, and a plan from elsewhere, may read anything", async () => {
  const queries = async (query: unknown) => {
    const { exports: own } = frames();
    const { watch, exports } = await watched(own);
    const context = new (exports["SqlContext"] as unknown as new () => {
      execute(query: unknown): number;
    })();
    context.execute(query);
    return watch.unlisted;
  };
  assertEquals(await queries("SELECT * FROM votes"), false);
  assertEquals(await queries("SELECT * FROM read_csv('a.csv')"), true);
  assertEquals(await queries("SELECT * FROM Scan_parquet('a')"), true);
  assertEquals(await queries(7), true);
  for (const name of ["JsLazyFrame", "JsExpr"]) {
    const { exports: own } = frames();
    const { watch, exports } = await watched(own);
    const original = own[name] as Record<string, unknown>;
    assertEquals(watch.unlisted, false);
    call(exports[name]!["deserialize"], "plan");
    assertEquals(watch.unlisted, true, name);
    // Otherwise the class is what it was, and what is made of it says so.
    const made = new (exports[name] as unknown as new () => object)();
    assertEquals([(made.constructor as unknown) === original, "deserialize" in exports[name]!], [
      true,
      true,
    ]);
    assertEquals(Object.getOwnPropertyDescriptor(exports, name)?.writable, false);
  }
  const { exports: own } = frames();
  const { exports } = await watched(own);
  assertEquals(call(exports["JsLazyFrame"]!["deserialize"], "plan"), [true, "plan"]);
  assertEquals("scanNdjson" in exports["JsLazyFrame"]!, true);
  assertEquals("nothing" in exports["JsLazyFrame"]!, false);
});

/** A program that draws, in small. */
function drawing() {
  const drawn: unknown[][] = [];
  class Resvg {
    constructor(...args: unknown[]) {
      drawn.push(args);
    }
  }
  const render = (...args: unknown[]) => drawn.push(args);
  return { exports: { Resvg, render, renderAsync: render, version: 1 } as unknown as Plain, drawn };
}

const OWN_FONTS = { loadSystemFonts: false, fontFiles: [] as string[] };

/** Whether a drawing may read files that nobody can list, by each of the three ways to draw. */
async function draws(svg: unknown, options: unknown): Promise<boolean> {
  const found: boolean[] = [];
  for (const way of ["Resvg", "render", "renderAsync"]) {
    const { exports: own, drawn } = drawing();
    const { watch, exports } = await watched(own);
    if (way === "Resvg") {
      new (exports["Resvg"] as unknown as new (...args: unknown[]) => object)(svg, options);
    } else call(exports[way], svg, options);
    assertEquals(drawn, [[svg, options]]);
    found.push(watch.unlisted);
  }
  assertEquals(new Set(found).size, 1);
  return found[0]!;
}

Deno.test("a drawing reads the fonts that it is given; the system's, folders and pictures beside it have no list", async () => {
  const options = (font: object | undefined) => JSON.stringify({ font });
  const svg = "<svg><text>a</text></svg>";
  assertEquals(await draws(svg, options(OWN_FONTS)), false);
  assertEquals(await draws('<svg><use href="#a"/></svg>', options(OWN_FONTS)), false);
  assertEquals(await draws('<svg><image href="data:image/png"/></svg>', options(OWN_FONTS)), false);
  assertEquals(await draws('<svg><image href="a.png"/></svg>', options(OWN_FONTS)), true);
  assertEquals(await draws("<svg><image xlink:HREF = 'a.png'/></svg>", options(OWN_FONTS)), true);
  assertEquals(await draws(new Uint8Array(1), options(OWN_FONTS)), true);
  assertEquals(await draws(svg, options({ ...OWN_FONTS, loadSystemFonts: true })), true);
  assertEquals(await draws(svg, options({ fontFiles: [] })), true);
  assertEquals(await draws(svg, options({ ...OWN_FONTS, fontDirs: [] })), true);
  for (const none of [options(undefined), undefined, "{", "null", "7", '{"font":null}']) {
    assertEquals(await draws(svg, none), true, String(none));
  }
});

Deno.test("each font is asked for: an address is refused, a folder has no list", () =>
  inFolder(async (folder) => {
    const font = (...fontFiles: unknown[]) => JSON.stringify({ font: { ...OWN_FONTS, fontFiles } });
    const { exports, denied } = await watched(drawing().exports);
    assertThrows(
      () => call(exports["render"], "<svg/>", font("a.ttf", "https://a.org/b.ttf")),
      Deno.errors.NotCapable,
    );
    assertEquals(denied.length, 1);
    assertEquals(await draws("<svg/>", font("a.ttf", 7)), false);
    assertEquals(await draws("<svg/>", font("a.ttf", folder)), true);
    assertEquals(await draws("<svg/>", font(folder)), true);
  }));

Deno.test("another library may read anything, and each load is counted", async () => {
  const { watch, locked } = await watched({ add: () => 1 });
  assertEquals([watch.loads, watch.unlisted], [1, true]);
  const module = { exports: {} };
  assertEquals((locked.get("dlopen") as Load)(module, "library.node"), module);
  assertEquals(watch.loads, 2);
  assertEquals([...locked.keys()].sort(), [".node", "dlopen"]);
});

Deno.test("what require() reads is asked for, too, and read as before", async () => {
  const { doors, denied, reads } = await watched(frames().exports);
  for (const door of [doors.json, doors.js]) {
    door({ exports: {} }, "table.json");
    assertThrows(() => door({ exports: {} }, "https://a.org/x.json"), Deno.errors.NotCapable);
  }
  assertEquals([reads, denied.length], [["table.json", "table.json"], 2]);
});
