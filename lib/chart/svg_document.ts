import { parseHTML } from "linkedom";
import { escaped } from "../display/entities.ts";

/** The part of an SVG element that composing a figure needs. */
export interface SvgElement {
  readonly tagName: string;
  readonly children: Iterable<SvgElement>;
  readonly innerHTML: string;
  readonly outerHTML: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  remove(): void;
}

/** A document without a browser, as far as this project needs to know it. */
export type SvgDocument = Readonly<Record<string, unknown>>;

let shared: SvgDocument | undefined;

/** The document that Observable Plot draws in: one for all, as drawings never stay in it. */
export function svgDocument(): SvgDocument {
  const parsed = () => parseHTML("<!doctype html><html><body></body></html>") as unknown;
  return shared ??= (parsed() as { document: SvgDocument }).document;
}

/** A text made safe for an SVG's text or attributes. */
export function escapeXml(text: string): string {
  // Control characters are not allowed in XML, not even escaped.
  // deno-lint-ignore no-control-regex
  return escaped(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, ""));
}

/** A coordinate as an SVG writes it: two decimals at most, no negative zero. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
