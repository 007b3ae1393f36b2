import { assert, assertEquals } from "@std/assert";
import { REASONS, TYPED } from "./typed_exceptions.ts";
import { typedNumbers } from "./typed_numbers.ts";

const FOLDER = new URL("../../notebooks/", import.meta.url);
const files = [...Deno.readDirSync(FOLDER)].map(({ name }) => name)
  .filter((name) => name.endsWith(".ipynb")).sort();

const typedIn = (file: string) =>
  typedNumbers(JSON.parse(Deno.readTextFileSync(new URL(file, FOLDER))).cells);

const isMeant = ({ words, number }: { words: string; number: string }, expected: string) =>
  expected.includes(number) && words.includes(expected);

Deno.test("no number is typed into a notebook's words, but those with a reason", () => {
  const found = files.flatMap((file) => {
    const meant = TYPED.filter(({ notebook }) => file.startsWith(`${notebook}_`));
    return typedIn(file).filter((typed) => !meant.some(({ words }) => isMeant(typed, words)))
      .map(({ cell, number, words }) =>
        `${file}, cell ${cell} of the file: ${number} in "${words}"`
      );
  });
  assertEquals(found, []);
});

Deno.test("an exception that is gone is no exception, and each has its reason", () => {
  const gone = TYPED.filter(({ notebook, words }) => {
    const file = files.find((file) => file.startsWith(`${notebook}_`));
    return file === undefined || !typedIn(file).some((typed) => isMeant(typed, words));
  });
  assertEquals(gone, []);
  for (const { reason } of TYPED) assert(REASONS[reason].length > 10);
});

const markdown = (source: string) => typedNumbers([{ cell_type: "markdown", source }]);
const code = (source: string) => typedNumbers([{ cell_type: "code", source }]);
const numbers = (found: readonly { number: string }[]) => found.map(({ number }) => number);

Deno.test("a number in words is found wherever a reader may see it", () => {
  assertEquals(numbers(markdown("Gore led by 543,895 votes and 0.51 points.")), [
    "543,895",
    "0.51",
  ]);
  assertEquals(numbers(code("md`Gore led by 543,895 votes, ${count(x)} of them.`")), ["543,895"]);
  assertEquals(numbers(code('table(rows, { caption: "The 37 largest states" })')), ["37"]);
  assertEquals(numbers(code("const first = `${name} had ${n} of 81 seats there`;")), ["81"]);
});

Deno.test("dates, names, quotations, addresses, scales and cited works may hold numbers", () => {
  for (
    const text of [
      "On November 8, 2016 and in the 1960s, by the 12th Amendment",
      "Form EL-190 and SHA-256, and [Ballots](15_ballots.ipynb) (15)",
      "She said “won by 2.9 million votes” that day",
      "Per 10,000 votes, or one in 100,000",
      "A house of 435 seats, 538 electors and 270 to win",
      "Mebane (2004) finds more than 50,000 overvotes there",
      "- [A study](https://example.org/a) of 15 counties found 5.7 percent",
      "The formula $x = 3.5$ and `take(7)` are code",
    ]
  ) assertEquals(numbers(markdown(text)), [], text);
});

Deno.test("a threshold that the same cell's code sets may be said in words, another may not", () => {
  const cell = (words: string) =>
    `const most = rows.slice(0, 12); table(most, { caption: "${words}" });`;
  assertEquals(numbers(code(cell("The 12 largest counts"))), []);
  assertEquals(numbers(code(cell("The 13 largest counts"))), ["13"]);
  assertEquals(
    numbers(code('pairs(units, { share: 0.25 }); const t = "at least 25 percent of it";')),
    [],
  );
});
