import { fieldNames, headerName, type ReturnsField } from "../fields.ts";
import { countCell, pointsOfThousands } from "../count_cells.ts";
import { fold } from "../fold.ts";
import { isTurnoutOffice } from "../name_kinds.ts";
import { candidateKind } from "../candidate_kind.ts";
import { sameCandidate } from "../same_candidate.ts";
import { contestBlock } from "./contest_block.ts";
import { isNoCount, splitModes } from "./wide_modes.ts";
import type { ReturnsProblem } from "../problem.ts";
import { countColumn } from "../text_column.ts";
import type { PlainResult, PlainRow } from "./plain_rows.ts";

/** The nominees of an election: who "dem" and "gop" are, and whose names head columns. */
export interface Nominees {
  readonly democrat: string;
  readonly republican: string;
  /** All known candidates. */
  readonly names: readonly string[];
}

/** A column of a wide file that counts somebody's votes. */
export interface WideColumn {
  readonly column: number;
  readonly candidate: string;
  readonly year?: number;
  /** The mode of voting that it counts, where the candidate has a column for each. */
  readonly mode?: string;
  /** The candidate is told by the party's letters alone. */
  readonly party?: true;
  /** Nobody known of the election has this name. */
  readonly unknown?: true;
}

const OTHERS = "Others and write-ins";
const NO_PERSON = /diff|margin|per_|total|district|pct/i;
/** Parties whose columns may stand beside those of the two large ones. */
const SMALL_PARTY =
  /^(votes?_)?(libertarian|lib|lbt|green|grn|gre|constitution|con|cst|independent|independents|ind|reform|ref|socialist|conservative|working_families|natural_law|american_independent|peace_and_freedom|no_party|npp|npa)(_votes)?$/;
const PLACES = [
  "state",
  "fips",
  "county",
  "jurisdiction",
  "precinct",
] as const satisfies readonly ReturnsField[];
const MORE_NAMES: Readonly<Record<(typeof PLACES)[number], readonly string[]>> = {
  state: ["state_abbr"],
  fips: ["combined_fips"],
  county: ["countyname", "county_nam"],
  jurisdiction: ["municipalityname"],
  precinct: ["reportingunittext", "reporting_unit_name", "ward_name"],
};

/**
 * Finds the columns of a wide file, a column a candidate: by a caller's map, by a party's letters
 * ("votes_gop", "dem_2012"), or by the names of an election's candidates in the header.
 */
export function wideColumns(
  header: readonly string[],
  nominees: (year: number) => Nominees | undefined,
  options: { year?: number | undefined; candidates?: Readonly<Record<string, string>> | undefined },
): WideColumn[] {
  if (options.candidates !== undefined) {
    return Object.entries(options.candidates).flatMap(([name, candidate]) => {
      const column = header.indexOf(name);
      return column === -1 ? [] : [{ column, candidate }];
    });
  }
  const found: WideColumn[] = [];
  // "Donald Trump 2016" in a table of 2020 is what is compared with.
  const isOfOtherYear = (cell: string) => {
    const years: readonly string[] = cell.match(/\b(?:19|20)\d\d\b/g) ?? [];
    return years.length > 0 && !years.includes(String(options.year));
  };
  header.forEach((cell, column) => {
    const name = headerName(cell);
    const match =
      /^(?:votes?_)?(gop|rep|republican|dem|democrat|democratic|oth|other|others)(?:_votes)?(?:_(\d{4}))?$/
        .exec(name);
    const year = match?.[2] === undefined ? options.year : Number(match[2]);
    const known = year === undefined ? undefined : nominees(year);
    if (match !== null && known !== undefined) {
      const candidate = /^(gop|rep)/.test(match[1]!)
        ? known.republican
        : /^dem/.test(match[1]!)
        ? known.democrat
        : OTHERS;
      const dated = match[2] === undefined ? {} : { year: year! };
      found.push({ column, candidate, party: true, ...dated });
      return;
    }
    // "trump16", "clinton_2016", "otherpres16": a year's candidate.
    const dated = /^(?:votes?_)?([a-z]+)_?(?:20)?(\d\d)$/.exec(name);
    const then = dated === null ? undefined : 2000 + Number(dated[2]);
    const standing = then === undefined ? undefined : nominees(then);
    if (dated !== null && standing !== undefined) {
      const candidate = /^others?(pres)?$/.test(dated[1]!)
        ? OTHERS
        : sameCandidate(dated[1]!, standing.names);
      if (candidate !== undefined) found.push({ column, candidate, year: then! });
      return;
    }
    if (known !== undefined && /[a-z]/i.test(cell) && !isNoCount(cell) && !isOfOtherYear(cell)) {
      if (sameCandidate(cell, known.names) !== undefined) {
        found.push({ column, candidate: cell.replace(/\s*\n\s*/g, " / ") });
      }
    }
  });
  const years = new Set(found.map(({ year }) => year));
  const enough = found.filter(({ candidate }) => candidate !== OTHERS).length >= 2 * years.size;
  if (!enough) return [];
  // Beside named candidates every other column that could be one counts.
  if (
    found.every(({ year }) => year === undefined) &&
    found.some(({ candidate }) => candidate !== OTHERS)
  ) {
    const taken = new Set(found.map(({ column }) => column));
    const first = Math.min(...taken);
    const last = Math.max(...taken);
    header.forEach((cell, column) => {
      if (taken.has(column) || column < first || cell === "") return;
      if (isNoCount(cell) || isOfOtherYear(cell)) return;
      if (found[0]!.party === true && SMALL_PARTY.test(headerName(cell))) {
        found.push({ column, candidate: cell, party: true });
        return;
      }
      const kind = candidateKind(cell);
      const person = kind === "candidate" && /[/,\n]|\s/.test(cell) && column < last + 20 &&
        !NO_PERSON.test(cell);
      if (kind === "write-in" || kind === "no vote" || person) {
        const candidate = cell.replace(/\s*\n\s*/g, " / ");
        found.push({ column, candidate, ...(person ? { unknown: true } : {}) });
      }
    });
  }
  const standing = options.year === undefined ? undefined : nominees(options.year);
  return splitModes(found.sort((a, b) => a.column - b.column), standing);
}

/** Turns a wide grid into rows of candidates. What the total has beyond the columns is a row of others. */
export function wideRows(
  file: string,
  grid: readonly (readonly string[])[],
  at: number,
  header: readonly string[],
  columns: readonly WideColumn[],
): PlainResult {
  const names = header.map(headerName);
  const named = PLACES.flatMap((field) => {
    const column = [...fieldNames[field], ...MORE_NAMES[field]]
      .map((name) => names.indexOf(name)).find((found) => found !== -1);
    return column === undefined ? [] : [[field, column] as const];
  });
  const places = named.length > 0 ? named : leadingPlaces(names, columns, grid.slice(at + 1));
  // In a canvass a county's name often stands in its first row only.
  const fills = named.length === 0 && places.length === 2 ? places[0]![1] : -1;
  let filled = "";
  const years = [...new Set(columns.map(({ year }) => year))];
  const totals = new Map(years.map((year) => [
    year,
    names.findIndex((name) =>
      name === (year === undefined ? "total_votes" : `total_${year}`) ||
      year === undefined && /^(total_votes_cast|totalvotes|total_vote|total)$/.test(name)
    ),
  ]));
  const rows: PlainRow[] = [];
  const problems: ReturnsProblem[] = [];
  const notes: ReturnsProblem[] = [];
  const { end, repeated } = contestBlock(grid, at, columns);
  const counts = [...columns.map(({ column }) => column), ...totals.values()];
  const counted = grid.slice(at + 1, end).flatMap((cells) =>
    counts.map((one) => cells[one] ?? "").filter((cell) => cell !== "")
  );
  const points = pointsOfThousands(countColumn(counted));
  const countOf = (cell: string) => countCell(cell.trim(), points).count ?? NaN;
  let silent: { line: number; name: string }[] = [];
  for (let line = at + 1; line < end; line++) {
    const cells = grid[line]!;
    if (repeated.has(line) || cells.length === 0) continue;
    if (fills !== -1 && (cells[fills] ?? "") !== "") filled = cells[fills]!;
    const place = Object.fromEntries(
      places.map(([field, column]) => [
        field,
        (column === fills ? filled : cells[column] ?? "").replace(/\s+/g, " ").trim(),
      ]),
    );
    if (columns.every(({ column }) => (cells[column] ?? "") === "")) {
      const name = places.map(([, column]) => cells[column] ?? "").find((cell) => cell !== "");
      if (name !== undefined) silent.push({ line: line + 1, name });
      continue;
    }
    // Lines of notes stand behind the table; a place without counts stands among the others.
    for (const { line: row, name } of silent) {
      notes.push({ file, row, expected: "counts", found: `"${name}" without any: not read` });
    }
    silent = [];
    for (const year of years) {
      const own = columns.filter((column) => column.year === year);
      const base = {
        ...place,
        ...(year === undefined ? {} : { year: String(year) }),
        line: line + 1,
      };
      const complete = own.some(({ candidate }) => candidate === OTHERS) ||
        own.length > 2 && own[0]!.party !== true;
      const stated = cells[totals.get(year)!];
      let sum = 0;
      for (const { column, candidate, mode } of own) {
        const votes = cells[column] ?? "";
        sum += countOf(votes);
        rows.push({
          ...base,
          candidate,
          votes,
          ...(mode === undefined ? {} : { mode }),
          ...(complete && stated !== undefined ? { total: stated } : {}),
        });
      }
      if (complete || stated === undefined) continue;
      const total = countOf(stated);
      if (total > sum) rows.push({ ...base, candidate: OTHERS, votes: String(total - sum) });
      else if (!(total === sum) && !Number.isNaN(sum)) {
        problems.push({
          file,
          row: line + 1,
          column: header[totals.get(year)!]!,
          expected: `all votes of the place, at least ${sum.toLocaleString("en")}`,
          found: stated === ""
            ? "a blank cell"
            : Number.isNaN(total)
            ? `"${stated}"`
            : total.toLocaleString("en"),
          option: "totals",
        });
      }
    }
  }
  const used = new Set([
    ...columns.map(({ column }) => column),
    ...places.map(([, column]) => column),
    ...totals.values(),
  ]);
  return {
    problems,
    notes,
    rows: rows.filter(({ county, precinct }) =>
      !isTurnoutOffice(fold(county ?? "")) && !/^office totals/i.test(precinct ?? "")
    ),
    ...(end === grid.length
      ? {}
      : { leftOut: new Map([["contests further down the sheet", grid.length - end]]) }),
    names: Object.fromEntries(places.map(([field, column]) => [field, header[column]!])),
    unread: header.filter((name, column) => name !== "" && !used.has(column)),
  };
}

/** Columns before the candidates' that are known and name no place. */
const OTHER_FIELDS: ReadonlySet<string> = new Set([
  ...fieldNames.office,
  ...fieldNames.year,
  ...fieldNames.party,
  ...fieldNames.mode,
]);

/** Columns of no known name before the first candidate's that hold text: a county, and its places. */
function leadingPlaces(
  names: readonly string[],
  columns: readonly WideColumn[],
  rows: readonly (readonly string[])[],
): (readonly [(typeof PLACES)[number], number])[] {
  const first = Math.min(...columns.map(({ column }) => column));
  const text = names.flatMap((name, column) =>
    column < first && !OTHER_FIELDS.has(name) &&
      rows.some((cells) => /[a-z]/i.test(cells[column] ?? ""))
      ? [column]
      : []
  );
  if (text.length === 1) return [["county", text[0]!]];
  return text.length === 2 ? [["county", text[0]!], ["precinct", text[1]!]] : [];
}
