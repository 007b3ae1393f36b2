import type { ReturnsTable } from "../returns_table.ts";
import { clarityRows } from "./clarity.ts";
import { dominionJsonRows } from "./dominion.ts";
import { parsedJson } from "./json_records.ts";
import { nistBallotRows } from "./nist_ballots.ts";
import { nistRows } from "./nist_results.ts";
import { plainTable } from "./plain_rows.ts";
import { declaresEntities, jsonTree, xmlTree } from "./xml_tree.ts";

/** Reads XML and JSON of results systems; undefined where the text is no whole document of its kind. */
export function treeTable(kind: string, text: string, file: string): ReturnsTable | undefined {
  if (kind === "Dominion JSON") {
    const result = dominionJsonRows(file, new Map([[file, parsedJson(text)]]));
    return result === undefined ? undefined : plainTable(file, result);
  }
  const json = kind.endsWith("JSON");
  const whole = json ? parsedJson(text) : undefined;
  // A list of one report is the report.
  const content = Array.isArray(whole) && whole.length === 1 ? whole[0] : whole;
  if (Array.isArray(content)) return undefined;
  const root = json
    ? (content === undefined ? undefined : jsonTree("root", content))
    : xmlTree(text);
  if (root === undefined) return undefined;
  const result = kind === "Clarity XML"
    ? clarityRows(file, root)
    : kind.includes("CVR")
    ? nistBallotRows(file, root)
    : nistRows(root);
  if (json || !declaresEntities(text)) return plainTable(file, result);
  const problem = {
    file,
    expected: "XML whose names and counts stand where they are used",
    found: "a document type that declares entities: what they stand for is not read",
  };
  return plainTable(file, { ...result, problems: [...result.problems ?? [], problem] });
}
