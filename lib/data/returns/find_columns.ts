import { nearest } from "../../check/mod.ts";
import {
  fieldNames,
  headerName,
  isCountOfVotes,
  isModeColumn,
  nameParts,
  requiredFields,
  type ReturnsField,
  type ReturnsFormat,
} from "./fields.ts";
import type { ReturnsProblem } from "./problem.ts";

/** Which columns of a header hold what. */
export interface FoundColumns {
  readonly fields: ReadonlyMap<ReturnsField, number>;
  readonly modes: readonly number[];
  /** Columns that nothing is read from. */
  readonly unread: readonly string[];
  readonly problems: readonly ReturnsProblem[];
}

/**
 * Finds the fields of returns in a header: by a caller's own map, else by the names that the layouts
 * use, capitals and signs aside.
 */
export function findColumns(
  header: readonly string[],
  options: {
    file: string;
    format: ReturnsFormat;
    columns?: Readonly<Partial<Record<ReturnsField, string>>>;
    state?: boolean;
    line: number;
  },
): FoundColumns {
  const { file, format, line } = options;
  const names = header.map(headerName);
  const fields = new Map<ReturnsField, number>();
  const problems: ReturnsProblem[] = [];
  const taken = new Set<number>();
  const take = (field: ReturnsField, column: number) => {
    fields.set(field, column);
    taken.add(column);
    const twin = names.indexOf(names[column]!, column + 1);
    if (twin !== -1) {
      problems.push({
        file,
        row: line,
        column: header[column]!,
        expected: "one column of each name",
        found: `two columns "${header[column]}", the ${ordinal(column)} and the ${ordinal(twin)}`,
      });
      for (let at = twin; at < names.length; at++) if (names[at] === names[twin]) taken.add(at);
    }
  };
  for (const [field, name] of Object.entries(options.columns ?? {}) as [ReturnsField, string][]) {
    const column = header.indexOf(name);
    if (column === -1) {
      problems.push(
        missing(file, line, name, `a column "${name}", as the option columns says`, header),
      );
    } else take(field, column);
  }
  // Washington's files have counties and the state in one column, and their level in another.
  const level = names.indexOf("reporting_level");
  const place = names.indexOf("jurisdiction");
  if (level !== -1 && place !== -1 && !fields.has("county") && !taken.has(place)) {
    take("county", place);
  }
  for (const [field, possible] of Object.entries(fieldNames) as [ReturnsField, string[]][]) {
    if (fields.has(field)) continue;
    if (nameParts.includes(field) && fields.has("candidate")) continue;
    const wanted = format === "tidy" && field === "precinct"
      ? possible.filter((n) => n !== "location")
      : possible;
    for (const name of wanted) {
      const column = names.findIndex((other, at) => other === name && !taken.has(at));
      if (column === -1) continue;
      take(field, column);
      break;
    }
  }
  // Where a column names the row's mode, other columns count no modes.
  const modes = fields.has("mode")
    ? []
    : names.flatMap((name, column) => !taken.has(column) && isModeColumn(name) ? [column] : []);
  // "other" beside modes is one more of them, and where no column has all votes
  // so is "zyx_votes", whatever a zyx is.
  if (modes.length > 0) {
    names.forEach((name, column) => {
      if (taken.has(column) || modes.includes(column)) return;
      if (name === "other" || !fields.has("votes") && isCountOfVotes(name)) modes.push(column);
    });
  }
  const required = requiredFields[format as keyof typeof requiredFields] ?? requiredFields.tidy;
  for (const [field, name] of required) {
    if (fields.has(field) || field === "state" && options.state === true) continue;
    if (field === "votes" && modes.length > 0 && fields.has("candidate")) continue;
    if (field === "candidate" && fields.has("lastname")) continue;
    if (field === "year" && format === "medsl") continue;
    problems.push(
      missing(
        file,
        line,
        name,
        `a column "${name}", as ${format} files have it, or its name in the option columns, such as ` +
          `columns: { ${field}: "…" }`,
        header,
      ),
    );
  }
  const used = new Set([...taken, ...modes]);
  return {
    fields,
    modes: modes.sort((a, b) => a - b),
    unread: header.filter((name, column) => !used.has(column) && name !== ""),
    problems,
  };
}

/** So many columns are named where one is missing. */
const LISTED = 60;

function missing(
  file: string,
  row: number,
  column: string,
  expected: string,
  header: readonly string[],
): ReturnsProblem {
  const close = nearest(column, header.filter((name) => name !== ""));
  return {
    file,
    row,
    column,
    expected,
    found: close !== undefined
      ? `"${close}", which may be meant`
      : header.some((name) => /^\d+$/.test(name))
      ? `a first line of values and no header: ${header.map((name) => `"${name}"`).join(", ")}`
      : `the columns ${header.slice(0, LISTED).map((name) => `"${name}"`).join(", ")}${
        header.length > LISTED ? ` and ${(header.length - LISTED).toLocaleString("en")} more` : ""
      }`,
  };
}

function ordinal(column: number): string {
  const number = column + 1;
  const ten = number % 100 >= 11 && number % 100 <= 13;
  const end = ten ? "th" : ["th", "st", "nd", "rd"][number % 10] ?? "th";
  return `${number}${end}`;
}
