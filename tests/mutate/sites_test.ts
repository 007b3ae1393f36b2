import { assertEquals } from "@std/assert";
import { draw } from "./mutate.ts";
import { mutantsOf, withMutant } from "./sites.ts";

const SOURCE = `import { a } from "./a.ts";
interface B { readonly c: 1 }
/** Text. */
export function f(x: number): number {
  if (x < 2) return x + 1;
  note("x" + x);
  return x === 3 ? 0.5 : a;
}
`;

Deno.test("mutantsOf() finds operators, boundaries, constants, conditions, returns and statements", () => {
  const found = mutantsOf(SOURCE, "lib/x/y.ts");
  assertEquals(
    found.map(({ line, kind, before, after }) => `${line} ${kind}: ${before} → ${after}`).sort(),
    [
      "5 boundary: < → <=",
      "5 condition: x < 2 → !(x < 2)",
      "5 constant: 1 → 2",
      "5 constant: 2 → 3",
      "5 operator: + → -",
      "5 return: x + 1 → undefined as never",
      '6 statement: note("x" + x); → ;',
      "7 condition: x === 3 → !(x === 3)",
      "7 constant: 0.5 → 0.75",
      "7 constant: 3 → 4",
      "7 operator: === → !==",
      "7 return: x === 3 ? 0.5 : a → undefined as never",
    ],
  );
  assertEquals(new Set(found.map(({ declaration }) => declaration)), new Set(["f"]));
});

Deno.test("withMutant() changes that place and no other", () => {
  const boundary = mutantsOf(SOURCE, "lib/x/y.ts").find(({ kind }) => kind === "boundary")!;
  assertEquals(withMutant(SOURCE, boundary), SOURCE.replace("x < 2", "x <= 2"));
});

Deno.test("draw() takes each at most once, and the same for the same seed", () => {
  const all = Array.from({ length: 50 }, (_, i) => i);
  const some = draw(all, 20, 3);
  assertEquals(new Set(some).size, 20);
  assertEquals(draw(all, 20, 3), some);
  assertEquals(draw(all, 80, 3).sort((a, b) => a - b), all);
});
