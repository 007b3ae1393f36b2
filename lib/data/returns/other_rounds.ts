import { candidateKind } from "./candidate_kind.ts";
import { fold } from "./fold.ts";
import { Kind } from "./kinds.ts";
import { isPresident } from "./president.ts";
import type { TextField } from "./returns_table.ts";
import type { Work } from "./work.ts";

const PARTY =
  /\b(dem|democrat|democratic|rep|gop|republican|lib|libertarian|grn|green|con|constitution|reform)\b/g;

/**
 * Leaves out, and lists, rows for president that are no general election's votes: a primary's, by
 * its stage or by an office that names one party and has several candidates, later rounds of a
 * ranked contest, and votes for a party's whole ticket.
 */
export function otherRounds(work: Work): void {
  const { text } = work.table;
  const leave = (field: TextField, is: readonly boolean[], what: string) => {
    if (!is.includes(true)) return;
    const { codes, values } = text[field]!;
    for (let row = 0; row < work.table.rows; row++) {
      if (!is[codes[row]!] || work.kinds[row]! > Kind.writeIn) continue;
      work.kinds[row] = Kind.leftOut;
      work.mended.add({
        ...work.at(row, field),
        expected: "votes of the general election",
        found: `"${values[codes[row]!]}", ${what}: left out`,
      });
    }
  };
  if (text.stage !== undefined) {
    const primary = text.stage.values.map((value) =>
      /^(pre.?)?pri(mary)?\b|\bprimary\b/i.test(value)
    );
    leave("stage", primary, "a primary's row");
  }
  if (text.office !== undefined) leave("office", primaries(work), "a party's primary");
  if (text.round !== undefined) leave("round", laterRounds(text.round.values), "a later round");
  const tickets = text.candidate!.values.map((value) => /\bstraight (party|ticket)\b/i.test(value));
  leave("candidate", tickets, "votes for a party's whole ticket, counted in its candidates' votes");
}

/** Which offices are a party's primary: they name one party each, and one has several candidates. */
function primaries(work: Work): boolean[] {
  const { office, candidate } = work.table.text;
  const single = office!.values.map((value) =>
    isPresident(value) && new Set(fold(value).match(PARTY)?.map((party) => party[0])).size === 1
  );
  if (!single.includes(true)) return single;
  const named = candidate!.values.map((value) => candidateKind(value) === "candidate");
  const people = new Map<number, Set<number>>();
  const groups = work.groups("candidate");
  for (let row = 0; row < work.table.rows; row++) {
    const code = office!.codes[row]!;
    if (!single[code] || work.kinds[row] !== Kind.candidate) continue;
    if (!named[candidate!.codes[row]!]) continue;
    const its = people.get(code) ?? new Set();
    people.set(code, its.add(groups.ids[row]!));
  }
  const several = [...people.values()].some((its) => its.size > 1);
  return several ? single : single.map(() => false);
}

const NUMBERS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };

/** Which rounds of a ranked contest come after the first one in the file. */
function laterRounds(values: readonly string[]): boolean[] {
  const numbers = values.map((value) => {
    if (value === "") return undefined;
    const name = fold(value);
    const number = /\d+/.exec(name)?.[0];
    const word = name.split(" ").find((part) => part in NUMBERS);
    return number !== undefined ? Number(number) : word === undefined ? Infinity : NUMBERS[word]!;
  });
  const first = Math.min(...numbers.filter((number) => number !== undefined));
  return numbers.map((number) => number !== undefined && number > first);
}
