import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ClaimSummary } from "../../lib/claims/mod.ts";
import { claimAnchor, claimCard } from "../../lib/report/claim_card.ts";
import { claimsOverview } from "../../lib/report/claims_section.ts";

const CLAIM: ClaimSummary = {
  id: "P7",
  subject: "popular vote",
  quote: "She led by <2> million",
  article: "A headline",
  articleDate: "2016-11-23",
  dateNote: "",
  speaker: "A speaker",
  speakerKind: "person" as ClaimSummary["speakerKind"],
  outlet: "The Paper",
  author: "An Author",
  address: "https://example.org/a",
  estimand: "the lead in votes",
  unit: "votes",
  stated: 2,
  valueThen: 1,
  valueFinal: 3,
  text: { stated: "2 million", then: "1.9 million", final: "2.9 million" },
  heldThen: true,
  holdsFinally: false,
  thenAsOf: "2016-11-22",
  tolerance: 1500,
  finalSource: "the FEC's totals",
  readings: [],
  narrower: null,
  verdict: "held-then" as ClaimSummary["verdict"],
  label: "true then, not now",
  reason: "The count went on.",
  notebook: "12_claims.ipynb",
};
const card = (changes: Partial<ClaimSummary> = {}, pages = ["12_claims.html"]) =>
  claimCard({ ...CLAIM, ...changes }, new Set(pages)).toString();
/** A card's entries: term and words. */
const entries = (changes: Partial<ClaimSummary> = {}) =>
  Object.fromEntries(
    [...card(changes).matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map((
      [, name, words],
    ) => [name, words]),
  );

Deno.test("a card has verdict, words, who said it where, values, and why", () => {
  const html = card();
  for (
    const part of [
      '<li class="claim held-then" data-subject="popular vote" data-speaker="A speaker">',
      '<span class="verdict">true then, not now</span> <q>She led by &lt;2&gt; million</q>',
      '<p class="speaker" id="p7">A speaker, in: <cite><a href="https://example.org/a" rel="noreferrer">A headline</a></cite>, An Author, The Paper, November 23, 2016. <a class="self" href="#p7">P7</a></p>',
      'The count went on. <a href="12_claims.html">How it was checked</a>',
    ]
  ) assertStringIncludes(html, part);
  assertEquals(entries(), {
    Stated: "2 million (within 1,500 agrees)",
    "On its day, by the count of November 22, 2016": "1.9 million (agrees)",
    Final: "2.9 million (does not agree)",
    Measured: "the lead in votes",
    "Rests on": "the FEC&#39;s totals",
  });
  assertEquals(claimAnchor("M16"), "m16");
});

Deno.test("what a claim quotes itself has single marks within its quotation's", () => {
  const quote = 'so-called “faithless electors”, ("a few") and Trump\'s "own."';
  const shown = "<q>so-called ‘faithless electors’, (‘a few’) and Trump&#39;s ‘own.’</q>";
  assertStringIncludes(card({ quote }), shown);
  assertStringIncludes(
    claimsOverview([{ ...CLAIM, quote }], "12_claims.html").toString(),
    shown,
  );
});

Deno.test("what there is not is not said", () => {
  assertEquals(entries({ tolerance: 0 })["Stated"], "2 million");
  assertEquals(entries({ tolerance: null })["Stated"], "2 million");
  assertEquals(entries({ stated: null })["Stated"], "2 million");
  const bare = entries({ thenAsOf: "", heldThen: null, holdsFinally: null, finalSource: "" });
  assertEquals([bare["On its day"], bare["Final"], "Rests on" in bare], [
    "1.9 million",
    "2.9 million",
    false,
  ]);
  // A unit that the words have already is not said twice.
  assertEquals(entries({ estimand: "the lead" })["Measured"], "the lead, votes");
  assertEquals(entries({ estimand: "the lead", unit: "" })["Measured"], "the lead");
  assertEquals(card({}, []).includes("How it was checked"), false);
});

Deno.test("the article itself speaks without a speaker, and names come once", () => {
  const said = (changes: Partial<ClaimSummary>) =>
    /<p class="speaker"[^>]*>(.*?)\. <a/.exec(card(changes))![1]!.replace(/<[^>]*>/g, "");
  assertEquals(
    said({ speakerKind: "article" }),
    "A headline, An Author, The Paper, November 23, 2016",
  );
  assertEquals(said({ author: "" }), "A speaker, in: A headline, The Paper, November 23, 2016");
  assertEquals(
    said({ author: "The Paper" }),
    "A speaker, in: A headline, The Paper, November 23, 2016",
  );
  assertEquals(
    said({ dateNote: "by its address" }),
    "A speaker, in: A headline, An Author, The Paper, about November 23, 2016 (by its address)",
  );
});

Deno.test("other readings are listed with whether they agree, a final value only where it differs", () => {
  const reading = (then: string, final: string) => ({ name: "of all", then, final, agrees: "no" });
  const list = (changes: Partial<ClaimSummary>) =>
    [...card(changes).matchAll(/<li>(.*?)<\/li>/g)].map(([, words]) => words);
  assertEquals(list({}), []);
  assertEquals(card().includes("readings"), false);
  assertEquals(list({ readings: [reading("1", "1"), reading("1", "2")] }), [
    "Read as <em>of all</em>: 1; agrees: no.",
    "Read as <em>of all</em>: 1, finally 2; agrees: no.",
  ]);
  assertEquals(list({ narrower: { name: "in votes", label: "true" } }), [
    "Read more narrowly, <em>in votes</em>: true.",
  ]);
});
