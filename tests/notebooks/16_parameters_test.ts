import { assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("16: counties that are not in the draw are named, and no missing card moves none", async () => {
  assertStringIncludes(await pageText("16", { year: 2020 }), "Gunnison and San Juan");
  assertNotMatch(await pageText("16", { cardsMissing: 0 }), /had 0 cards fewer/);
});

Deno.test("16: the draw can be redone and the comparison not, in each year; what an audit catches has its chance", async () => {
  // Cards: the report's N of 2020, and the manifests of 2024 added up.
  for (
    const [year, ballots, least, cards] of [
      [2020, 65, 96, "4,114,582"],
      [2024, 100, 97, "4,746,866"],
    ]
  ) {
    const text = await pageText("16", { year });
    assertStringIncludes(
      text,
      `**In part.** The draw can be redone: ${year}'s published dice pick all ${ballots} ballots that the state lists; `,
    );
    assertStringIncludes(text, `which of ${cards} ballot cards boards of citizens compare`);
    assertStringIncludes(text, "had the reported winner in truth lost, so many matches would");
    assertStringIncludes(text, `By the state's method ${ballots} matches in a row have the chance`);
    assertStringIncludes(text, "which is not the chance that the result is wrong");
    assertStringIncludes(text, `enough to change the winner: with a chance of at least ${least}%`);
  }
});

Deno.test("16: the county set, and what its shorter list would do, stand with the answer", async () => {
  const text = await pageText("16", { county: "Denver", cardsMissing: 1000 });
  const said = /To try it: were Denver County's list 1,000 cards shorter, (\d+) of the 100 numbers/
    .exec(text)!;
  // The section on a wrong manifest says the same number.
  assertStringIncludes(text, `were looked up, ${said[1]} of the 100 would lead to another ballot`);
  assertNotMatch(await pageText("16", { cardsMissing: 0 }), /list been short/);
});

Deno.test("16: a manifest that is left as it is is named as such", async () => {
  const text = await pageText("16", { county: "Teller", cardsMissing: 0 });
  assertStringIncludes(
    text,
    "No county's list is made shorter here; that of Teller is as published",
  );
});
