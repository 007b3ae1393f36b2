import { assertEquals } from "@std/assert";
import { coveringTests, phrasesOf, testReaches } from "./covering.ts";
import { resolver } from "../house/reach.ts";

const FILES = new Map([
  [
    "lib/room/a.ts",
    'import { b } from "./b.ts";\nexport function a() { return b(); }\nexport function alone() {}',
  ],
  ["lib/room/b.ts", "export function b() { return 1; }"],
  ["lib/room/inner/c.ts", 'import { a } from "../a.ts";\nexport const c = () => a();'],
  ["lib/other/d.ts", 'import { b } from "../room/b.ts";\nexport const d = () => b();'],
  ["tests/room/b_test.ts", "export const nothing = 1;"],
  ["tests/room/a_test.ts", 'import { a } from "../../lib/room/a.ts";\na();'],
  ["tests/room/whole_test.ts", 'import { c } from "../../lib/room/inner/c.ts";\nc();'],
  ["tests/room/command_test.ts", 'export const command = ["run", "lib/cli.ts"];'],
  ["tests/room/inner/near_test.ts", 'import { b } from "../../../lib/room/b.ts";\nb();'],
  ["tests/other/far_test.ts", 'import { b } from "../../lib/room/b.ts";\nb();'],
  ["tests/other/d_test.ts", 'import { d } from "../../lib/other/d.ts";\nd();'],
  ["tests/other/none_test.ts", "export const none = 1;"],
]);
const tests = [...FILES.keys()].filter((file) => file.endsWith("_test.ts"));
const reaches = testReaches(FILES, tests, resolver({}));
const covering = (file: string, declaration: string) =>
  coveringTests(file, declaration, reaches).map((test) => test.replace("tests/", ""));

Deno.test("a test knows how many imports away each file is", () => {
  const { distance } = reaches.find(({ file }) => file === "tests/room/whole_test.ts")!;
  assertEquals(Object.fromEntries(distance), {
    "tests/room/whole_test.ts": 0,
    "lib/room/inner/c.ts": 1,
    "lib/room/a.ts": 2,
    "lib/room/b.ts": 3,
  });
});

Deno.test("the file's own test comes first, then the nearest, those of other rooms and commands last", () => {
  assertEquals(covering("lib/room/b.ts", "b"), [
    "room/b_test.ts",
    "room/inner/near_test.ts",
    "room/a_test.ts",
    "room/whole_test.ts",
    "other/far_test.ts",
    "other/d_test.ts",
    "room/command_test.ts",
  ]);
});

Deno.test("a test that reaches the file and not the declaration is none, unless it is the file's own", () => {
  assertEquals(covering("lib/room/a.ts", "alone"), ["room/a_test.ts", "room/command_test.ts"]);
  assertEquals(covering("lib/other/d.ts", "d"), ["other/d_test.ts"]);
});

Deno.test("a file's phrases are its texts of several words, up to a value and not too long", () => {
  assertEquals(
    phrasesOf(
      'import { a } from "some words of a path";\n' +
        "/** Some words of a comment. */\n" +
        'const b: "some words of a type" = a("short one", "one_long_word_alone", "words of a message");\n' +
        "const c = `before a value ${b} and behind it ${c}`;\n" +
        'const d = "words that go on for longer than anybody would quote";',
    ),
    [
      "words of a message",
      "before a value",
      "and behind it",
      "words that go on for longer tha",
    ].map((said) => said.slice(0, 30)),
  );
});

Deno.test("a test that repeats what the file says comes before nearer ones", () => {
  const files = new Map([...FILES, [
    "tests/room/whole_test.ts",
    'import { c } from "../../lib/room/inner/c.ts";\nc("no such state", "no such year", "no such vote");',
  ]]);
  const some = testReaches(files, tests, resolver({}));
  const said = ["no such state", "no such year", "no such vote"];
  const first = (phrases: readonly string[]) =>
    coveringTests("lib/room/b.ts", "b", some, phrases).slice(0, 4)
      .map((test) => test.replace("tests/room/", ""));
  assertEquals(first([]), ["b_test.ts", "inner/near_test.ts", "a_test.ts", "whole_test.ts"]);
  // Three imports away, and half an import nearer for each phrase.
  assertEquals(first(said.slice(0, 2)), [
    "b_test.ts",
    "inner/near_test.ts",
    "a_test.ts",
    "whole_test.ts",
  ]);
  assertEquals(first(said), ["b_test.ts", "inner/near_test.ts", "whole_test.ts", "a_test.ts"]);
});
