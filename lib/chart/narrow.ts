import { textProblems } from "./text_problems.ts";
import type { ComposedSvg } from "./compose.ts";

/** A drawing for phones, as a notebook's output stores it beside the wide one. */
export interface NarrowDrawing {
  /** The drawing. */
  readonly svg: string;
  /** Its width in pixels. */
  readonly width: number;
  /** Its height in pixels. */
  readonly height: number;
}

/** The room of a figure on a page of 390 pixels, so that type keeps its size there. */
export const NARROW_WIDTH = 346;

/** Longer drawings, of many thousand marks, would weigh twice what a page should. */
const LONGEST = 200_000;

/**
 * A figure drawn for phones, where it can be: without title and source, which stand beside it on a
 * page. Null where a chart's words overlap or leave the picture at that width, or its drawing
 * refuses the width; then a page scales the wide drawing.
 */
export function narrowDrawing(draw: () => ComposedSvg): NarrowDrawing | null {
  let drawn: ComposedSvg;
  try {
    drawn = draw();
  } catch (cause) {
    // What holds at the full width and not at this one is a matter of room.
    if (cause instanceof RangeError || cause instanceof TypeError) return null;
    throw cause;
  }
  const { svg, width, height } = drawn;
  return svg.length > LONGEST || textProblems(svg).length > 0 ? null : { svg, width, height };
}
