import { linearScale, tickValues } from "../../chart/scale.ts";
import { count } from "../../display/format.ts";
import { line, linePath, type Shape } from "./shape.ts";

const LEFT = 46;
const BOTTOM = 44;

/** Room above the scale for what it measures. */
const TOP = 32;

/** Curves are drawn through at most so many points: more are not seen. */
const POINTS = 400;

/** The measured risk after each draw, from 100 percent at none, on a logarithmic scale, and its limit. */
export function riskCurve(
  risks: readonly number[],
  limit: number,
  width: number,
  height: number,
): Shape[] {
  const x = linearScale([0, risks.length], [LEFT, width - 16]);
  const least = Math.min(limit, risks.at(-1) ?? 1);
  const log = linearScale([Math.log10(least * 0.8), 0], [height - BOTTOM, TOP]);
  const y = (risk: number) => log(Math.log10(risk));
  const every = Math.max(1, Math.ceil(risks.length / POINTS));
  const points = [[x(0), y(1)] as const];
  risks.forEach((risk, i) => {
    if ((i + 1) % every === 0 || i === risks.length - 1) points.push([x(i + 1), y(risk)]);
  });
  const text = (
    at: number,
    down: number,
    words: string,
    look: string,
    anchor: "start" | "middle" | "end",
  ) => ({ kind: "text", x: at, y: down, text: words, anchor, look }) as const;
  return [
    ...[1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].filter((risk) => risk >= least * 0.8).flatMap((
      risk,
    ) => [
      line(LEFT, y(risk), width - 16, y(risk), "grid"),
      text(LEFT - 6, y(risk) + 4, `${Math.round(100 * risk)}%`, "tick", "end"),
    ]),
    line(LEFT, y(limit), width - 16, y(limit), "guide"),
    text(LEFT + 4, y(limit) - 5, "risk limit", "label", "start"),
    { kind: "path", d: linePath(points), look: "range" },
    ...tickValues([0, risks.length], width < 500 ? 3 : 6).filter(Number.isInteger).map((draws) =>
      text(x(draws), height - BOTTOM + 18, count(draws), "tick", "middle")
    ),
    text(width - 16, height - 8, "Cards drawn →", "title", "end"),
    text(4, 13, "↑ Measured risk", "title", "start"),
  ];
}
