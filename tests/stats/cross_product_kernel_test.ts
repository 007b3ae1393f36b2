import { assert, assertEquals } from "@std/assert";
import { crossProductKernel } from "../../lib/stats/cross_product_kernel.ts";

Deno.test("crossProductKernel() multiplies counts and products and adds them up", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernel = crossProductKernel(memory);
  assert(kernel, "Deno has WebAssembly SIMD");
  const numbers = new Float64Array(memory.buffer);
  numbers.set([1, 2, 3, 4, 10, 20, 30, 40], 0); // two units, four columns
  numbers.set([1, 0, 2, 1, 1, 2, 0, 3], 8); // two units, four draws
  kernel(0, 64, 64, 128);
  // Draw 1 has each unit once, draw 2 the second twice, draw 3 the first twice, draw 4 once and thrice.
  assertEquals([...numbers.subarray(16, 32)], [
    ...[11, 22, 33, 44],
    ...[20, 40, 60, 80],
    ...[2, 4, 6, 8],
    ...[31, 62, 93, 124],
  ]);
});
