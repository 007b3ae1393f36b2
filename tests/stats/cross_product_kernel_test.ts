import { assert, assertEquals } from "@std/assert";
import { crossProductKernel } from "../../lib/stats/cross_product_kernel.ts";

Deno.test("crossProductKernel() multiplies counts and products and adds them up", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernel = crossProductKernel(memory);
  assert(kernel, "Deno has WebAssembly SIMD");
  const numbers = new Float64Array(memory.buffer);
  numbers.set([1, 2, 3, 4, 10, 20, 30, 40], 0); // two units, four columns
  numbers.set([...[1, 0, 2, 1, 0, 5], ...[1, 2, 0, 3, 0, 1]], 8); // two units, six draws
  kernel(0, 64, 64, 160);
  // Draw 1 has each unit once, 2 the second twice, 3 the first twice, 4 once and thrice, 5 none, 6 five and one.
  assertEquals([...numbers.subarray(20, 44)], [
    ...[11, 22, 33, 44],
    ...[20, 40, 60, 80],
    ...[2, 4, 6, 8],
    ...[31, 62, 93, 124],
    ...[0, 0, 0, 0],
    ...[15, 30, 45, 60],
  ]);
});
