/**
 * Prose, numbers and tables as readers see them.
 *
 * @module
 */
export { count, day, decimal, inPoints, list, percent } from "./format.ts";
export type { FormatOptions } from "./format.ts";
export { keyNumbers } from "./key_numbers.ts";
export type { KeyNumber, KeyNumbersOptions } from "./key_numbers.ts";
export { literature } from "./literature.ts";
export type { CitedWork } from "./literature.ts";
export { md } from "./markdown.ts";
export type { Markdown } from "./markdown.ts";
export { table } from "./table.ts";
export type { ColumnOf, Table, TableColumn, TableOptions } from "./table.ts";
