import {
  ORIGINS_MEDIA_TYPE,
  type StoredNumber,
  type StoredOrigins,
} from "../../display/origins.ts";
import type { PageOutput } from "../notebook_document.ts";

/** The origins stored beside an output; null where there are none that can be read. */
export function readOrigins(output: PageOutput): StoredOrigins | null {
  const text = output.kind === "data" ? output.data[ORIGINS_MEDIA_TYPE] : undefined;
  if (typeof text !== "string") return null;
  let stored: StoredOrigins;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  const isText = (value: unknown): value is string => typeof value === "string";
  const isPath = (value: unknown) =>
    value === undefined || Number.isInteger(value) && Array.isArray(stored.paths[value as number]);
  const isPrint = ({ value, by, digits, path }: Partial<StoredNumber>) =>
    by === undefined
      ? true
      : isText(by) && typeof value === "number" && Number.isInteger(digits) && isPath(path);
  const whole = typeof stored === "object" && stored !== null && stored.version === 1 &&
    Array.isArray(stored.paths) && Array.isArray(stored.numbers) && Array.isArray(stored.reads) &&
    ["prose", "table", "figure"].includes(stored.shown) && isPath(stored.path) &&
    stored.paths.every((path) => Array.isArray(path) && path.every(isText)) &&
    stored.numbers.every((number) =>
      isText(number.in) && isText(number.text) && Number.isInteger(number.place) && isPrint(number)
    ) &&
    (stored.columns ?? []).every((column) => isText(column.key) && isPrint(column)) &&
    stored.reads.every(({ table, choice, path }) =>
      isText(table) && typeof choice === "object" && choice !== null && isPath(path)
    );
  return whole ? stored : null;
}
