/** What kinds of things the report can be searched for. */
export const KINDS = [
  "Question",
  "Claim",
  "Panel",
  "Section",
  "Figure",
  "Table",
  "Number",
  "Data",
] as const;

/** A kind of thing that can be found. */
export type EntryKind = typeof KINDS[number];

/** A thing that can be found: what it is, where it is, and its words. */
export interface SearchEntry {
  readonly kind: EntryKind;
  readonly title: string;
  readonly href: string;
  /** What it says, in plain text. */
  readonly text: string;
}
