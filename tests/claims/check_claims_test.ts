import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  checkClaim,
  checkClaims,
  computations,
  loadClaims,
  pointOf,
  quantityText,
  statedText,
} from "tallybook/claims";

for (const { claim, problems } of checkClaims()) {
  Deno.test(`claim ${claim.id} stands: "${claim.quote.slice(0, 60)}" is ${claim.verdict}`, () => {
    assertEquals(problems, []);
  });
}

const claims = loadClaims();
const claim = (id: string) => claims.find((row) => row.id === id)!;

Deno.test("every function is bound to a claim, and every claim that states a number to a function", () => {
  const ids = claims.map(({ id }) => id);
  assertEquals(Object.keys(computations).filter((id) => !ids.includes(id)), []);
  const bare = claims.filter(({ id, relation }) => relation !== "none" && !(id in computations));
  assertEquals(bare.map(({ id }) => id), []);
});

Deno.test("a claim that nothing can measure says why, and states no value", () => {
  const unmeasured = claims.filter(({ relation }) => relation === "none");
  assert(unmeasured.length > 0);
  for (const row of unmeasured) {
    assert(row.reason.length > 30, row.id);
    assertEquals([row.stated, row.value_then, row.value_final], [null, null, null], row.id);
  }
});

Deno.test("every value on its day has its day, every final value its source", () => {
  const lacking = claims.flatMap((row) => [
    ...((row.value_then === null) === (row.then_as_of === null)
      ? []
      : [`${row.id}: value_then and then_as_of go together`]),
    ...((row.value_final === null) === (row.final_source === null)
      ? []
      : [`${row.id}: value_final and final_source go together`]),
  ]);
  assertEquals(lacking, []);
});

Deno.test("every claim names a unit and a tolerance where it needs one", () => {
  for (const row of claims.filter(({ relation }) => relation !== "none")) {
    assert(row.unit !== null, row.id);
    const strict = row.relation === "more than" || row.relation === "less than";
    assertEquals(row.tolerance === null, strict, row.id);
  }
});

Deno.test('no tolerance is wider than 5 percent of the number, except for "a few"', () => {
  const wide = claims.filter(({ stated, tolerance }) =>
    (tolerance ?? 0) > 0.05 * Math.abs(stated ?? 0) + 1e-9
  );
  assertEquals(wide.map(({ id, quote }) => [id, quote.slice(0, 13)]), [["P6", "a few million"]]);
});

Deno.test("every conclusion that counts against a claim is grounded in words of its article", () => {
  for (const { claim, computed } of checkClaims()) {
    const { inference } = computed;
    if (inference === undefined) continue;
    assert(inference.ground.length > 20, claim.id);
    assert(inference.because.length > 20, claim.id);
  }
});

Deno.test("a narrower reading has its own verdict and leaves the sentence's alone", () => {
  const verdicts = checkClaims().filter(({ narrower }) => narrower !== undefined)
    .map(({ claim, verdict, narrower }) => [claim.id, verdict, narrower]);
  assertEquals(verdicts, [["E16", "unverifiable", "true"], ["M1", "false", "misleading"]]);
});

Deno.test("a reason is one or two plain sentences, and a notebook is a file's name", () => {
  for (const { id, reason, notebook } of claims) {
    assert(/\.$/.test(reason), id);
    assert(reason.length <= 320, `${id} has ${reason.length} characters`);
    assert(/^\d\d_[a-z0-9_]+\.ipynb$/.test(notebook), id);
  }
});

Deno.test("checkClaim() notices a value, a verdict or a stated number that has moved", () => {
  const row = claim("E2");
  const problems = (change: Partial<typeof row>) => checkClaim({ ...row, ...change }).problems;
  assertEquals(problems({}), []);
  assertEquals(problems({ value_final: 75 }), ["E2: value_final is 75, the tables give 74"]);
  assertEquals(problems({ value_then: null }), ["E2: value_then is nothing, the tables give 58"]);
  assertEquals(problems({ verdict: "true" }), ['E2: the row says "true", the rule "true-then"']);
  assertEquals(problems({ stated: 70 }), ['E2: the row says "true-then", the rule "false"']);
});

Deno.test("checkClaim() notices a value for a claim that states no number", () => {
  assertEquals(checkClaim(claim("P12"), () => ({ then: 1, final: 1 })).problems, [
    "P12: has a value, and its row states no number",
  ]);
});

Deno.test("checkClaim() asks for a function where a number is stated", () => {
  const { problems } = checkClaim({ ...claim("E2"), id: "X9" });
  assertEquals(problems[0], "X9: states a number, and no function computes it");
});

Deno.test("loadClaims() filters by verdict, and lists the verdicts that there are", () => {
  const some = loadClaims({ verdicts: ["false", "imprecise"] });
  assertEquals(new Set(some.map(({ verdict }) => verdict)), new Set(["false", "imprecise"]));
  assertEquals(loadClaims({ verdicts: [] }).length, claims.length);
  assertThrows(
    () => loadClaims({ verdicts: ["wrong" as "false"] }),
    RangeError,
    'verdict: found "wrong", expected one of definition-dependent, false, imprecise',
  );
});

Deno.test("a quantity that can only be bounded has its point between its bounds", () => {
  for (const { claim, computed } of checkClaims()) {
    const quantities = [
      computed.then,
      computed.final,
      ...(computed.readings ?? []),
      ...(computed.evidence ?? []),
    ]
      .map((each) =>
        each !== null && typeof each === "object" && "value" in each ? each.value : each
      );
    for (const quantity of quantities) {
      if (quantity === null || typeof quantity === "number") continue;
      const point = pointOf(quantity);
      assert(quantity.lower <= point && point <= quantity.upper, claim.id);
    }
  }
});

Deno.test("every number with thousands in a reason is one that was stated or computed", () => {
  for (const { claim, computed } of checkClaims()) {
    const known = [
      computed.then,
      computed.final,
      ...(computed.readings ?? []).map(({ value }) => value),
      ...(computed.evidence ?? []).map(({ value }) => value),
    ].map((value) => quantityText(value)).concat(
      statedText(claim),
      computed.inference?.because ?? "",
    ).join(" ");
    for (const [number] of claim.reason.matchAll(/(?<!some )\b\d{1,3}(,\d{3})+/g)) {
      assert(known.includes(number), `${claim.id}: ${number} is not among ${known}`);
    }
  }
});
