/**
 * No silent nonsense: every function that lib/stats and lib/election export is given some hundred kinds of
 * bad values in every place of a valid call. It may answer, with finite numbers, or refuse in our words;
 * within a second of a processor's time. Functions are found from the exports: a new one without an example fails the test.
 */
import { assert, assertEquals } from "@std/assert";
import * as election from "tallybook/election";
import * as stats from "tallybook/stats";
import { notFinite, notOurs } from "./answer.ts";
import { attemptsOf } from "./attempts.ts";
import { type Called, callsOf, functionsOf } from "./calls.ts";
import { ELECTION_EXAMPLES } from "./election_examples.ts";
import type { Example, Examples } from "./example.ts";
import { STATS_EXAMPLES } from "./stats_examples.ts";

/** So many faults are listed; the first few say enough. */
const LISTED = 25;

function faultsOf(
  room: string,
  name: string,
  call: Called,
  args: () => unknown[],
  example: Example,
): string[] {
  const faults = attemptsOf(`${room} ${name}`, call, args, example.infinite)
    .flatMap(({ what, fault }) => fault === undefined ? [] : [`${name}: ${what}: ${fault}`]);
  for (const at of example.options ?? []) {
    const given = args();
    given[at] = { ...(given[at] as object), optoin: 1 };
    try {
      call(...given);
      faults.push(`${name}: an unknown option was accepted`);
    } catch (error) {
      const fault = notOurs(error);
      if (fault !== undefined) faults.push(`${name}: an unknown option: ${fault}`);
    }
  }
  return faults;
}

function testRoom(
  room: string,
  exports: object,
  examples: Examples,
): void {
  const functions = functionsOf(exports);

  Deno.test(`${room}: every exported function has an example, and every example a function`, () => {
    const without = [...functions.keys()].filter((name) => !examples[name]);
    assertEquals(without, []);
    assertEquals(Object.keys(examples).filter((name) => !functions.has(name)), []);
  });

  for (const [name, example] of Object.entries(examples)) {
    for (const [label, call, args] of callsOf(name, functions.get(name)!, example)) {
      Deno.test(`${room}: ${label} answers a valid call, and refuses or answers a bad one`, () => {
        // Twice: an answer rests on its arguments alone.
        const answer = call(...args());
        assertEquals(notFinite(answer, example.infinite), undefined);
        assertEquals(shape(call(...args())), shape(answer));
        const faults = faultsOf(room, label, call, args, example);
        const listed = faults.slice(0, LISTED).join("\n");
        assert(faults.length === 0, `${faults.length} faults:\n${listed}`);
      });
    }
  }
}

/** An answer as text, functions left out. */
function shape(answer: unknown): string {
  return JSON.stringify(answer, (_, value) => typeof value === "bigint" ? `${value}n` : value) ??
    "";
}

testRoom("stats", stats, STATS_EXAMPLES);
testRoom("election", election, ELECTION_EXAMPLES);
