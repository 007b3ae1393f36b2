import { type FecWorkbook, fecWorkbooks, readFecLines, readFecTotals } from "./fec_workbook.ts";
import type { RawFolder } from "./raw_folder.ts";
import type { ReturnsLine } from "./returns_lines.ts";

/** Parties where the FEC's first label is not the one that the nation knew. */
const NATIONAL_PARTY: Readonly<Record<string, string>> = {
  "2004 Ralph Nader": "Independent",
  "2016 Evan McMullin": "Independent",
  "2016 Gloria La Riva": "Socialism and Liberation",
  "2016 Roque De La Fuente": "Reform",
  "2016 Laurence Kotlikoff": "Independent",
  "2016 Mike Smith": "Independent",
};

function partiesOf(raw: RawFolder, workbook: FecWorkbook): Map<string, string> {
  const parties = new Map<string, string>();
  for (const { name, party } of readFecTotals(raw, workbook)) {
    if (party === null) continue;
    parties.set(
      name,
      NATIONAL_PARTY[`${workbook.year} ${name}`] ?? party.replace(/^Democrat$/, "Democratic"),
    );
  }
  return parties;
}

/** The returns of the years for which the FEC's workbook is at hand: 2004, 2008, 2012, 2016. */
export function fecReturns(raw: RawFolder): ReturnsLine[] {
  return fecWorkbooks.flatMap((workbook) => {
    const parties = partiesOf(raw, workbook);
    return readFecLines(raw, workbook).map((line) => ({
      ...line,
      year: workbook.year,
      party: parties.get(line.name) ?? null,
      status: workbook.year === 2016 && line.statePo === "WI" ? "recount" : "certified",
      source: workbook.file,
    }));
  });
}
