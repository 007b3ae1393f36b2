import { assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import { drawInspected } from "../../lib/report/own_returns/client/draw_inspected.ts";

// The functions look for the page's document when they draw.
Object.assign(globalThis, {
  document: new DOMParser().parseFromString("<html><body></body></html>", "text/html"),
});

type Given = Parameters<typeof drawInspected>[0];

/** The words of what is drawn, an element each; rows of a table and items of a list one by one. */
function words(given: Given): string[] {
  return drawInspected(given).flatMap((drawn) => {
    const at = drawn as unknown as {
      readonly tagName: string;
      readonly textContent: string;
      querySelectorAll(
        selector: string,
      ): Iterable<
        { readonly textContent: string; readonly children: Iterable<{ textContent: string }> }
      >;
    };
    const items = [...at.querySelectorAll("caption, li")].map(({ textContent }) => textContent);
    const rows = [...at.querySelectorAll("tr")].map((row) =>
      [...row.children].map(({ textContent }) => textContent).join(" | ")
    );
    return items.length + rows.length > 0
      ? [...items, ...rows]
      : [`${at.tagName}: ${at.textContent}`];
  });
}

const candidate = (name: string, votes: number, known: number) => ({
  candidate: name,
  votes,
  known,
});
const check = (
  county: string | null,
  verdict: string,
  ...candidates: ReturnType<typeof candidate>[]
) => ({ county, state_po: "WI", year: 2016, verdict, candidates });

/** A page's findings, of which a test gives those that it is about. */
const page = (changes: Record<string, unknown> = {}): Given =>
  ({
    page: {
      summary: ["3 rows"],
      checks: [],
      anomalies: [],
      mended: [],
      leftOut: [],
      unread: [],
      sums: [],
      ...changes,
    },
  }) as unknown as Given;

Deno.test("the first sentence says how the file stands to the known totals", () => {
  const first = (...checks: unknown[]) => words(page({ checks }))[0];
  const [agrees, differs] = ["agrees", "differs"].map((verdict) => check("Dane", verdict));
  assertEquals(
    first(),
    "P: Nothing here knows the totals of this year and state, so that the sums are not checked.",
  );
  assertEquals(first(agrees), "P: The one sum of a county or state that is known agrees.");
  assertEquals(first(differs), "P: The one sum of a county or state that is known does not agree.");
  assertEquals(first(agrees, agrees), "P: All 2 sums of counties or states that are known agree.");
  assertEquals(
    first(agrees, differs, differs),
    "P: Of 3 sums of counties or states that are known 1 agrees and 2 do not.",
  );
  assertEquals(
    first(agrees, agrees, differs),
    "P: Of 3 sums of counties or states that are known 2 agree and 1 does not.",
  );
});

Deno.test("the sums stand beside the known ones, the two leading candidates, largest difference first", () => {
  const found = words(page({
    checks: [
      check("Dane", "agrees", candidate("A", 10, 10), candidate("B", 5, 6), candidate("C", 1, 900)),
      check(null, "differs", candidate("A", 1_000, 3_500)),
    ],
  }));
  const at = found.indexOf("Beside the known totals, largest difference first");
  assertEquals(found.slice(at + 1, at + 5), [
    "Place | Finding | Candidate | In the file | Known | Difference",
    "WI 2016 | differs | A | 1,000 | 3,500 | −2,500",
    "Dane 2016 | agrees | B | 5 | 6 | −1",
    "Dane 2016 | agrees | A | 10 | 10 | 0",
  ]);
  assertEquals(words(page()).some((line) => line.startsWith("Beside")), false);
});

Deno.test("what looks wrong, was read differently or left out is listed, or said to be none", () => {
  const [, summary, ...rest] = words(page());
  assertEquals(summary, "P: 3 rows.");
  assertEquals(rest.slice(0, 6), [
    "H2: Anomalies: a reason to look, not a proof",
    "P: None.",
    "H2: Read differently, kept apart or left out",
    "P: None.",
    "H2: Rows of other offices, and columns that nothing is read from",
    "P: None.",
  ]);
  const found = words(page({
    anomalies: [{ kind: "twice", message: "two rows are one", rows: [3, 5] }, {
      kind: "none",
      message: "nothing",
    }],
    mended: [
      { row: 7, column: "votes", found: '"1,2"' },
      { row: 8, found: "a blank line" },
    ],
    leftOut: [["Senate", 1_200], ["", 3]],
    unread: ["x", "y"],
  }));
  assertEquals(found.filter((line) => line.startsWith("twice") || line.startsWith("none")), [
    "twice: two rows are one (rows 3, 5)",
    "none: nothing",
  ]);
  assertEquals(found.includes('row 7: column "votes": "1,2"'), true, found.join("\n"));
  assertEquals(found.includes("row 8: a blank line"), true);
  assertEquals(found.slice(found.indexOf("Senate: 1,200 rows")).slice(0, 3), [
    "Senate: 1,200 rows",
    "(no office): 3 rows",
    "columns x, y",
  ]);
});

Deno.test("two hundred rows and lines are shown, and of more is said how many there are", () => {
  const shown = (length: number) => {
    const found = words(page({
      checks: Array.from({ length }, (_, i) => check(`C${i}`, "agrees", candidate("A", i, 0))),
      anomalies: Array.from({ length }, (_, i) => ({ kind: "k", message: `m${i}` })),
      sums: Array.from(
        { length },
        (_, i) => ({ county: `S${i}`, candidate: "A", votes: 1_000 + i }),
      ),
    }));
    return {
      captions: found.filter((line) => /^(Beside|Votes)/.test(line)),
      counts: [/^C\d+ 2016/, /^k: m/, /^S\d+ \|/].map((kind) =>
        found.filter((line) => kind.test(line)).length
      ),
      more: found.filter((line) => line.startsWith("and ")),
      last: found.at(-1),
    };
  };
  assertEquals(shown(200), {
    captions: [
      "Beside the known totals, largest difference first",
      "Votes in the file by county and candidate",
    ],
    counts: [200, 200, 200],
    more: [],
    last: "S199 | A | 1,199",
  });
  assertEquals(shown(1201), {
    captions: [
      "Beside the known totals: the 200 largest of 1,201 differences",
      "Votes in the file by county and candidate: the first 200 of 1,201",
    ],
    counts: [200, 200, 200],
    more: ["and 1,001 more"],
    last: "S199 | A | 1,199",
  });
});

Deno.test("a file that is refused: why in one sentence, and what was found as a list", () => {
  assertEquals(
    words({ refusal: "Cannot read a.csv.\n  line 2: x\n\n  line 3: y\n" } as unknown as Given),
    [
      "P: Cannot read a.csv.",
      "line 2: x",
      "line 3: y",
    ],
  );
  assertEquals(words({ refusal: "Cannot read a.csv." } as unknown as Given), [
    "P: Cannot read a.csv.",
    "P: None.",
  ]);
});
