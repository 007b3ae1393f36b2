/** Shapes that marks and legends share. */
export type SymbolName = "circle" | "square" | "triangle" | "diamond" | "cross" | "star";

/**
 * The path of a symbol around the origin. Sizes are set so that the shapes look equally large.
 *
 * @param name The shape.
 * @param radius Half the circle's width in pixels.
 */
export function symbolPath(name: SymbolName, radius: number): string {
  const at = (x: number, y: number) => `${round(x * radius)},${round(y * radius)}`;
  switch (name) {
    case "circle":
      return `M${at(1, 0)}A${at(1, 1)} 0 1 1 ${at(-1, 0)}A${at(1, 1)} 0 1 1 ${at(1, 0)}Z`;
    case "square":
      return polygon([[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]], at);
    case "triangle":
      return polygon([[0, -1.2], [1.15, 0.85], [-1.15, 0.85]], at);
    case "diamond":
      return polygon([[0, -1.3], [1.1, 0], [0, 1.3], [-1.1, 0]], at);
    case "cross":
      return `M${at(-0.9, -0.9)}L${at(0.9, 0.9)}M${at(-0.9, 0.9)}L${at(0.9, -0.9)}`;
    case "star":
      return polygon(
        Array.from({ length: 10 }, (_, i) => {
          const length = i % 2 === 0 ? 1.35 : 0.6;
          const angle = (i * Math.PI) / 5 - Math.PI / 2;
          return [length * Math.cos(angle), length * Math.sin(angle)] as const;
        }),
        at,
      );
  }
}

const round = (value: number) => Math.round(value * 100) / 100 + 0;

function polygon(
  corners: readonly (readonly [number, number])[],
  at: (x: number, y: number) => string,
): string {
  return `M${corners.map(([x, y]) => at(x, y)).join("L")}Z`;
}
