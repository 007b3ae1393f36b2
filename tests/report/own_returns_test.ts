import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DataError, readReturns } from "tallybook/data";
import { inspection } from "../../lib/data/returns/commands/inspection.ts";
import { knownCounties } from "../../lib/data/returns/known_counties.ts";
import { knownTotals } from "../../lib/data/returns/known_totals.ts";
import type { ReadReturnsOptions } from "../../lib/data/returns/read_checked.ts";
import { inspectBytes } from "../../lib/report/own_returns/inspect_bytes.ts";
import { packKnown } from "../../lib/report/own_returns/known_pack.ts";
import { renderOwnReturns } from "../../lib/report/own_returns/own_returns_page.ts";
import { type PackedKnown, unpackKnown } from "../../lib/report/own_returns/unpack_known.ts";

const packed = packKnown();
const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
const known: PackedKnown = JSON.parse(
  await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")))
    .text(),
);

Deno.test("the page carries what the tables know, of every state and year with counties", () => {
  const { totals, counties } = unpackKnown(known);
  for (
    const [year, state] of [[2000, "FL"], [2016, "WI"], [2020, "AK"], [2024, "VA"], [1976, "TX"], [
      2016,
      "DC",
    ]] as const
  ) {
    assertEquals(totals(year, state), knownTotals(year, state), `${state} ${year}`);
  }
  for (const code of ["01001", "55025", "15005", "09110", "99999", "00000"]) {
    assertEquals(counties.has(code), knownCounties.has(code), code);
  }
});

/** What `deno task inspect` says of the same file. */
function fromDisk(name: string, text: string, options: ReadReturnsOptions) {
  const folder = Deno.makeTempDirSync();
  try {
    const path = `${folder}/${name}`;
    Deno.writeTextFileSync(path, text);
    const page = inspection(name, readReturns(path, options));
    // Notes name the file as it was given: here without its folder.
    return JSON.parse(JSON.stringify({ page }).replaceAll(`${folder}/`, ""));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { refusal: error.message.replaceAll(`${folder}/`, "") };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const HEAD = "county,precinct,office,candidate,party,votes\n";
const FILES: readonly (readonly [name: string, text: string, options: ReadReturnsOptions])[] = [
  [
    "20161108__wi__general.csv",
    `${HEAD}Dane,Ward 1,President,Hillary Clinton,DEM,217697\nDane,Ward 1,President,Donald Trump,REP,71275\n`,
    {},
  ],
  ["20161108__wi__general.csv", `${HEAD}Dane,Ward 1,President,Hillary Clinton,DEM,"1,055"\n`, {}],
  ["20161108__wi__general.csv", `${HEAD}Dane,Ward 1,President,Hillary Clinton,DEM,"1,055"\n`, {
    mend: ["thousands"],
  }],
  ["votes.csv", `${HEAD}Dane,Ward 1,President,Hillary Clinton,DEM,10\n`, {}],
  ["votes.csv", `${HEAD}Dane,Ward 1,President,Hillary Clinton,DEM,10\n`, {
    year: 2016,
    state: "WI",
  }],
  ["empty.csv", "", {}],
  ["page.csv", "<html><body>no returns</body></html>", {}],
];

Deno.test("a file's bytes are read and checked as deno task inspect does from the disk", () => {
  for (const [name, text, options] of FILES) {
    const inspected = inspectBytes(name, new TextEncoder().encode(text), options, known);
    const expected = fromDisk(name, text, options);
    if ("page" in inspected) {
      assertEquals(JSON.parse(JSON.stringify(inspected)), expected, name);
    } else assertEquals(inspected.refusal, expected.refusal, name);
  }
});

Deno.test("an option that is none is told, not thrown", () => {
  const inspected = inspectBytes("votes.csv", new TextEncoder().encode(HEAD), { year: 16 }, known);
  assert("refusal" in inspected);
  assertStringIncludes(inspected.refusal, "year");
});

Deno.test("the page may run a worker of its own, and open no connection", () => {
  const html = renderOwnReturns("start()", "work(1<2)", packed);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  assertStringIncludes(
    policy,
    "default-src &#39;none&#39;".includes("&") && policy.includes("&#39;")
      ? "default-src &#39;none&#39;"
      : "default-src 'none'",
  );
  assertStringIncludes(policy, "worker-src blob:");
  assert(!policy.includes("connect-src"));
  assertStringIncludes(html, '"work(1\\u003c2)"');
});
