import { assertEquals } from "@std/assert";
import { largeOutputs } from "../../lib/notebook/large_outputs.ts";

Deno.test("largeOutputs() names cell, output and size of what exceeds 1 MB", () => {
  const stream = (length: number) => ({
    output_type: "stream",
    name: "stdout",
    text: ["x".repeat(length)],
  });
  const cell = (...sizes: number[]) => ({
    cell_type: "code" as const,
    metadata: {},
    source: "1",
    outputs: sizes.map(stream),
  });
  assertEquals(
    largeOutputs({
      cells: [cell(900_000), cell(10, 1_500_000)],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    }),
    ["cell [2], output 2 has 1.5 MB: expected at most 1 MB"],
  );
});
