import type { FigureRecord } from "../figure_record.ts";

/** A stretch of text in one look. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  readonly raised?: "sub" | "sup";
  /** Where a link leads: an address of the web. */
  readonly href?: string;
}

/** A cell of a table. */
export interface TableCellText {
  readonly text: string;
  readonly right: boolean;
}

/** A part of a document, free of any format. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[]; readonly quote?: boolean }
  | {
    readonly kind: "item";
    readonly runs: readonly Run[];
    readonly ordered: boolean;
    /** 0 for an item of an outermost list. */
    readonly depth: number;
    /** Its number in an ordered list, from 1. */
    readonly number: number;
  }
  | { readonly kind: "code"; readonly text: string }
  | {
    readonly kind: "table";
    readonly caption: string;
    readonly head: readonly TableCellText[];
    readonly rows: readonly (readonly TableCellText[])[];
    /** What stands below the rows: the source. */
    readonly foot: string;
    readonly number: number | null;
  }
  | {
    readonly kind: "figure";
    readonly figure: FigureRecord;
    readonly number: number;
    /** Whether its picture has title, caption and source in it; else they stand below as text. */
    readonly wordsInside?: boolean;
  }
  | { readonly kind: "bitmap"; readonly png: Uint8Array<ArrayBuffer>; readonly alt: string };
