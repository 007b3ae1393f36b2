import { assert, assertEquals } from "@std/assert";
import { claimSummaries, loadClaims } from "tallybook/claims";

const summaries = claimSummaries();

Deno.test("claimSummaries() has every claim, in the table's order", () => {
  assertEquals(summaries.map(({ id }) => id), loadClaims().map(({ id }) => id));
});

Deno.test("claimSummaries() gives plain values that survive JSON", () => {
  assertEquals(JSON.parse(JSON.stringify(summaries)), summaries);
});

Deno.test("claimSummaries() shows numbers with their relation, and bounds as bounds", () => {
  const text = (id: string) => summaries.find((row) => row.id === id)!.text;
  assertEquals(text("T2"), { stated: "at least 270", then: "318", final: "318" });
  assertEquals(text("P5"), { stated: "1.5", then: "1.50 to 1.52", final: "2.10" });
  assertEquals(text("M3"), {
    stated: "almost 5,000,000",
    then: "4,300,000 to 4,600,000",
    final: "4,700,000",
  });
  assertEquals(text("P12"), { stated: "–", then: "–", final: "–" });
});

Deno.test("claimSummaries() says of every approximate date that it is one", () => {
  const undated = summaries.filter(({ dateNote }) => dateNote !== "");
  assertEquals(new Set(undated.map(({ article }) => article)).size, 4);
  const inferred = /carries no date|from its text|in its address/;
  for (const { dateNote } of undated) assert(inferred.test(dateNote), dateNote);
});

Deno.test("claimSummaries() says whether a value agreed on its day, and whether the final one does", () => {
  const [almost60] = summaries.filter(({ id }) => id === "E2");
  assertEquals([almost60!.heldThen, almost60!.holdsFinally], [true, false]);
  for (const { verdict, heldThen, holdsFinally } of summaries) {
    if (verdict === "true-then") assertEquals([heldThen, holdsFinally], [true, false]);
    if (verdict === "unverifiable") assertEquals([heldThen, holdsFinally], [null, null]);
    if (verdict === "false") assert(heldThen !== true);
  }
});

Deno.test("claimSummaries() names where each quotation stands", () => {
  for (const { id, outlet, address } of summaries) {
    assert(outlet !== "", id);
    assert(URL.canParse(address), id);
  }
});
