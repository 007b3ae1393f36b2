import { assertEquals, assertStringIncludes } from "@std/assert";
import { dataHash } from "../../lib/report/citation.ts";
import { provenanceMarkup } from "../../lib/report/provenance.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";

type Run = NonNullable<RenderContext["run"]>;
const BASE: RenderContext = {
  name: "01_votes",
  source: "{}",
  versions: { deno: "2.9.6", library: "0.1.0", lock: "abc" },
};
const NONE = { own: "", injected: "" };

/** A page's provenance: each term with its words, without markup. */
function said(context: Partial<RenderContext>, parameters = NONE, numbers = false) {
  const html = provenanceMarkup({ ...BASE, ...context }, parameters, "Who won?", numbers)
    .toString();
  const list = html.slice(0, html.indexOf("<details"));
  const words = (text: string) =>
    text.replace(/<\/(?:pre|ul|p|li)>/g, " ").replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
  return {
    html,
    terms: Object.fromEntries(
      [...list.matchAll(/<dt>(.*?)<\/dt>\s*<dd>([\s\S]*?)<\/dd>/g)]
        .map(([, name, text]) => [name!, words(text!)]),
    ),
  };
}
const run = (changes: Partial<Run>) => said({ run: { reads: [], allowed: [], ...changes } }).terms;

Deno.test("the notebook is there to be downloaded, but in a page that stands alone", () => {
  assertStringIncludes(
    said({}).html,
    '<a href="notebooks/01_votes.ipynb" download>01_votes.ipynb</a>',
  );
  const { html } = said({ standalone: true });
  assertEquals(html.includes("download"), false);
  assertStringIncludes(html, "<code>notebooks/01_votes.ipynb</code>. To run it again");
  // There it is open from the start.
  assertEquals([said({}).html, html].map((each) => / open>/.test(each)), [false, true]);
});

Deno.test("parameters are those of the notebook and those that a run put in their place", () => {
  const parameters = (own: string, injected: string) =>
    said({}, { own, injected }).terms["Parameters"];
  assertEquals(parameters("", ""), "The notebook has none.");
  assertEquals(parameters("a = 1", ""), "As they stand in the notebook: a = 1");
  assertEquals(
    parameters("a = 1", "a = 2"),
    "As they stand in the notebook: a = 1 Replaced in this run: a = 2",
  );
  assertEquals(parameters("", "a = 2"), "Replaced in this run: a = 2");
});

const READS = [{ path: "data/a.csv", sha256: "aa" }];

Deno.test("files read are listed with their hashes, those outside and the refused ones apart", () => {
  assertEquals(
    said({}).terms["Files read"],
    "Not noted: the outputs are those stored in the notebook.",
  );
  assertEquals(run({})["Files read"], "None.");
  assertEquals(run({ reads: READS })["Files read"], "data/a.csv SHA-256 aa");
  assertEquals(
    run({ outside: [{ path: "/b", sha256: "bb" }] })["Files read"],
    "Outside of the project, as allowed for this run: /b SHA-256 bb",
  );
  assertEquals(
    run({ refused: ["/etc/passwd"] })["Files read"],
    "Asked for and refused: /etc/passwd",
  );
  assertEquals(run({ reads: READS })["Data"], `SHA-256 of the files' hashes ${dataHash(READS)}`);
  assertEquals(run({})["Data"], "No file was read, or none is known.");
});

Deno.test("of more than a hundred refusals the rest is a number", () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `/r${i}`);
  const refused = (count: number) => run({ refused: names(count) })["Files read"]!;
  assertEquals([refused(100).endsWith("/r99"), refused(102).endsWith("/r99 and 2 more")], [
    true,
    true,
  ]);
  assertEquals(run({ denied: ["net access to x"] })["Refused"], "Beside files: net access to x");
  assertEquals("Refused" in run({ denied: [] }), false);
});

Deno.test("what read files that nobody can list is said, with what limits it", () => {
  const unlisted = (missingWall: string | null, ...names: string[]) =>
    run({ unlisted: names, missingWall })["Files read"];
  assertEquals(
    unlisted(null, "native code"),
    "Native code ran in this notebook: its reads are limited by the wall, not listed.",
  );
  assertEquals(
    unlisted("no wall", "native code", "programs"),
    "Native code ran in this notebook: its reads are not listed, and no wall limits them. " +
      "Programs ran in this notebook: their reads are not listed, and no wall limits them.",
  );
});

Deno.test("permissions are those that were given, or that the notebook says", () => {
  const permissions = (changes: Partial<Run>) => run(changes)["Permissions"];
  assertEquals(said({}).terms["Permissions"], "Not run for this page.");
  assertEquals(permissions({}), "Ran without network, subprocesses or writing.");
  assertEquals(permissions({ allowed: ["net", "run"] }), "Ran with net, run allowed.");
  assertEquals(
    permissions({ missingWall: "No wall" }),
    "Ran without network, subprocesses or writing. No wall.",
  );
  assertEquals(
    permissions({ stored: true, missingWall: "No wall" }),
    "The notebook says that it ran without network, subprocesses or writing.",
  );
  assertEquals(
    permissions({ stored: true, allowed: ["net"] }),
    "The notebook says that it ran with net allowed.",
  );
});

Deno.test("versions have the report's own where there is one, and numbers their index", () => {
  const { terms } = said({ report: { number: 3, id: "abc123" } }, NONE, true);
  assertEquals(
    terms["Versions"],
    "Version 3 of this report (abc123), with what changed since the one before. " +
      "Tallybook 0.1.0, Deno 2.9.6; deno.lock SHA-256 abc",
  );
  assertStringIncludes(terms["Numbers"]!, "01_votes.numbers.json: every number of this page");
  const alone = said({ report: { number: 3, id: "abc123" }, standalone: true }, NONE, true).terms;
  assertEquals(["Numbers" in alone, alone["Versions"]], [
    false,
    "Tallybook 0.1.0, Deno 2.9.6; deno.lock SHA-256 abc",
  ]);
  assertEquals("Numbers" in said({}).terms, false);
});

Deno.test("one file read, one outside and one refused are each listed, together too", () => {
  const one = (path: string) => [{ path, sha256: "ab" }];
  const files = (changes: Partial<Run>) => run(changes)["Files read"]!;
  assertEquals(files({}), "None.");
  const [reads, outside] = [one("data/a.csv"), one("/etc/hosts")];
  for (
    const [changes, shown] of [
      [{ reads }, ["data/a.csv"]],
      [{ outside }, ["/etc/hosts"]],
      [{ reads, outside }, ["data/a.csv", "/etc/hosts"]],
      [{ refused: ["/etc/shadow"] }, ["/etc/shadow"]],
      [{ reads, refused: ["/etc/shadow"] }, ["data/a.csv", "/etc/shadow"]],
      [{ reads, outside, refused: ["/etc/shadow", "/x"] }, ["data/a.csv", "/etc/hosts", "/x"]],
    ] as const
  ) {
    const words = files(changes as Partial<Run>);
    for (const path of shown) assertStringIncludes(words, path);
    assertEquals(words.includes("None."), false);
  }
});
