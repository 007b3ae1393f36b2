import { firstSentences, type Headline } from "./headline.ts";

/** Words that a reader can hold while the sentence is read aloud. */
const MOST_WORDS = 25;
/** Words of the sentence that carries the answer: with the answer they are what a phone shows at once. */
const MOST_GROUND_WORDS = 45;

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|" +
  "December";
// Names of days, years and districts are no quantities: "November 23, 2016", "1876", "NE-02".
const NAMES = new RegExp(
  `(?:${MONTHS}) \\d{1,2}(?:, \\d{4})?|\\b[A-Z]{2}-\\d{2}\\b|(?<![\\d,.])(?:1[789]|20)\\d{2}(?!(?:[,.]?\\d|%))`,
  "g",
);
const NUMBER = /\d+(?:[,.]\d+)*/g;

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/**
 * What keeps a notebook's first lines from being an answer: a title that asks
 * nothing, no mark, a sentence that is too long to be read aloud or holds more
 * than two numbers, nothing that carries it or more than one sentence of at most
 * 45 words that does, no table of the key numbers.
 *
 * @returns One phrase a fault; none when the answer keeps the rules.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { answerFaults } from "./answer_faults.ts";
 *
 * assertEquals(
 *   answerFaults({ title: "Who won?", lead: "", mark: null, answer: "She did.", ground: "" }),
 *   ["no mark opens the answer", "nothing carries the answer", "no table of key numbers"],
 * );
 * ```
 */
export function answerFaults({ title, lead, mark, answer, ground }: Headline): string[] {
  const words = wordsOf(answer);
  const carried = ground !== "" && !ground.startsWith("|");
  const numbers = answer.replace(NAMES, "").match(NUMBER) ?? [];
  return [
    ...(title.endsWith("?") ? [] : ["the title is no question"]),
    ...(mark === null ? ["no mark opens the answer"] : []),
    ...(words > MOST_WORDS ? [`the answer has ${words} words, more than ${MOST_WORDS}`] : []),
    ...(numbers.length > 2
      ? [`the answer has ${numbers.length} numbers, more than two: ${numbers.join(" ")}`]
      : []),
    ...(carried ? [] : ["nothing carries the answer"]),
    ...(carried && wordsOf(ground) > MOST_GROUND_WORDS
      ? [`what carries the answer has ${wordsOf(ground)} words, more than ${MOST_GROUND_WORDS}`]
      : []),
    ...(carried && firstSentences(ground, 1) !== ground
      ? ["what carries the answer is more than one sentence"]
      : []),
    ...(/^\|.*\|\n\| ?:?-/m.test(lead) ? [] : ["no table of key numbers"]),
  ];
}
