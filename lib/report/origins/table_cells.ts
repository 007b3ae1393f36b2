import { textOfMarkup } from "../../display/entities.ts";

/** A cell of a table's body. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Its number, where it is one. */
  readonly value?: number;
}

/** The cells of the body of a table as `table` of tallybook/display writes it. */
export function tableCells(html: string): TableCell[] {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? "";
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].flatMap(([, cells], row) =>
    [...cells!.matchAll(/<td([^>]*)>([\s\S]*?)<\/td>/g)].map(([, attributes, inner], column) => {
      const value = /data-value="([^"]*)"/.exec(attributes!)?.[1];
      return {
        row,
        column,
        text: textOfMarkup(inner!),
        ...(value === undefined ? {} : { value: Number(value) }),
      };
    })
  );
}
