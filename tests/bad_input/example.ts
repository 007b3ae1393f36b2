/** A valid call of an exported function: what the bad values are put into. */
export interface Example {
  /** The arguments of a call that has an answer; made anew for each call. */
  readonly args: () => unknown[];
  /** Fields of the answer that may be infinite, as documented. "answer" stands for the answer itself. */
  readonly infinite?: readonly string[];
  /** Positions of arguments that are options: an unknown name in them must be refused. */
  readonly options?: readonly number[];
  /** For a class: the methods to call on an instance, with their arguments. */
  readonly methods?: Readonly<Record<string, () => unknown[]>>;
}

/** Examples by the name of the export. */
export type Examples = Readonly<Record<string, Example>>;
