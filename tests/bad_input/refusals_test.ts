/**
 * What every exported function of lib/stats and lib/election says of bad values: where it looks and what it
 * expects there, with each bound. A guard that is gone, or a bound that moved, is a line that differs. The
 * lists stand in refusals/; UPDATE_SNAPSHOTS=1 writes them anew, then read what changed.
 */
import { assertEquals } from "@std/assert";
import * as election from "tallybook/election";
import * as stats from "tallybook/stats";
import { type Attempt, attemptsOf } from "./attempts.ts";
import { callsOf, functionsOf } from "./calls.ts";
import { ELECTION_EXAMPLES } from "./election_examples.ts";
import type { Examples } from "./example.ts";
import { STATS_EXAMPLES } from "./stats_examples.ts";

const LONGEST = 160;

/** A refusal without what was found: its kind (a range, a type or data), where, and what was expected. */
function contract({ name, message }: Error): string {
  const kept = message.replace(/: found .*?, expected /s, ": ").replace(/; nearest: .*$/s, "");
  return `${name.replace("Error", "")}: ${kept.slice("Cannot ".length, LONGEST)}`;
}

/** The refusals of a function to all bad values in all places, each once, in order. */
function refusalsOf(attempts: readonly Attempt[]): string[] {
  const found = new Map<string, Set<string>>();
  for (const { refused } of attempts) {
    if (refused === undefined) continue;
    const [, kind, text] = /^(\w+): (.*)$/s.exec(contract(refused))!;
    found.set(text!, (found.get(text!) ?? new Set()).add(kind!));
  }
  return [...found].map(([text, kinds]) => `${text} (${[...kinds].sort().join(", ")})`).sort();
}

/** The lists of a room, by function: a line without a blank before it is a name. */
function stored(file: URL): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  let list: string[] = [];
  for (const line of Deno.readTextFileSync(file).split("\n").filter((line) => line !== "")) {
    if (line.startsWith("  ")) list.push(line.slice(2));
    else lists.set(line, list = []);
  }
  return lists;
}

function testRoom(room: string, exports: object, examples: Examples): void {
  const file = new URL(`./refusals/${room}.txt`, import.meta.url);
  const functions = functionsOf(exports);
  const calls = Object.entries(examples).flatMap(([name, example]) =>
    callsOf(name, functions.get(name)!, example).map(([label, call, args]) => {
      const refusals = () =>
        refusalsOf(attemptsOf(`${room} ${label}`, call, args, example.infinite));
      return { label, refusals };
    })
  );
  if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") {
    const lists = calls.map(({ label, refusals }) =>
      [label, ...refusals().map((line) => `  ${line}`)].join("\n")
    );
    Deno.writeTextFileSync(file, lists.join("\n") + "\n");
  }
  const lists = stored(file);

  Deno.test(`${room}: the list of refusals is of the functions that there are`, () => {
    assertEquals([...lists.keys()], calls.map(({ label }) => label));
  });

  for (const { label, refusals } of calls) {
    Deno.test(`${room}: ${label} refuses what its list says, in its words`, () => {
      assertEquals(refusals(), lists.get(label));
    });
  }
}

testRoom("stats", stats, STATS_EXAMPLES);
testRoom("election", election, ELECTION_EXAMPLES);
