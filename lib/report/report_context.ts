import type { NumberIndex } from "./origins/number_index.ts";
import type { figureFile } from "../chart/figure_file.ts";

/** A table that a notebook read, with the hash of the bytes that it read. */
export interface TableRead {
  /** Path from the project's root: "data/state_returns.csv". */
  readonly path: string;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

/** The versions under which a notebook ran. */
export interface Versions {
  readonly deno: string;
  readonly library: string;
  /** SHA-256 of deno.lock, which pins every dependency. */
  readonly lock: string;
  /** The day of the library's version, as CITATION.cff has it. */
  readonly released?: string;
  /** The authors, as CITATION.cff has them. */
  readonly authors?: readonly string[];
  /** The license of code and text. */
  readonly license?: string;
}

/** A file of the report, its path relative to the report's folder. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** A link to another page of the report. */
export interface PageLink {
  readonly href: string;
  readonly title: string;
}

/** What a page says that is not in the notebook itself. */
export interface RenderContext {
  /** The notebook's name without extension: "01_popular_vote". */
  readonly name: string;
  /** The text of the notebook's file, given for download; none when absent. */
  readonly source?: string;
  readonly versions: Versions;
  /** What was noted when the notebook ran; absent when its outputs are taken as stored. */
  readonly run?: {
    /** The files of the project that it read. */
    readonly reads: readonly TableRead[];
    /** Files elsewhere on the machine that it read, which `--allow=read=PATH` gave it. */
    readonly outside?: readonly TableRead[];
    /** Files that it asked for and was refused. */
    readonly refused?: readonly string[];
    /** What else it asked for and was refused, each in words. */
    readonly denied?: readonly string[];
    /** What ran that may have read files which are not listed. */
    readonly unlisted?: readonly string[];
    /** What was missing of the wall around it, in words; null when nothing was. */
    readonly missingWall?: string | null;
    /** Whether this is what the notebook itself says of an earlier run. */
    readonly stored?: boolean;
    /** The permissions that were given back to it: "net", "write"; usually none. */
    readonly allowed: readonly string[];
  };
  /** The licenses of the tables, by path. */
  readonly licenses?: Readonly<Record<string, string>>;
  /** The report's version: its number in its folder, and its id. */
  readonly report?: { readonly number: number; readonly id: string };
  /** Where the report stands on the web, ending with a slash. */
  readonly address?: string;
  /** What went wrong when the notebook ran; the page says so at its top. */
  readonly failure?: string;
  readonly previous?: PageLink;
  readonly next?: PageLink;
  /** One file for itself: no links to files beside it, its fonts and pictures inside. */
  readonly standalone?: boolean;
  /** Where the notebook's numbers come from; absent, the page does not say. */
  readonly numbers?: NumberIndex;
  /** Addresses of all of the report's pages, so that no link leads nowhere. */
  readonly pages?: readonly string[];
  /** Live panels that go with this notebook. */
  readonly panels?: readonly PageLink[];
  /** Makes a figure's files; without it the drawing is offered as it is, and no PDF. */
  readonly convert?: typeof figureFile;
}
