/**
 * No silent nonsense: every function that lib/stats and lib/election export is given some hundred kinds of
 * bad values in every place of a valid call. It may answer, with finite numbers, or refuse in our words;
 * within a second of a processor's time. Functions are found from the exports: a new one without an example fails the test.
 */
import { assert, assertEquals } from "@std/assert";
import * as election from "tallybook/election";
import * as stats from "tallybook/stats";
import { processorTime } from "../files/processor_time.ts";
import { notFinite, notOurs } from "./answer.ts";
import { badValues } from "./bad_values.ts";
import { type Called, callsOf, functionsOf, opaque } from "./calls.ts";
import { ELECTION_EXAMPLES } from "./election_examples.ts";
import type { Example, Examples } from "./example.ts";
import { positions } from "./positions.ts";
import { STATS_EXAMPLES } from "./stats_examples.ts";

const SECOND = 1_000;
/** So many faults are listed; the first few say enough. */
const LISTED = 25;

function faultsOf(name: string, call: Called, args: () => unknown[], example: Example): string[] {
  const faults: string[] = [];
  const attempt = (what: string, given: unknown[]): void => {
    let fault: string | undefined;
    // What is slow once may have been compiled meanwhile; what is slow twice is slow.
    let took = Infinity;
    for (let tries = 0; tries < 2 && took > SECOND; tries++) {
      took = processorTime(() => {
        try {
          fault = notFinite(call(...given), example.infinite);
        } catch (error) {
          fault = notOurs(error);
        }
      });
    }
    if (took > SECOND) fault ??= `took ${Math.round(took)} ms`;
    if (fault !== undefined) faults.push(`${name}: ${what}: ${fault}`);
  };
  for (const position of positions(args(), opaque)) {
    for (const { name: bad, value } of badValues(position.original)) {
      attempt(`${position.path} = ${bad}`, position.replace(value));
    }
  }
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
        const faults = faultsOf(label, call, args, example);
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
