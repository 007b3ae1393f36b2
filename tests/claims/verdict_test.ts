import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Computed, holds, loadClaims, verdictOf, VERDICTS } from "tallybook/claims";

const hundred = { id: "X1", relation: "equals" as const, stated: 100, tolerance: 5 };
const verdict = (computed: Computed) => verdictOf(hundred, computed);
const inference = (holds: boolean) => ({
  invited: "So there",
  ground: "so there",
  holds,
  because: "2 < 3",
});

Deno.test("verdictOf() is unverifiable without any value, even where no number is stated", () => {
  assertEquals(verdict({ then: null, final: null }), "unverifiable");
  const none = { id: "X2", relation: "none" as const, stated: null, tolerance: null };
  assertEquals(verdictOf(none, { then: null, final: null }), "unverifiable");
});

Deno.test("verdictOf() is true when a claim held on its day and holds finally", () => {
  assertEquals(verdict({ then: 100, final: 104 }), "true");
});

Deno.test("verdictOf() judges a forecast by the final value", () => {
  assertEquals(verdict({ then: null, final: 100 }), "true");
  assertEquals(verdict({ then: null, final: 108 }), "imprecise");
  assertEquals(verdict({ then: null, final: 120 }), "false");
});

Deno.test("verdictOf() is true-then when later counts replaced the value, not when there are none", () => {
  assertEquals(verdict({ then: 100, final: 200 }), "true-then");
  assertEquals(verdict({ then: 100, final: null }), "true");
});

Deno.test("verdictOf() judges readings on the claim's day and by the latest value of each", () => {
  const readings = (value: number, final = value) => [{ name: "another", value, final }];
  assertEquals(
    verdict({ then: 100, final: 100, readings: readings(100, 50) }),
    "definition-dependent",
  );
  assertEquals(
    verdict({ then: 100, final: null, readings: readings(100, 50) }),
    "definition-dependent",
  );
  assertEquals(verdict({ then: 100, final: 200, readings: readings(100, 300) }), "true-then");
  assertEquals(verdict({ then: 100, final: 200, readings: readings(100) }), "definition-dependent");
  assertEquals(verdict({ then: 100, final: 100, readings: readings(99, 101) }), "true");
});

Deno.test("verdictOf() does not look at a narrower reading", () => {
  const narrower = {
    name: "one state alone",
    relation: "equals" as const,
    stated: 1,
    tolerance: 0,
    unit: "states",
    computed: { then: 2, final: 2 },
  };
  assertEquals(verdict({ then: 100, final: 100, narrower }), "true");
});

Deno.test("verdictOf() is imprecise up to a tenth of the number stated, false beyond", () => {
  assertEquals(verdict({ then: 110, final: 110 }), "imprecise");
  assertEquals(verdict({ then: 110.1, final: 110.1 }), "false");
});

Deno.test("verdictOf() does not make a claim true that failed on its day", () => {
  assertEquals(verdict({ then: 0, final: 100 }), "false");
  assertEquals(verdict({ then: 94, final: 100 }), "imprecise");
});

Deno.test("verdictOf() is misleading when the arithmetic holds and the conclusion does not", () => {
  assertEquals(verdict({ then: 100, final: 100, inference: inference(false) }), "misleading");
  assertEquals(verdict({ then: 100, final: 200, inference: inference(false) }), "misleading");
  assertEquals(verdict({ then: 100, final: 100, inference: inference(true) }), "true");
  // Without the arithmetic there is nothing to mislead with.
  assertEquals(verdict({ then: 200, final: 200, inference: inference(false) }), "false");
});

Deno.test("verdictOf() is definition-dependent when readings disagree, in either direction", () => {
  const readings = (value: number) => [{ name: "another reading", value }];
  assertEquals(verdict({ then: 100, final: 100, readings: readings(50) }), "definition-dependent");
  assertEquals(verdict({ then: 50, final: 50, readings: readings(100) }), "definition-dependent");
  assertEquals(verdict({ then: 100, final: 100, readings: readings(99) }), "true");
  assertEquals(verdict({ then: 50, final: 50, readings: readings(49) }), "false");
});

Deno.test("verdictOf() gives true or true-then only to claims that hold", () => {
  const value = fc.option(fc.integer({ min: 80, max: 120 }), { nil: null });
  fc.assert(fc.property(value, value, (then, final) => {
    const given = verdict({ then, final });
    if (given === "true") assertEquals(holds(hundred, (final ?? then)!), true);
    if (given === "true-then") assertEquals(holds(hundred, then!), true);
    if (given === "false" || given === "imprecise") {
      assertEquals(holds(hundred, (then ?? final)!), false);
    }
  }));
});

Deno.test("verdictOf() takes another share for what is imprecise", () => {
  const computed = { then: 115, final: 115 };
  assertEquals(verdictOf(hundred, computed), "false");
  assertEquals(verdictOf(hundred, computed, { impreciseUpTo: 0.2 }), "imprecise");
});

Deno.test("VERDICTS has every verdict that a claim has, once", () => {
  const named = VERDICTS.map(({ verdict }) => verdict);
  assertEquals(new Set(named).size, named.length);
  assertEquals(new Set(VERDICTS.map(({ label }) => label)).size, named.length);
  assertEquals(loadClaims().filter((claim) => !named.some((v) => v === claim.verdict)), []);
});
