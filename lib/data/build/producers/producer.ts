/** What is known of the producer of a group of raw files. */
export interface Producer {
  /** The start of the path of every file of the group. */
  readonly prefix: string;
  readonly title: string;
  readonly producer: string;
  readonly citation: string;
  /** Where the producer publishes it, where that is known. */
  readonly url?: string;
  /** Replaces the license and the note of the list of raw files. */
  readonly license?: string;
  readonly note?: string;
}

/** The license of what only states facts. */
export const FACTS = "none stated: facts of public record";
