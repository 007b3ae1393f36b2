import { findState } from "../../states.ts";
import { isPresident } from "../president.ts";
import type { PlainResult, PlainRow } from "./plain_rows.ts";
import { allOf, childOf, textOf, type XmlNode } from "./xml_tree.ts";

/** A place of the standard: a state, a county, a precinct. */
interface Unit {
  readonly name: string;
  readonly type: string;
  readonly parts: readonly string[];
}

/** The identifier of an element, as version 1 or 2 writes the attribute. */
function idOf(node: XmlNode): string {
  return node.attributes.ObjectId ?? node.attributes.objectId ?? "";
}

/** Identifiers of an element that lists several in one text or in several elements. */
function idsOf(node: XmlNode, name: string): string[] {
  return node.children.filter((child) => child.name === name)
    .flatMap((child) => child.text.split(/\s+/)).filter((id) => id !== "");
}

/**
 * Reads NIST's common data format for results, SP 1500-100, versions 1 and 2, as XML or JSON:
 * contests whose selections count votes by reporting unit and type. A county's own counts beside
 * those of its precincts are recognized as sums later, as in every other layout.
 */
export function nistRows(root: XmlNode): PlainResult {
  const units = new Map<string, Unit>();
  for (const unit of allOf(root, "GpUnit")) {
    if (idOf(unit) === "") continue;
    units.set(idOf(unit), {
      name: textOf(unit, "Name"),
      type: textOf(unit, "Type"),
      parts: idsOf(unit, "ComposingGpUnitIds"),
    });
  }
  const above = new Map<string, string>();
  for (const [id, { type, parts }] of units) {
    if (type === "county") { for (const part of parts) above.set(part, id); }
  }
  const parties = new Map(
    allOf(root, "Party").map((party) => [idOf(party), textOf(party, "Name")]),
  );
  const candidates = new Map(
    allOf(root, "Candidate").map((candidate) => [idOf(candidate), {
      name: textOf(candidate, "BallotName"),
      party: parties.get(textOf(candidate, "PartyId")) ?? "",
    }]),
  );
  // A place without a path in its name is the only state's, where the report has one.
  const inStates = new Set(
    [...units.values()].flatMap(({ name, type }) =>
      type === "state" ? findState(name.split(";")[0]!.trim())?.po ?? [] : []
    ),
  );
  const [only] = inStates.size === 1 ? inStates : [];
  const elections = allOf(root, "Election");
  const contests = elections.length === 0
    ? allOf(root, "Contest").map((contest) => [root, contest] as const)
    : elections.flatMap((election) =>
      allOf(election, "Contest").map((contest) => [election, contest] as const)
    );
  const rows: PlainRow[] = [];
  const leftOut = new Map<string, number>();
  for (const [election, contest] of contests) {
    const when = { ...(only === undefined ? {} : { state: only }), ...yearOf(election) };
    const office = textOf(contest, "Name");
    const selections = [
      ...allOf(contest, "ContestSelection"),
      ...allOf(contest, "BallotSelection"),
    ];
    if (!isPresident(office.replace(/\([A-Z]{2}\)/, ""))) {
      leftOut.set(office, (leftOut.get(office) ?? 0) + selections.length);
      continue;
    }
    for (const selection of selections) {
      const named = idsOf(selection, "CandidateIds").map((id) => candidates.get(id))
        .filter((candidate) => candidate !== undefined);
      const writeIn = textOf(selection, "IsWriteIn") === "true";
      const candidate = named[0]?.name ?? (writeIn ? "Write-ins" : textOf(selection, "Selection"));
      for (const counts of allOf(selection, "VoteCounts")) {
        const unit = units.get(textOf(counts, "GpUnitId"));
        rows.push({
          ...when,
          ...placeOf(textOf(counts, "GpUnitId"), unit, units, above),
          office,
          candidate,
          party: named[0]?.party ?? "",
          mode: textOf(counts, "Type"),
          votes: wholeOf(textOf(counts, "Count")),
          line: counts.line,
        });
      }
    }
    for (const other of allOf(contest, "OtherCounts")) {
      const unit = units.get(textOf(other, "GpUnitId"));
      for (const kind of ["Overvotes", "Undervotes"]) {
        if (childOf(other, kind) === undefined) continue;
        rows.push({
          ...when,
          ...placeOf(textOf(other, "GpUnitId"), unit, units, above),
          office,
          candidate: kind,
          votes: wholeOf(textOf(other, kind)),
          line: other.line,
        });
      }
    }
  }
  return { rows, leftOut };
}

/** The year of an election; a writer that does not know the date puts the year 1900. */
function yearOf(election: XmlNode): { year?: string } {
  const date = /(\d{4})-\d\d-\d\d/.exec(
    allOf(election, "StartDate")[0]?.text ?? allOf(election, "EndDate")[0]?.text ?? "",
  )?.[1];
  return date === undefined || date === "1900" ? {} : { year: date };
}

/** A count without the zeros that some writers put behind it: "12.0". */
function wholeOf(count: string): string {
  return count.replace(/\.0+$/, "");
}

function placeOf(
  id: string,
  unit: Unit | undefined,
  units: ReadonlyMap<string, Unit>,
  above: ReadonlyMap<string, string>,
): Pick<PlainRow, "state" | "county" | "precinct"> {
  if (unit === undefined) return { precinct: id };
  // Some writers give the whole path: "Wyoming;Albany County".
  const path = unit.name.split(";").map((part) => part.trim());
  const own = path.at(-1)!;
  const state = findState(path[0]!)?.po;
  const known = state === undefined ? {} : { state };
  if (unit.type === "state" || state !== undefined && path.length === 1) return known;
  if (unit.type === "county") return { ...known, county: own };
  const county = units.get(above.get(id) ?? "")?.name.split(";").at(-1)?.trim() ??
    (path.length > 2 ? path[1] : undefined);
  return { ...known, ...(county === undefined ? {} : { county }), precinct: own };
}
