import {
  callAt,
  calleeName,
  type CallNode,
  type CellSyntax,
  functionAround,
} from "./cell_syntax.ts";
import type { PositionOf } from "./cell_positions.ts";

/** A call in a cell. */
export interface CallSite {
  readonly cell: CellSyntax;
  readonly node: CallNode;
}

interface Frame {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

function frameOf(text: string): Frame {
  const [, name = "", line, column] = /^(?:(\S+) )?(\d+):(\d+)$/.exec(text) ?? [];
  return { name: name.split(".").at(-1)!, line: Number(line), column: Number(column) };
}

/** Finds the calls in a notebook's cells that a stored path names: the kernel says where, not in which cell. */
export class CallSites {
  readonly #cells: readonly CellSyntax[];
  readonly #positions: readonly PositionOf[];

  /** `positions` belong to `cells`, one each. */
  constructor(cells: readonly CellSyntax[], positions: readonly PositionOf[]) {
    this.#cells = cells;
    this.#positions = positions;
  }

  #at(place: number, { name, line, column }: Frame): CallSite | null {
    const cell = this.#cells[place]!;
    const offset = this.#positions[place]!(line, column);
    const node = offset === null ? null : callAt(cell, offset);
    // The function around the call is the one that the frame names.
    return node === null || (functionAround(node) ?? "") !== name ? null : { cell, node };
  }

  /**
   * The calls of a path, the innermost first; null where the cells have no such calls.
   *
   * @param last The cell that ran, the last that can have been in it.
   * @param callee The name of what the innermost call calls, where it is known.
   */
  find(path: readonly string[], last: CellSyntax, callee?: string): CallSite[] | null {
    const frames = path.map(frameOf);
    const places = this.#cells.flatMap((cell, i) => cell.index <= last.index ? [i] : []).reverse();
    let best: { sites: CallSite[]; score: number } | null = null;
    for (const outer of places) {
      const first = frames.length === 0 ? null : this.#at(outer, frames.at(-1)!);
      if (first === null || functionAround(first.node) !== null) continue;
      const sites = [first];
      for (const frame of frames.slice(0, -1).reverse()) {
        const near = this.#cells.indexOf(sites[0]!.cell);
        const found = [near, ...places.filter((place) => place !== near && place <= outer)]
          .map((place) => this.#at(place, frame)).find((site) => site !== null);
        if (found === undefined) break;
        sites.unshift(found!);
      }
      if (sites.length < frames.length) continue;
      const named = callee !== undefined && calleeName(sites[0]!.node).getText() === callee;
      const score = (named ? 2 : 0) + (outer === places[0] ? 1 : 0);
      if (best === null || score > best.score) best = { sites, score };
    }
    return best?.sites ?? null;
  }
}
