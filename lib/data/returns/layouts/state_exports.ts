import { headerName } from "../fields.ts";
import type { Header } from "../header.ts";

/**
 * The columns of the precinct files that Florida's counties send to the Division of Elections, as
 * rule 1S-2.053 of its administrative code lists them; the files have tabs and no header.
 */
const FLORIDA = [
  "County Code",
  "County",
  "Election Number",
  "Election Date",
  "Election Name",
  "Precinct",
  "Precinct Location",
  "Registered Voters",
  "Registered Republicans",
  "Registered Democrats",
  "Registered Others",
  "Office",
  "District",
  "Contest Code",
  "Candidate",
  "Party",
  "Candidate Voter Number",
  "Candidate Number",
  "Votes",
] as const;

/** The header that Florida's precinct files lack, if these are one's first bytes. */
export function floridaHeader(head: Uint8Array): Header | undefined {
  const [line = ""] = new TextDecoder("latin1").decode(head.subarray(0, 4096)).split(/\r?\n/);
  const cells = line.split("\t").map((cell) => cell.trim());
  const told = cells.length === FLORIDA.length && /^[A-Z]{3}$/.test(cells[0]!) &&
    /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(cells[3]!) && /^\d+$/.test(cells[18]!);
  if (!told) return undefined;
  return { names: FLORIDA, delimiter: 0x09, carriageReturns: false, end: 0, line: 0, state: "FL" };
}

/** Columns that only the county files of Michigan's Bureau of Elections have together. */
const MICHIGAN = ["countycode", "officedescription", "candidatelastname", "candidateformername"];

/** The state whose own layout a header is, as its postal code. */
export function stateOfHeader(header: readonly string[]): string | undefined {
  const names = new Set(header.map(headerName));
  return MICHIGAN.every((name) => names.has(name)) ? "MI" : undefined;
}
