import { assertEquals } from "@std/assert";
import { DelimitedScanner } from "../../../lib/data/returns/delimited_scanner.ts";
import type { ColumnUse, Scanned, ScanPlan } from "../../../lib/data/returns/scan_plan.ts";

const encoder = new TextEncoder();

/** Scans text below a header on line 1, in chunks of these sizes, over and over. */
export function scan(
  text: string,
  plan: Partial<ScanPlan>,
  chunks: readonly number[] = [1 << 20],
): Scanned {
  const uses = plan.uses ?? ["text", "count"];
  const scanner = new DelimitedScanner({
    file: "r.csv",
    delimiter: 0x2c,
    carriageReturns: false,
    names: uses.map((_, column) => `column ${column}`),
    headerLine: 1,
    rows: 0,
    ...plan,
    uses,
  });
  const bytes = encoder.encode(text);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = chunks[turn % chunks.length]!;
    scanner.push(bytes.slice(at, at + size));
    at += size;
  }
  return scanner.end();
}

/** The cells of a row as texts: of a count its digits, or what stands there instead. */
function row(scanned: Scanned, uses: readonly ColumnUse[], at: number): (string | null)[] {
  return uses.map((use, column) => {
    if (use === "skip") return null;
    if (use === "text") {
      const { codes, values } = scanned.texts.get(column)!;
      return values[codes[at]!]!;
    }
    const { values, odd } = scanned.counts.get(column)!;
    assertEquals(odd.has(at), Number.isNaN(values[at]));
    return odd.get(at) ?? String(values[at]);
  });
}

/** All rows as texts. */
export const rowsOf = (scanned: Scanned, uses: readonly ColumnUse[]): (string | null)[][] =>
  Array.from({ length: scanned.rows }, (_, at) => row(scanned, uses, at));
