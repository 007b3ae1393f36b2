/** A misspelt option is refused with those that are known, by every chart function that lists its own. */
import { assertThrows } from "@std/assert";
import * as chart from "tallybook/chart";

const NAMES = [
  ...["barsByElection", "chanceByMargin", "changeBySize", "dosePanels", "electorsByShare"],
  ...["jointShares", "leadsByRule", "leanOverTime", "logDots", "neededAndGot", "possibleRange"],
  "shareAgainstShare",
] as const;

for (const name of NAMES) {
  Deno.test(`${name}() refuses an option that it does not have`, () => {
    const draw =
      (chart as unknown as Record<string, (rows: unknown[], options: object) => unknown>)[
        name
      ]!;
    assertThrows(
      () => draw([], { nosuch: 1 }),
      RangeError,
      'options: found "nosuch", expected one of',
    );
  });
}
