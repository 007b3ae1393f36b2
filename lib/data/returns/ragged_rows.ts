import type { ReturnsProblem } from "./problem.ts";
import type { ScanPlan } from "./scan_plan.ts";

/** Rows with too many or too few cells, those with equally many as one problem. */
export class RaggedRows {
  readonly #plan: ScanPlan;
  readonly #lines = new Map<string, number[]>();

  constructor(plan: ScanPlan) {
    this.#plan = plan;
  }

  /** @param cut Whether the row is the file's last and has no line end. */
  add(cells: number, line: number, cut: boolean): void {
    const found = cut && cells < this.#plan.uses.length
      ? `${cells} in the last row: the file seems to be cut off`
      : `${cells}`;
    const lines = this.#lines.get(found);
    if (lines === undefined) this.#lines.set(found, [line]);
    else lines.push(line);
  }

  problems(): ReturnsProblem[] {
    return [...this.#lines].map(([found, lines]) => ({
      file: this.#plan.file,
      row: lines[0]!,
      rows: lines,
      expected: `${this.#plan.uses.length} cells`,
      found,
      option: "cells",
    }));
  }
}
