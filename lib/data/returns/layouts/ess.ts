import { BallotsAgain, BallotTally, choiceName, firstChoices } from "./ballot_tally.ts";
import { raggedRows } from "./grid.ts";
import type { PlainResult } from "./plain_rows.ts";

const PRECINCT = /^precinct( (name|id))?$/i;
/** Columns of a ballot that are no contests. */
const ABOUT =
  /^(cast vote record|batch|ballot (style|status|id|type)|(original|remaining) ballot exception|poll(ing)? place|tabulator.*|counting group|vote type|machine.*|image.*)$/i;
/** What says of a ballot that it was not counted. */
const NOT_COUNTED =
  /\b(void(ed)?|reject(ed)?|spoil(ed|t)?|cancel(l?ed)?|duplicated|not counted)\b/i;
/** A contest's first choice among ranked ones, and the later ones. */
const FIRST_CHOICE = /\s*\b(1st|first) choice\b.*$/i;
const LATER_CHOICE =
  /\s*\b(2nd|3rd|[4-9]th|1\dth|second|third|fourth|fifth|sixth|seventh) choice\b.*$/i;

/** Whether a header is that of ES&S's export of cast-vote records, a ballot a row. */
export function isEssHeader(header: readonly string[]): boolean {
  return /^cast vote record$/i.test(header[0] ?? "") && header.some((name) => PRECINCT.test(name));
}

/**
 * Adds up ES&S's cast-vote records: a ballot a row, a column a contest with the choice's name in
 * it, "undervote", "overvote", or nothing where the contest is not on the ballot. Of ranked choices
 * the first ones count; ballots whose status says that they were not counted do not. A ballot that
 * stands there again and a line that is cut off are problems, and not counted.
 *
 * @param delimited Whether the lines are delimited text, whose cells can be counted.
 */
export function essRows(
  file: string,
  grid: readonly (readonly string[])[],
  delimited = false,
): PlainResult {
  const tally = new BallotTally();
  const header = grid[0]!;
  const again = new BallotsAgain(file);
  const ragged: { line: number; cells: number }[] = [];
  const precinct = header.findIndex((name) => PRECINCT.test(name));
  const status = header.findIndex((name) => /^ballot status$/i.test(name));
  const mode = header.findIndex((name) =>
    /^(tabulator cvr type|counting group|vote type)$/i.test(name)
  );
  // A contest for several seats goes on in columns without a name.
  const contests = header.map((name, at) =>
    at !== precinct && name !== "" && !ABOUT.test(name) && !LATER_CHOICE.test(name) &&
    tally.contest(name.replace(FIRST_CHOICE, ""))
  );
  const all = contests.flatMap((wanted, at) => wanted ? [at] : []);
  // Contests stand right of the precinct, or else the precinct stands behind them.
  const right = all.filter((at) => at > precinct);
  const columns = right.length > 0 ? right : all;
  let apart = 0;
  for (const [at, cells] of grid.entries()) {
    if (at === 0 || cells.length === 0) continue;
    const more = cells.length > header.length &&
      cells.slice(header.length).some((cell) => cell !== "");
    if (delimited && cells.length < header.length || more) {
      ragged.push({ line: at + 1, cells: cells.length });
      continue;
    }
    if (status !== -1 && NOT_COUNTED.test(cells[status] ?? "")) {
      apart++;
      continue;
    }
    // Several sheets of one ballot have its number, and other contests.
    if ((cells[0] ?? "") !== "" && again.has(cells, at + 1)) continue;
    for (const column of columns) {
      const cell = (cells[column] ?? "").trim();
      if (cell === "") continue;
      tally.ballot();
      tally.add({
        precinct: (cells[precinct] ?? "").trim(),
        office: header[column]!.replace(FIRST_CHOICE, ""),
        ...(mode === -1 ? {} : { mode: cells[mode] ?? "" }),
        ...choiceName(cell),
        line: at + 1,
      });
    }
  }
  const result = tally.result(file);
  const notes = [...result.notes ?? []];
  if (columns.some((column) => FIRST_CHOICE.test(header[column]!))) notes.push(firstChoices(file));
  if (apart > 0) {
    notes.push({
      file,
      column: header[status]!,
      expected: "ballots that were counted",
      found: `${apart.toLocaleString("en")} ballots with a status such as void: left out`,
    });
  }
  const problems = [...again.problems, ...raggedRows(file, ragged, header.length)];
  return { ...result, notes, problems };
}

const PAGE = /PRECINCT\s+(\d+)\s*-\s*(.*?)\s*(ELECTION ID|$)/;
const VOTE = /^(\d{7})\s+\d+ ([* ])\s*\d+\s(.{38,40}?)\s+(\S.*)$/;

/** Whether a text is ES&S's log of vote images (EL155). */
export function isVoteImageLog(head: string): boolean {
  return /VOTR\.\s+B\/I\s+CANDIDATES RECEIVING A VOTE/.test(head);
}

/**
 * Adds up ES&S's log of vote images (EL155) of machines that mark votes directly: a line a choice,
 * a star at a ballot's first. A ballot without a line for president is an undervote there.
 */
export function voteImageRows(file: string, text: string): PlainResult {
  const tally = new BallotTally();
  let precinct = "";
  let office = "";
  let open: { voted: boolean; line: number; precinct: string } | undefined;
  const close = () => {
    if (open === undefined) return;
    tally.ballot();
    if (!open.voted) {
      tally.add({ precinct: open.precinct, office, candidate: "Undervotes", line: open.line });
    }
  };
  const lines = text.split(/\r?\n/);
  for (const line of lines) {
    const match = VOTE.exec(line);
    if (match !== null && office === "" && tally.contest(match[4]!.trim())) {
      office = match[4]!.trim();
    }
  }
  lines.forEach((line, at) => {
    const page = PAGE.exec(line);
    if (page !== null) {
      const next = `${page[1]} - ${page[2]}`;
      if (next !== precinct) {
        close();
        open = undefined;
      }
      precinct = next;
      return;
    }
    const match = VOTE.exec(line);
    if (match === null) return;
    if (match[2] === "*") {
      close();
      open = { voted: false, line: at + 1, precinct };
    }
    if (match[4]!.trim() !== office || open === undefined) return;
    open.voted = true;
    tally.add({ precinct, office, ...choiceName(match[3]!.trim()), line: at + 1 });
  });
  close();
  return tally.result(file);
}
