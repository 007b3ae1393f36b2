import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { claimSummaries } from "tallybook/claims";
import { loadErrata } from "tallybook/data";
import { claimReviews } from "../../lib/report/claim_review.ts";
import { claimsDesk, claimsOverview } from "../../lib/report/claims_section.ts";
import { renderErrata } from "../../lib/report/errata_page.ts";

const claims = claimSummaries();
const desk = claimsDesk(claims, new Set(["08_electors.html"])).toString();

Deno.test("each claim has one card with its anchor inside the fold", () => {
  for (const { id, address } of claims) {
    const anchor = `id="${id.toLowerCase()}"`;
    assertEquals(desk.split(anchor).length, 2, id);
    const before = desk.slice(0, desk.indexOf(anchor));
    assert(before.lastIndexOf("<details>") > before.lastIndexOf("</details>"), id);
    assertStringIncludes(desk, `href="${address.replaceAll("&", "&amp;")}"`);
  }
});

Deno.test("a card links to no page that the report lacks", () => {
  const links = [...desk.matchAll(/href="([^"#:]+\.html)"/g)].map(([, href]) => href);
  assertEquals([...new Set(links)], ["08_electors.html"]);
});

Deno.test("the overview leads to each card", () => {
  const overview = claimsOverview(claims, "12_claims.html").toString();
  for (const { id } of claims) {
    assertStringIncludes(overview, `href="12_claims.html#${id.toLowerCase()}"`);
  }
  // Whoever sees the numbers of verdicts sees what they don't say.
  for (const page of [overview, desk]) assertStringIncludes(page, "chosen, not drawn at random");
});

Deno.test("claimReviews() names speaker, day, address and verdict of each claim, and rates by words alone", () => {
  const graph = claimReviews(claims, "12_claims.html")["@graph"];
  assertEquals(graph.length, claims.length);
  const [m6] = graph.filter(({ url }) => url === "12_claims.html#m6");
  assertEquals(m6!.reviewRating, {
    "@type": "Rating",
    alternateName: claims.find(({ id }) => id === "M6")!.label,
  });
  const item = m6!.itemReviewed as { author: { name: string }; appearance: { url: string } };
  assertEquals(item.author.name, "Semanario Palestra");
  assert(URL.canParse(item.appearance.url));
});

Deno.test("a corrected verdict is the one that the claim has now", () => {
  const corrected = loadErrata({ kind: "verdict" }).toRecords();
  assert(corrected.length > 0);
  for (const { claim, was, now } of corrected) {
    assertEquals(claims.find(({ id }) => id === claim)!.label, now, claim!);
    assert(was !== now);
  }
});

Deno.test("corrections link to pages that are there, and name the others", () => {
  const html = renderErrata(
    loadErrata().toRecords(),
    new Map([["08_electors", { href: "08_electors.html", title: "Electors" }]]),
    "12_claims.html",
  );
  assertStringIncludes(html, '<a href="08_electors.html">Electors</a>');
  assertStringIncludes(html, '<a href="12_claims.html#m6">M6</a>');
  assertStringIncludes(html, "02_electoral_college.ipynb");
});

Deno.test("the desk counts statements, articles, and each verdict that some claim has", () => {
  const articles = new Set(claims.map(({ article }) => article)).size;
  assertStringIncludes(desk, `${claims.length} statements of ${articles} articles`);
  const shown = [...desk.matchAll(/for="only-[\w-]+">[^<]*?\((\d+)\)/g)].map(([, count]) =>
    Number(count)
  );
  const counts = [...Map.groupBy(claims, ({ verdict }) => verdict).values()].map((some) =>
    some.length
  );
  assertEquals(shown[0], claims.length);
  assertEquals(shown.slice(1).sort(), counts.sort());
});
