import { candidateKind, type RowKind } from "./candidate_kind.ts";
import { fold } from "./fold.ts";
import { Kind } from "./kinds.ts";
import { isPresident } from "./president.ts";
import type { Work } from "./work.ts";

const KINDS: Readonly<Record<RowKind, number>> = {
  "candidate": Kind.candidate,
  "write-in": Kind.writeIn,
  "no vote": Kind.noVote,
  "turnout": Kind.turnout,
  "total of candidates": Kind.totalOfCandidates,
  "total of write-ins": Kind.totalOfWriteIns,
};

/** Whether an office's cell names a count of voters or ballots, as OpenElections writes them. */
export function isTurnoutOffice(office: string): boolean {
  const kind = candidateKind(office);
  return office !== "" && (kind === "turnout" || /^ballots cast/.test(fold(office)));
}

const COUNTED_ALONE = Kind.noVote;

/** Gives each row its kind by how its candidate and office are spelled. */
export function nameKinds(work: Work): void {
  const { table, kinds } = work;
  const candidates = table.text.candidate!;
  const byCode = Uint8Array.from(candidates.values, (value) => KINDS[candidateKind(value)]);
  const office = table.text.office;
  const turnout = office?.values.map(isTurnoutOffice);
  const others = office?.values.map((name, code) => !isPresident(name) && turnout![code] !== true);
  const writeIns = table.text.writein?.values.map((value) => /^(true|t|1|y|yes|w)$/i.test(value));
  const parties = table.text.party?.values.map((value) => candidateKind(value));
  const heads = headerAgain(work);
  for (let row = 0; row < table.rows; row++) {
    const code = candidates.codes[row]!;
    let kind = byCode[code]!;
    if (others?.[office!.codes[row]!] === true) {
      kinds[row] = Kind.otherContest;
      continue;
    }
    if (turnout?.[office!.codes[row]!] === true) {
      kind = /blank/i.test(work.cell("office", row)) ? Kind.noVote : Kind.turnout;
    } else if (heads?.(row) === true) {
      kind = Kind.leftOut;
      work.mended.add({
        ...work.at(row),
        expected: "one header line",
        found: "the header line again, as where files were put together: left out",
      });
    } else if (code === 0) {
      // MEDSL leaves the name of a write-in blank; others name a total in the party's column.
      if (writeIns?.[table.text.writein!.codes[row]!] === true) {
        kind = Kind.writeIn;
        work.mended.add({
          ...work.at(row, "candidate"),
          expected: "a candidate",
          found: "a blank cell of a write-in: read as write-ins without a name",
        });
      } else {
        const party = parties?.[table.text.party!.codes[row]!];
        kind = party === undefined || party === "candidate" ? Kind.candidate : KINDS[party];
        if (kind === Kind.candidate) {
          const empty = Number.isNaN(work.votes[row]) && table.votes.odd.get(row) === "";
          if (empty && work.cell("precinct", row) === "" && work.cell("county", row) === "") {
            kind = Kind.leftOut;
          } else {
            const accepted = work.refuse({
              ...work.at(row, "candidate"),
              expected: "a candidate",
              found: "a blank cell",
              option: "blanks",
            });
            if (accepted) kind = Kind.leftOut;
          }
        }
      }
    } else if (kind === Kind.candidate && writeIns?.[table.text.writein!.codes[row]!] === true) {
      kind = Kind.writeIn;
    }
    kinds[row] = kind;
  }
  listAside(work);
}

/** Tells rows that repeat the header; undefined where no candidate is called as the column is. */
function headerAgain({ table }: Work): ((row: number) => boolean) | undefined {
  const { candidate, votes } = table.names;
  const column = table.text.candidate!;
  if (candidate === undefined || votes === undefined) return undefined;
  const code = column.values.indexOf(candidate);
  if (code === -1) return undefined;
  return (row) => column.codes[row] === code && table.votes.odd.get(row) === votes;
}

/** Lists what is set apart by its name alone: ballots without a vote, counts of voters. */
function listAside(work: Work): void {
  const { kinds, table } = work;
  for (let row = 0; row < table.rows; row++) {
    const kind = kinds[row]!;
    if (kind !== COUNTED_ALONE && kind !== Kind.turnout) continue;
    const office = isTurnoutOffice(work.cell("office", row));
    const field = office ? "office" : work.cell("candidate", row) === "" ? "party" : "candidate";
    work.mended.add({
      ...work.at(row, field),
      expected: "votes for candidates",
      found: `"${work.cell(field, row)}", ${
        kind === Kind.turnout ? "a count of voters or ballots" : "ballots without a vote"
      }: kept apart`,
    });
  }
}
