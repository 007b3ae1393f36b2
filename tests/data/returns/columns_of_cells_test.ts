/** Columns that are made of others, cell by cell. */
import { assertEquals } from "@std/assert";
import { pointsOfThousands } from "../../../lib/data/returns/count_cells.ts";
import {
  filled,
  isShare,
  joinNames,
  sumOfModes,
} from "../../../lib/data/returns/derived_columns.ts";
import { fileKind } from "../../../lib/data/returns/file_kind.ts";
import { fullCodes } from "../../../lib/data/returns/full_codes.ts";
import { blankOffices, otherHeader } from "../../../lib/data/returns/header_faults.ts";
import { nomineesOf } from "../../../lib/data/returns/nominees.ts";
import type { ReturnsTable } from "../../../lib/data/returns/returns_table.ts";
import type { Scanned } from "../../../lib/data/returns/scan_plan.ts";
import {
  countColumn,
  type TextColumn,
  textColumnOf,
} from "../../../lib/data/returns/text_column.ts";

const cellsOf = ({ codes, values }: TextColumn) => [...codes].map((code) => values[code]);

Deno.test("votes are the sum of their modes where one has a count; what is no count is kept", () => {
  const { values, odd } = sumOfModes(
    [countColumn(["1", "", "-", "2", "x", "*"]), countColumn(["10", "20", "", "-", "5", "7"])],
    6,
  );
  assertEquals([...values], [11, 20, NaN, 2, NaN, NaN]);
  assertEquals([...odd], [[2, ""], [4, "x"], [5, "*"]]);
});

Deno.test("a name is put together of its parts, those that are blank left out, and the parts are gone", () => {
  const text: Partial<Record<string, TextColumn>> = {
    firstname: textColumnOf(["Ada", "", "Cy"]),
    middlename: textColumnOf(["M.", "", ""]),
    lastname: textColumnOf(["Red", "Write-ins", "Gold"]),
    party: textColumnOf(["R", "", "G"]),
  };
  joinNames(text as Parameters<typeof joinNames>[0]);
  assertEquals(cellsOf(text.candidate!), ["Ada M. Red", "Write-ins", "Cy Gold"]);
  assertEquals(Object.keys(text).sort(), ["candidate", "party"]);
  const none: Record<string, TextColumn> = { candidate: textColumnOf(["Ada"]) };
  joinNames(none as Parameters<typeof joinNames>[0]);
  assertEquals(cellsOf(none.candidate!), ["Ada"]);
});

Deno.test("a column is of shares where all its cells are small numbers and some have a point or a percent sign", () => {
  const share = (...cells: string[]) => isShare(textColumnOf(cells));
  assertEquals([share("12.5", "7"), share("12%", ""), share("5 %"), share("0,5", "100")], [
    true,
    true,
    true,
    true,
  ]);
  assertEquals([share("12", "7"), share(""), share("12.5", "NE-02"), share("1234.5")], [
    false,
    false,
    false,
    false,
  ]);
});

Deno.test("blank cells are filled from another column, those that say NA too, and no other", () => {
  const column = textColumnOf(["a", "", "NA", "n/a", "null", "NaN", "nap"]);
  const other = textColumnOf(["1", "2", "3", "4", "5", "6", "7"]);
  const full = filled(column, other);
  assertEquals(cellsOf(full), ["a", "2", "3", "4", "5", "6", "nap"]);
  // What differs in capitals only stays one value.
  const capitals = filled(textColumnOf(["", "x"]), textColumnOf(["Elm", "ELM"]));
  assertEquals(capitals.folded[capitals.codes[0]!], capitals.values.indexOf("Elm"));
  const whole = textColumnOf(["a", "b"]);
  assertEquals(filled(whole, other) === whole, true);
});

Deno.test("points separate thousands where a cell has other digits behind one, or noughts stand beside whole counts", () => {
  const points = (...cells: string[]) => pointsOfThousands(countColumn(cells));
  assertEquals([points("1.055"), points("1.055.300", "7"), points("12.000", "7")], [
    true,
    true,
    true,
  ]);
  assertEquals([points("12.000"), points("12.000", "x"), points("12", "7"), points("12.5", "7")], [
    false,
    false,
    false,
    false,
  ]);
});

Deno.test("two bytes a letter are known without a mark from eight bytes on, where one of two is nearly always zero", () => {
  const wide = (text: string, big = false) =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const code = letter.codePointAt(0)!;
        return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
      }),
    );
  assertEquals([fileKind(wide("abcd")), fileKind(wide("abcd", true))], [
    "UTF-16 text",
    "UTF-16 text, big-endian",
  ]);
  assertEquals(fileKind(wide("abc")), "text");
  // One letter of ten from elsewhere is allowed, two are not.
  assertEquals(fileKind(wide("abcdefghi\u0416")), "UTF-16 text");
  assertEquals(fileKind(wide("abcdefgh\u0416\u0416")), "text");
  // Zeros in both places are no text of two bytes.
  assertEquals(fileKind(new Uint8Array(40)), "text");
  assertEquals(fileKind(new TextEncoder().encode("a,b\n1,2\n")), "text");
});

const table = (fips: string[], states?: string[]) =>
  ({
    file: "r.csv",
    names: { fips: "County FIPS" },
    notes: [],
    text: {
      fips: textColumnOf(fips),
      ...(states === undefined ? {} : { state: textColumnOf(states) }),
    },
  }) as unknown as ReturnsTable;

Deno.test("codes within a state get its two digits, by each row's own state where it says one", () => {
  const full = fullCodes(table(["25", "’1", "139.0", ""]), "WI");
  assertEquals(cellsOf(full.text.fips!), ["55025", "55001", "55139", ""]);
  assertEquals(full.notes, [{
    file: "r.csv",
    column: "County FIPS",
    expected: "codes of five digits",
    found: 'codes within the state, such as "25": the state\'s are put before',
  }]);
  const own = fullCodes(table(["25", "25", "25"], ["Wisconsin", "oh", ""]), "MI");
  assertEquals(cellsOf(own.text.fips!), ["55025", "39025", "25"]);
});

Deno.test("codes stay as they are where one has more digits, none is more than zero, or the state is unknown", () => {
  for (
    const [fips, state] of [[["25", "55025"], "WI"], [["0", "000"], "WI"], [
      ["", "NA"],
      "WI",
    ]] as const
  ) {
    const given = table([...fips]);
    assertEquals(fullCodes(given, state) === given, true);
  }
  assertEquals(cellsOf(fullCodes(table(["25", "NA"]), undefined).text.fips!), ["25", ""]);
  // Zero is no county's code and no example.
  assertEquals(fullCodes(table(["0", "7"]), "WI").notes[0]!.found.includes('such as "7"'), true);
});

const scanned = (leftOut: readonly (readonly [string, number])[], more: Partial<Scanned> = {}) =>
  ({ rows: 2, leftOut: new Map(leftOut), texts: new Map(), ...more }) as unknown as Scanned;

Deno.test("an office that stands in the first row only is told from three blank rows for each that is read", () => {
  const names = ["County", "Office"];
  assertEquals(blankOffices("r.csv", names, 1, scanned([["", 6]])), [{
    file: "r.csv",
    column: "Office",
    expected: "the office in each row: fill the cells down",
    found: "blank cells in 6 rows beside 2 with an office that is read",
  }]);
  assertEquals(blankOffices("r.csv", names, 1, scanned([["", 5]])), []);
  assertEquals(blankOffices("r.csv", names, 1, scanned([["Sheriff", 6]])), []);
  assertEquals(blankOffices("r.csv", names, undefined, scanned([["", 6]])), []);
  assertEquals(blankOffices("r.csv", names, 1, scanned([["", 6]], { rows: 0 })), []);
});

Deno.test("a second header is told where its columns stand in another order, by the office or by the others", () => {
  const names = ["County", "Office", "Candidate"];
  const of = (office: string, texts: readonly (readonly [number, readonly string[]])[] = []) =>
    otherHeader(
      "r.csv",
      names,
      1,
      scanned([[office, 1]], {
        texts: new Map(texts.map(([at, values]) => [at, { values }])),
      } as unknown as Partial<Scanned>),
    ).map(({ column, found }) => [column, found]);
  const words = (name: string) =>
    `"${name}", a second header line whose columns stand in another order`;
  assertEquals(of("County"), [["Office", words("County")]]);
  assertEquals(of("Sheriff"), []);
  assertEquals(of(""), []);
  // The same header again is none of another order.
  assertEquals(of("OFFICE", [[0, ["Elm", "County"]], [2, ["Ada", "Candidate"]]]), []);
  assertEquals(of("OFFICE", [[0, ["Elm", "Candidate"]], [2, ["Ada", "County"]]]), [
    ["County", words("Candidate")],
  ]);
  assertEquals(of("OFFICE", [[0, ["Elm"]], [2, ["Ada", "County"]]]), [
    ["Candidate", words("County")],
  ]);
  assertEquals(of("Sheriff", [[2, ["Ada", "County"]]]), []);
  assertEquals(otherHeader("r.csv", names, undefined, scanned([["County", 1]])), []);
});

Deno.test("a year's nominees are those of the two parties, then all by their votes, no others among them", () => {
  const known = nomineesOf(2016)!;
  assertEquals([known.democrat, known.republican], ["Hillary Clinton", "Donald Trump"]);
  assertEquals(known.names.slice(0, 4), [
    "Hillary Clinton",
    "Donald Trump",
    "Gary Johnson",
    "Jill Stein",
  ]);
  assertEquals(known.names.filter((name) => /^others|none of/i.test(name)), []);
  assertEquals(nomineesOf(2016) === known, true);
  assertEquals([nomineesOf(1999), nomineesOf(1999)], [undefined, undefined]);
});
