import type { RenderFunction } from "@observablehq/plot";
import type { UsMap } from "./us_atlas.ts";
import { theme } from "./theme.ts";

type Position = readonly [number, number];

/** A line on the grid as relative steps: integers, four or five characters a point. */
function relativePath(points: readonly Position[], close: boolean): string {
  // A ring's last point is its first again: the z draws that side.
  const corners = close ? points.slice(0, -1) : points;
  let [x, y] = corners[0]!.map(Math.round) as [number, number];
  let path = `M${x},${y}l`;
  for (const [nextX, nextY] of corners.slice(1)) {
    const dx = Math.round(nextX) - x;
    const dy = Math.round(nextY) - y;
    if (dx === 0 && dy === 0) continue;
    path += `${path.endsWith("l") || dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : ","}${dy}`;
    x += dx;
    y += dy;
  }
  if (path.endsWith("l")) return "";
  return close ? `${path}z` : path;
}

/** The smallest element interface that drawing a map needs. */
interface Node {
  setAttribute(name: string, value: string): void;
  appendChild(child: unknown): void;
}

/**
 * A mark that draws a map's shapes, one path a color: the fewer elements, the smaller the file.
 *
 * @param colorOf The color of a shape, by FIPS code.
 * @param top Where the map starts within the panel.
 */
export function mapMark(map: UsMap, colorOf: (fips: string) => string, top = 0): RenderFunction {
  return (_index, _scales, _values, _dimensions, context) => {
    const document = context.document as unknown as {
      createElementNS(namespace: string, name: string): Node;
    };
    const create = (name: string, attributes: Readonly<Record<string, string>>) => {
      const node = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
      return node;
    };
    const group = create("g", {
      transform: `translate(0,${top}) scale(${map.step})`,
      "stroke-linejoin": "round",
    });
    const byColor = new Map<string, string>();
    for (const shape of map.shapes) {
      const color = colorOf(shape.fips);
      const path = shape.rings.filter((ring) => ring.length > 3)
        .map((ring) => relativePath(ring, true)).join("");
      byColor.set(color, (byColor.get(color) ?? "") + path);
    }
    const thin = map.shapes.length > 500 ? 0.35 : 1.2;
    for (const color of [...byColor.keys()].sort()) {
      group.appendChild(create("path", {
        fill: color,
        stroke: theme.background,
        "stroke-width": String(thin),
        d: byColor.get(color)!,
      }));
    }
    group.appendChild(create("path", {
      fill: "none",
      stroke: map.place === undefined ? theme.background : theme.rule,
      "stroke-width": map.place === undefined ? "1.6" : "1",
      d: map.borders.map((line) => relativePath(line, false)).join(""),
    }));
    return group as unknown as ReturnType<RenderFunction>;
  };
}
