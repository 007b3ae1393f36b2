import type { ReturnsTable } from "../returns_table.ts";
import { clarityRows } from "./clarity.ts";
import { dominionJsonRows } from "./dominion.ts";
import { nistBallotRows } from "./nist_ballots.ts";
import { nistRows } from "./nist_results.ts";
import { plainTable } from "./plain_rows.ts";
import { jsonTree, xmlTree } from "./xml_tree.ts";

/** Reads XML and JSON of results systems; undefined where the text is no whole document of its kind. */
export function treeTable(kind: string, text: string, file: string): ReturnsTable | undefined {
  if (kind === "Dominion JSON") {
    const result = dominionJsonRows(file, new Map([[file, parsed(text)]]));
    return result === undefined ? undefined : plainTable(file, result);
  }
  const json = kind.endsWith("JSON");
  const whole = json ? parsed(text) : undefined;
  // A list of one report is the report.
  const content = Array.isArray(whole) && whole.length === 1 ? whole[0] : whole;
  if (Array.isArray(content)) return undefined;
  const root = json
    ? (content === undefined ? undefined : jsonTree("root", content))
    : xmlTree(text);
  if (root === undefined) return undefined;
  if (kind === "Clarity XML") return plainTable(file, clarityRows(file, root));
  return plainTable(file, kind.includes("CVR") ? nistBallotRows(file, root) : nistRows(root));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
