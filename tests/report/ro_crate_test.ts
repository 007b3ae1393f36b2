import { assertEquals } from "@std/assert";
import { sha256 } from "../../lib/files/hash.ts";
import { CRATE_FILE, type CrateParts, roCrate } from "../../lib/report/ro_crate.ts";

const VERSIONS = {
  deno: "2.9.6",
  library: "0.1.0",
  lock: "1".repeat(64),
  released: "2026-11-21",
  authors: ["Ada Red", "Ben Blue"],
};
type Entity = Readonly<Record<string, unknown>>;

/** A report's description as its entities by their ids, and the ids in their order. */
function crate(parts: Partial<CrateParts> = {}) {
  const text = roCrate({ files: [], pages: [], tables: [], versions: VERSIONS, ...parts });
  const graph: Entity[] = JSON.parse(text)["@graph"];
  const byId = new Map(graph.map((entity) => [entity["@id"] as string, entity]));
  return { text, ids: [...byId.keys()], of: (id: string) => byId.get(id) };
}

Deno.test("a report's description opens as RO-Crate 1.1 asks: its own file, about the folder", () => {
  const { text, ids, of } = crate();
  assertEquals(JSON.parse(text)["@context"], "https://w3id.org/ro/crate/1.1/context");
  assertEquals([text.endsWith("}\n"), CRATE_FILE], [true, "ro-crate-metadata.json"]);
  assertEquals(ids.slice(0, 3), [CRATE_FILE, "./", "https://spdx.org/licenses/MIT"]);
  assertEquals(of(CRATE_FILE), {
    "@id": CRATE_FILE,
    "@type": "CreativeWork",
    conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
    about: { "@id": "./" },
  });
  assertEquals(of("#deno"), {
    "@id": "#deno",
    "@type": "SoftwareApplication",
    name: "Deno",
    version: "2.9.6",
    description: `Dependencies pinned by deno.lock, SHA-256 ${"1".repeat(64)}`,
  });
});

Deno.test("a report names its authors, its day and its address, and leaves out what it does not know", () => {
  const { of } = crate({ address: "https://example.org/" });
  const root = of("./")!;
  assertEquals([root.author, root.datePublished, root.url, root.version], [
    [{ "@id": "#author-1" }, { "@id": "#author-2" }],
    "2026-11-21",
    "https://example.org/",
    "0.1.0",
  ]);
  assertEquals(of("#author-2"), { "@id": "#author-2", "@type": "Person", name: "Ben Blue" });
  assertEquals(
    root.creditText,
    "Ada Red, Ben Blue (2026). Presidential vote counts: what the numbers say. In Tallybook: " +
      "presidential vote counts, checked, version 0.1.0, page index. https://example.org/index.html",
  );
  const { deno, library, lock } = VERSIONS;
  const bare = crate({ versions: { deno, library, lock } }).of("./")!;
  assertEquals(["datePublished" in bare, "url" in bare, bare.author], [false, false, []]);
});

Deno.test("each file has type, size in bytes and hash, in the order of the paths; a page its title and answer", () => {
  const files = [
    { path: "b.html", content: "é" },
    { path: "a.csv", content: "x\n" },
    { path: "notebooks/b.ipynb", content: "{}" },
    { path: "a.bin", content: new Uint8Array([0, 1, 2]) },
    { path: "c.html", content: "" },
  ];
  const pages = [
    { name: "b", title: "Who won?", answer: "She did." },
    { name: "c", title: "By how much?", answer: "" },
  ];
  const { of, ids } = crate({ files, pages });
  const order = ["a.bin", "a.csv", "b.html", "c.html", "notebooks/b.ipynb"];
  assertEquals(of("./")!.hasPart, order.map((path) => ({ "@id": path })));
  assertEquals(ids.filter((id) => order.includes(id)), order);
  assertEquals(of("b.html"), {
    "@id": "b.html",
    "@type": "File",
    name: "Who won?",
    description: "She did.",
    encodingFormat: "text/html",
    contentSize: "2",
    sha256: sha256("é"),
  });
  assertEquals(of("c.html"), {
    "@id": "c.html",
    "@type": "File",
    name: "By how much?",
    encodingFormat: "text/html",
    contentSize: "0",
    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  });
  assertEquals(of("notebooks/b.ipynb")!["@type"], ["File", "SoftwareSourceCode"]);
  assertEquals(of("a.csv")!.encodingFormat, "text/csv");
  // Of a kind that nobody described only what the bytes say.
  assertEquals(Object.keys(of("a.bin")!), ["@id", "@type", "name", "contentSize", "sha256"]);
  assertEquals([of("a.bin")!.name, of("a.bin")!.contentSize], ["a.bin", "3"]);
});

Deno.test("tables that a page read are mentioned, not parts: their license where it is known", () => {
  const { of } = crate({
    tables: [
      { path: "data/a.csv", title: "Returns", license: "GPL-2.0" },
      { path: "data/b.csv", title: "Others" },
    ],
  });
  assertEquals(of("./")!.mentions, [{ "@id": "#data/a.csv" }, { "@id": "#data/b.csv" }]);
  assertEquals(of("./")!.hasPart, []);
  assertEquals(of("#data/a.csv"), {
    "@id": "#data/a.csv",
    "@type": "Dataset",
    name: "Returns",
    identifier: "data/a.csv",
    license: "GPL-2.0",
  });
  assertEquals("license" in of("#data/b.csv")!, false);
});
