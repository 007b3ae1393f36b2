/**
 * The seeded generator beside pure-rand's, which is on the machine with fast-check: a whole number below a
 * bound that changes, as a shuffle asks for, and a number in [0, 1). docs/libraries.md says what it decides.
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { Xoshiro128 } from "tallybook/stats";

const DRAWS = 100_000;
const sum = (draw: (i: number) => number): number => {
  let total = 0;
  for (let i = 0; i < DRAWS; i++) total += draw(i);
  return total;
};

const ours = new Xoshiro128(1);
const [xoroshiro, twister] = [xoroshiro128plus(1), mersenne(1)];

const below = { group: "100,000 whole numbers below 1 to 1,024" };
Deno.bench("tallybook: Xoshiro128.below", { ...below, baseline: true }, () => {
  sum((i) => ours.below(1 + (i & 1023)));
});
Deno.bench("pure-rand: xoroshiro128plus", below, () => {
  sum((i) => uniformInt(xoroshiro, 0, i & 1023));
});
Deno.bench("pure-rand: mersenne", below, () => {
  sum((i) => uniformInt(twister, 0, i & 1023));
});

const uniform = { group: "100,000 numbers of 53 bits" };
Deno.bench("tallybook: Xoshiro128.uniform", { ...uniform, baseline: true }, () => {
  sum(() => ours.uniform());
});
Deno.bench("pure-rand: xoroshiro128plus, 53 bits", uniform, () => {
  sum(() => uniformFloat64(xoroshiro));
});
