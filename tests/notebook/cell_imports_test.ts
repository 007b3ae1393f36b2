import { assertEquals } from "@std/assert";
import { withoutRepeatedImports } from "../../lib/notebook/cell_imports.ts";

Deno.test("what follows an import that is left out keeps its line", () => {
  const first = 'import {\n  a,\n  b,\n} from "x";\nconst one = 1;\n';
  const known = new Set<string>();
  // The first time it stays.
  assertEquals(withoutRepeatedImports(first, known), first);
  const again = withoutRepeatedImports(first, known);
  assertEquals(again.includes("import"), false);
  assertEquals(again.split("\n").length, first.split("\n").length);
  assertEquals(again.split("\n").indexOf("const one = 1;"), 4);
});
