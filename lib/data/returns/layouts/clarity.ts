import { findState } from "../../states.ts";
import { countCell } from "../count_cells.ts";
import { isPresident } from "../president.ts";
import type { ReturnsProblem } from "../problem.ts";
import type { PlainResult, PlainRow } from "./plain_rows.ts";
import { allOf, textOf, type XmlNode } from "./xml_tree.ts";
import { inVotes } from "../../in_votes.ts";

/** A count that can be read as it stands, or with a sign between thousands; NaN for another. */
const countOf = (votes: string): number => countCell(votes.trim()).count ?? NaN;

/** A count as it is said, and what cannot be read as it stands there. */
const inWords = (votes: string): string =>
  Number.isNaN(countOf(votes)) ? `"${votes}"` : countOf(votes).toLocaleString("en");

/**
 * Reads the detail XML of Clarity (Scytl, now SOE): contests with choices, each choice's votes by
 * type (mode of voting) and by county or precinct. Vote types that belong to the contest itself are
 * overvotes and undervotes. Sums that the file states are held against its parts.
 */
export function clarityRows(file: string, root: XmlNode): PlainResult {
  const region = textOf(root, "Region");
  const date = /(\d{4})/.exec(textOf(root, "ElectionDate"))?.[1] ?? "";
  const state = findState(region)?.po ?? "";
  const rows: PlainRow[] = [];
  const problems: ReturnsProblem[] = [];
  const leftOut = new Map<string, number>();
  const base = {
    ...(date === "" ? {} : { year: date }),
    ...(state === "" ? {} : { state }),
    ...(state === "" && region !== "" ? { county: region } : {}),
  };
  const place = (unit: XmlNode) =>
    unit.name === "County"
      ? { county: unit.attributes.name ?? "" }
      : { precinct: unit.attributes.name ?? "" };
  for (const contest of allOf(root, "Contest")) {
    const office = contest.attributes.text ?? "";
    const choices = contest.children.filter(({ name }) => name === "Choice");
    if (!isPresident(office)) {
      leftOut.set(office, (leftOut.get(office) ?? 0) + choices.length);
      continue;
    }
    const add = (type: XmlNode, candidate: string, party: string) => {
      const mode = type.attributes.name ?? "";
      const shared = { ...base, office, candidate, party, mode };
      const units = type.children.filter(({ name }) => name === "County" || name === "Precinct");
      if (units.length === 0) {
        rows.push({ ...shared, votes: type.attributes.votes ?? "", line: type.line });
        return;
      }
      let sum = 0;
      for (const unit of units) {
        const votes = unit.attributes.votes ?? "";
        sum += countOf(votes);
        rows.push({ ...shared, ...place(unit), votes, line: unit.line });
      }
      const stated = type.attributes.votes;
      // Where a count cannot be read, that is the problem.
      if (stated !== undefined && !Number.isNaN(sum) && countOf(stated) !== sum) {
        problems.push({
          file,
          row: type.line,
          expected: `the sum of its places, ${sum.toLocaleString("en")}`,
          found: `${mode} of ${candidate}: ${inVotes(inWords(stated))}`,
          option: "totals",
        });
      }
    };
    for (const choice of choices) {
      const types = choice.children.filter(({ name }) => name === "VoteType");
      const candidate = choice.attributes.text ?? "";
      for (const type of types) add(type, candidate, choice.attributes.party ?? "");
      const stated = choice.attributes.totalVotes;
      const sum = types.reduce((total, type) => total + countOf(type.attributes.votes ?? "0"), 0);
      const told = stated !== undefined && types.length > 0 && !Number.isNaN(sum);
      if (told && countOf(stated) !== sum) {
        problems.push({
          file,
          row: choice.line,
          expected: `the sum of its types of votes, ${sum.toLocaleString("en")}`,
          found: `${candidate} with ${inVotes(inWords(stated))} in all`,
          option: "totals",
        });
      }
    }
    for (const type of contest.children.filter(({ name }) => name === "VoteType")) {
      const name = type.attributes.name ?? "";
      const units = type.children.filter((unit) => unit.attributes.votes !== undefined);
      for (const unit of units) {
        rows.push({
          ...base,
          ...place(unit),
          office,
          candidate: name,
          votes: unit.attributes.votes!,
          line: unit.line,
        });
      }
    }
  }
  return { rows, problems, leftOut };
}
