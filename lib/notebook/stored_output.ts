/**
 * What a message of the kernel becomes in a notebook's file: whatever a cell broadcasts, the file
 * stays one that Jupyter opens (https://nbformat.readthedocs.io/en/latest/format_description.html).
 */
import { lines, type Output } from "./notebook_file.ts";

type Content = Readonly<Record<string, unknown>>;

/** Types whose text the format stores as lines, besides those that start with "text/". */
const LINE_TYPES = new Set(["image/svg+xml", "application/javascript"]);
/** Types whose value may be anything; all others are texts. */
const JSON_TYPE = /^application\/(?:.*\+)?json$/;

const isObject = (value: unknown): value is Content =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** A value as the text that the format wants; nothing of it is lost. */
function text(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "" : JSON.stringify(value);
}

const object = (value: unknown): Content => isObject(value) ? value : {};

/** A MIME bundle as the file stores it. */
export function storedBundle(data: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object(data)).map(([type, value]) => {
      if (typeof value === "string") {
        const inLines = type.startsWith("text/") || LINE_TYPES.has(type);
        return [type, inLines ? lines(value) : value];
      }
      return [type, JSON_TYPE.test(type) || isTexts(value) ? value : text(value)];
    }),
  );
}

/** The number of an execution; null for what is none. */
export function executionCount(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}

/** A display's metadata. */
export const storedMetadata = (content: Content): Content => object(content["metadata"]);

/** A display that was shown, or the value of a cell. */
export function storedDisplay(kind: "display_data" | "execute_result", content: Content): Output {
  return {
    output_type: kind,
    ...(kind === "display_data"
      ? {}
      : { execution_count: executionCount(content["execution_count"]) }),
    data: storedBundle(content["data"]),
    metadata: storedMetadata(content),
  };
}

/** An error. */
export function storedError({ ename, evalue, traceback }: Content): Output {
  return {
    output_type: "error",
    ename: text(ename ?? "Error"),
    evalue: text(evalue ?? ""),
    traceback: (Array.isArray(traceback) ? traceback : [traceback ?? []].flat()).map(text),
  };
}

/** The stream that a text goes to, and the text. */
export function streamed(content: Content): { name: "stdout" | "stderr"; text: string } {
  return {
    name: content["name"] === "stderr" ? "stderr" : "stdout",
    text: text(content["text"]),
  };
}

/** The id under which a display can be changed later; null for none. */
export function displayId(content: Content): string | null {
  const id = object(content["transient"])["display_id"];
  return typeof id === "string" ? id : null;
}
