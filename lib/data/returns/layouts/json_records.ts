import { isTooDeep } from "./xml_tree.ts";

/** What JSON holds; undefined where it is damaged, or stands in itself beyond all use. */
export function parsedJson(text: string): unknown {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isTooDeep(content) ? undefined : content;
  } catch {
    return undefined;
  }
}

type Scalar = string | number | boolean | null | undefined;

/**
 * Records of JSON as a grid with their members' names above: a list of flat objects, or an object
 * with one such list in it. Undefined for other JSON.
 */
export function recordGrid(text: string): string[][] | undefined {
  const content = parsedJson(text);
  const lists = Array.isArray(content)
    ? [content]
    : typeof content === "object" && content !== null
    ? Object.values(content).filter(Array.isArray)
    : [];
  const [records] = lists;
  if (lists.length !== 1 || !records!.every(isFlat) || records!.length === 0) return undefined;
  const rows = records as Readonly<Record<string, Scalar>>[];
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [names, ...rows.map((row) => names.map((name) => String(row[name] ?? "").trim()))];
}

function isFlat(record: unknown): boolean {
  return typeof record === "object" && record !== null && !Array.isArray(record) &&
    Object.values(record).every((cell) => typeof cell !== "object" || cell === null);
}
