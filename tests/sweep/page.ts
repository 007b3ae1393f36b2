import { Figure } from "../../lib/chart/figure.ts";
import { plainRows } from "../../lib/chart/csv.ts";
import type { Table } from "../../lib/display/table.ts";
import type { Shown } from "./notebook_module.ts";

/** A column of numbers that a page shows, by its heading. */
export interface NumberColumn {
  readonly label: string;
  readonly values: readonly number[];
}

/** One piece of a page. */
export interface Piece {
  readonly cell: number;
  readonly kind: "prose" | "table" | "figure" | "other";
  /** What a reader reads; of a figure its title, subtitle, caption and alternative text. */
  readonly text: string;
  readonly columns: readonly NumberColumn[];
  /** Of a figure: lines, shapes and words that are drawn. */
  readonly marks?: number;
}

const isTable = (value: object): value is Table => "html" in value && "text" in value;

const decode = (text: string) =>
  text.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&amp;", "&");

function tableColumns(html: string): NumberColumn[] {
  const labels = [...html.matchAll(/<th[^>]*>([\s\S]*?)<\/th>/g)].map((match) => decode(match[1]!));
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? "";
  const rows = [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map((row) =>
    [...row[1]!.matchAll(/<td([^>]*)>/g)].map((cell) => {
      const value = /data-value="([^"]*)"/.exec(cell[1]!)?.[1];
      return value === undefined ? NaN : Number(value);
    })
  );
  return labels.map((label, i) => ({
    label,
    values: rows.map((row) => row[i] ?? NaN).filter((value) => !Number.isNaN(value)),
  })).filter(({ values }) => values.length > 0);
}

function figureColumns(figure: Figure): NumberColumn[] {
  const rows = plainRows(figure.options.data) as readonly Record<string, unknown>[];
  return Object.keys(rows[0] ?? {}).map((label) => ({
    label,
    values: rows.map((row) => row[label]).filter((value) => typeof value === "number"),
  })).filter(({ values }) => values.length > 0);
}

/** A page as the pieces that a reader meets, in order. */
export function pageOf(shown: readonly Shown[]): Piece[] {
  return shown.map(({ cell, value }) => {
    if (typeof value === "string") return { cell, kind: "prose", text: value, columns: [] };
    if (value instanceof Figure) {
      const { title, subtitle, caption, alt } = value.options;
      const text = [title, subtitle, caption, alt].filter((part) => part).join("\n");
      const marks = value.toSvg().match(/<(?:path|rect|circle|line|polygon)\b/g)?.length ?? 0;
      return { cell, kind: "figure", text, columns: figureColumns(value), marks };
    }
    if (typeof value === "object" && value !== null) {
      if (isTable(value)) {
        return { cell, kind: "table", text: value.text, columns: tableColumns(value.html) };
      }
      if ("text" in value && typeof value.text === "string") {
        return { cell, kind: "prose", text: value.text, columns: [] };
      }
    }
    return { cell, kind: "other", text: "", columns: [] };
  });
}
