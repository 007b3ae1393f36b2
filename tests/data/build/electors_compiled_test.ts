import { assertEquals, assertThrows } from "@std/assert";
import { DataError } from "../../../lib/data/data_error.ts";
import {
  compiledYears,
  confirmElectors,
  electorsCast,
  statesWithoutPopularVote,
} from "../../../lib/data/build/electors_compiled.ts";
import type { RawFolder } from "../../../lib/data/build/raw_folder.ts";

const YEAR = {
  candidates: { "Al Gore": "Democratic", "George W. Bush": "Repubican", "Ann Other": "Various" },
  votes: {
    Florida: { electoral: { status: "x", "George W. Bush": "25", "Al Gore": "0" } },
    "District of Columbia": { electoral: { "Al Gore": "2", "Ann Other": "1" } },
    Delaware: { popular: { status: "chosen by the legislature" } },
    Total: { electoral: { "Al Gore": "2" }, popular: { status: "none" } },
  },
};
const raw = { json: () => YEAR } as unknown as RawFolder;

Deno.test("the compilation covers each election from 1789 to 2020", () => {
  assertEquals([compiledYears[0], compiledYears[1], compiledYears.at(-1)], [1789, 1792, 2020]);
  assertEquals(compiledYears.length, 59);
  assertEquals(compiledYears.slice(1).every((year) => year % 4 === 0), true);
});

Deno.test("electors are those of each state and name, without totals, remarks and zeros", () => {
  assertEquals(
    electorsCast(raw, 2000).map(({ statePo, candidate, party, electors, source }) => [
      statePo,
      candidate,
      party,
      electors,
      source,
    ]),
    [
      ["FL", "George W. Bush", "Republican", 25, "clavesi-1789-2020/2000.json"],
      ["DC", "Al Gore", "Democratic", 2, "clavesi-1789-2020/2000.json"],
      ["DC", "Ann Other", null, 1, "clavesi-1789-2020/2000.json"],
    ],
  );
});

Deno.test("a state without a popular vote has its reason", () => {
  assertEquals([...statesWithoutPopularVote(raw, 2000)], [["DE", "chosen by the legislature"]]);
});

Deno.test("a broken pledge is confirmed by that state's electors for that name, and no others", () => {
  const cast = electorsCast(raw, 2000);
  confirmElectors(cast, 2000, "DC", "Al Gore", 2);
  confirmElectors(cast, 2000, "DC", "Ann Other", 1);
  const refused = (state: string, name: string, electors: number) =>
    assertThrows(() => confirmElectors(cast, 2000, state, name, electors), DataError).problems;
  assertEquals(refused("DC", "Al Gore", 3), [{
    file: "clavesi-1789-2020/2000.json",
    expected: "3 of District of Columbia for Al Gore",
    found: "2",
  }]);
  assertEquals(refused("FL", "Al Gore", 2)[0]!.found, "0");
  assertEquals(refused("DC", "George W. Bush", 25)[0]!.found, "0");
});
