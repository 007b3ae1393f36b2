import { fold } from "./fold.ts";
import type { Work } from "./work.ts";

const REPUBLICAN = /^(r|rep|republican)( party)?$/;
const DEMOCRATIC = /^(d|dem|democrat|democratic)( party)?$/;

/** Refuses a file whose header has the columns of candidates and of parties the wrong way round. */
export function exchangedColumns(work: Work): void {
  const { candidate, party } = work.table.text;
  if (candidate === undefined || party === undefined) return;
  const says = (values: readonly string[], what: RegExp) =>
    values.some((value) => what.test(fold(value)));
  const both = (values: readonly string[]) => says(values, REPUBLICAN) && says(values, DEMOCRATIC);
  const neither = !says(party.values, REPUBLICAN) && !says(party.values, DEMOCRATIC);
  if (!both(candidate.values) || !neither || party.values.every((value) => value === "")) return;
  const row = candidate.codes.findIndex((code) => REPUBLICAN.test(fold(candidate.values[code]!)));
  const { names } = work.table;
  work.refuse({
    ...work.at(row, "candidate"),
    expected: `candidates; with columns: { candidate: "${names.party}", party: ` +
      `"${names.candidate}" } the file is read so`,
    found: "the names of parties, while the parties' column has other names",
  });
}
