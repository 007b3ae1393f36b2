import type { ReadReturnsOptions } from "../../../data/returns/read_checked.ts";
import type { Inspected } from "../inspect_bytes.ts";

/** What the page asks of its worker. */
export interface Asked {
  readonly file: File;
  readonly options: ReadReturnsOptions;
  /** The known totals as the page carries them. */
  readonly packed: string;
}

/** What the worker tells the page. */
export type Told =
  | { readonly percent: number }
  | { readonly inspected: Inspected }
  | { readonly failure: string };
