/** What every gap of a skeleton begins with; the tests refuse a project in which it still stands. */
export const MISSING = "MISSING:";

/** Files with the structure that the house asks for, each gap marked, and what is left to do. */
export interface Skeleton {
  /** What each new file holds, by its path in the project. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines to add at the end of files that are there already, by path. */
  readonly appended?: Readonly<Record<string, string>>;
  /** What the author does next, in order. */
  readonly next: readonly string[];
}

/** A gap in the words of a reader of the file. */
export const gap = (what: string): string => `${MISSING} ${what}`;

/** A name of a file, such as `two_words`, as that of a value: `twoWords`. */
export const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A name of a file as that of a type: `TwoWords`. */
export const pascalCase = (name: string): string =>
  name.charAt(0).toUpperCase() + camelCase(name).slice(1);

/** A name of a file as words: `two words`. */
export const words = (name: string): string => name.replaceAll("_", " ");
