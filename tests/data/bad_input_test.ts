import { assert, assertEquals, assertThrows } from "@std/assert";
import * as data from "tallybook/data";
import { notOurs } from "../bad_input/answer.ts";

type Loader = (options: unknown) => unknown;

/** The functions of the room that take options and load a table. */
const LOADERS = Object.entries(data).filter(([name, value]) =>
  /^load/.test(name) && typeof value === "function" && /\boptions\b/.test(String(value)) &&
  !["loadTable", "loadFrame"].includes(name)
) as [string, Loader][];

const ROWS = [{ place: "A", candidate: "Ada", votes: 5 }];
const SUMS = [{ year: 2016, state_po: "WI", candidate: "Ada", votes: 5 }];
/** What no function here can answer. */
const BAD: readonly unknown[] = [
  null,
  0,
  NaN,
  10n,
  "abc",
  true,
  Symbol("x"),
  () => 1,
  new Map([["a", 1]]),
  new Date(0),
  new Float64Array([1]),
  Object.create(null),
  Promise.resolve(1),
  [null],
  [undefined],
  [[]],
];

/** Why a call is no refusal of ours; undefined for an answer or one of our sentences. */
function faultOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    if (!(error instanceof data.DataError)) return notOurs(error);
  }
  return undefined;
}

Deno.test("every loader refuses an option that does not exist, and what is no object of options", () => {
  assert(LOADERS.length >= 40, `${LOADERS.length}`);
  for (const [name, load] of LOADERS) {
    const { message } = assertThrows(() => load({ optoin: 1 }), RangeError, "optoin");
    assertEquals(message.startsWith("Cannot "), true, name);
    for (const options of [null, 5, "2016", [2016], new Map([["year", 2016]])]) {
      assertEquals([name, notOurs(assertThrows(() => load(options), TypeError))], [
        name,
        undefined,
      ]);
    }
  }
});

Deno.test("functions of this room refuse what they cannot read in our words, and the engine says nothing", () => {
  const calls: Readonly<Record<string, (value: never) => unknown>> = {
    findAnomalies: (value) => data.findAnomalies(value),
    "findAnomalies, a row's votes": (value) => data.findAnomalies([{ ...ROWS[0]!, votes: value }]),
    "findAnomalies, a row's place": (value) => data.findAnomalies([{ ...ROWS[0]!, place: value }]),
    checkReturns: (value) => data.checkReturns(value),
    "checkReturns, a row's votes": (value) => data.checkReturns([{ ...SUMS[0]!, votes: value }]),
    "checkReturns, a row's candidate": (value) =>
      data.checkReturns([{ ...SUMS[0]!, candidate: value }]),
    findState: (value) => data.findState(value),
    censusRegion: (value) => data.censusRegion(value),
    reconcile: (value) => data.reconcile(value, []),
    assertReconciled: (value) => data.assertReconciled(value),
    inDrawOrder: (value) => data.inDrawOrder(value),
    palmBeachLikeness: (value) => data.palmBeachLikeness(value),
    loadContests: (value) => data.loadContests({ year: value }),
    paperlessVotes: (value) => data.paperlessVotes(value),
    readReturns: (value) => data.readReturns(value),
    "readReturns, mend": (value) => data.readReturns("no such file", { mend: value }),
    "readReturns, columns": (value) => data.readReturns("no such file", { columns: value }),
    "readReturns, state": (value) => data.readReturns("no such file", { state: value }),
    "readReturns, sheet": (value) => data.readReturns("no such file", { sheet: value }),
  };
  for (const [name, call] of Object.entries(calls)) {
    for (const value of BAD) {
      assertEquals([name, faultOf(() => call(value as never))], [name, undefined]);
    }
  }
});

Deno.test("numbers as text are refused where they would be joined, not added", () => {
  assertThrows(
    () => data.findAnomalies([{ ...ROWS[0]!, votes: "5" as never }]),
    TypeError,
    'votes of returns[0]: found "5"',
  );
  assertThrows(
    () => data.checkReturns([{ ...SUMS[0]!, votes: "1,055" as never }]),
    TypeError,
    'votes of returns[0]: found "1,055"',
  );
  assertEquals(data.checkReturns([{ ...SUMS[0]!, votes: null }]).length, 1);
  assertThrows(() => data.censusRegion("WIxyz"), RangeError, "find a region");
  assertEquals(data.censusRegion("NE-02"), "Midwest");
});

Deno.test("a field that the option columns misspells is named, with the nearest", () => {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  try {
    Deno.writeTextFileSync(path, "county,candidate,Total\nElm,Ada,5\nElm,Ben,6\n");
    const columns = { vote: "Total" } as never;
    assertThrows(
      () => data.readReturns(path, { year: 2016, state: "WI", columns }),
      RangeError,
      'nearest: "votes"',
    );
  } finally {
    Deno.removeSync(path);
  }
});
