import { assertEquals } from "@std/assert";
import { sha256 } from "../../../lib/files/hash.ts";
import { tableFacts } from "../../../lib/report/origins/table_facts.ts";
import { inFolder } from "../../files/in_folder.ts";

const RESOURCES = [
  {
    name: "votes",
    path: "votes.csv",
    title: "Votes",
    hash: "sha256:ab",
    rows: 7,
    sources: [
      { title: "fec/a.xlsx", path: "sources/a.json" },
      { title: "fec/b.xlsx", path: "sources/none.json" },
    ],
  },
  { name: "bare", path: "bare.csv" },
];
const correction = (id: string, file: string) => ({ id, file, reason: "r", source: "s", more: 1 });
const CORRECTIONS = [correction("one", "fec/a.xlsx"), correction("two", "other.csv")];
const SIDECAR = { title: "The FEC's totals", sha256: "cd", original_url: "https://fec.gov/a" };
const FILES = {
  "data/datapackage.json": JSON.stringify({ resources: RESOURCES }),
  "data/corrections.json": JSON.stringify(CORRECTIONS),
  "data/sources/a.json": JSON.stringify(SIDECAR),
};

Deno.test("a table's facts are what package, sidecars and corrections say of it", () =>
  inFolder(async (root) => {
    assertEquals(await tableFacts(root, ["votes", "bare", "unknown"]), {
      votes: {
        title: "Votes",
        path: "data/votes.csv",
        sha256: "ab",
        rows: 7,
        sources: [
          { title: "The FEC's totals", file: "fec/a.xlsx", sha256: "cd", url: "https://fec.gov/a" },
          { title: "fec/b.xlsx", file: "fec/b.xlsx", sha256: "", url: "" },
        ],
        corrections: [{ id: "one", file: "fec/a.xlsx", reason: "r", source: "s" }],
      },
      bare: {
        title: "bare",
        path: "data/bare.csv",
        sha256: "",
        rows: 0,
        sources: [],
        corrections: [],
      },
    });
  }, FILES));

Deno.test("the package itself and the corrections are files that notebooks read, too", () =>
  inFolder(async (root) => {
    const facts = await tableFacts(root, ["datapackage", "corrections"]);
    const hash = (name: string) => sha256(Deno.readFileSync(`${root}/data/${name}.json`));
    assertEquals(
      Object.entries(facts).map(([name, { path, rows, sha256 }]) => [name, path, rows, sha256]),
      [
        ["datapackage", "data/datapackage.json", 2, hash("datapackage")],
        ["corrections", "data/corrections.json", 2, hash("corrections")],
      ],
    );
  }, FILES));

Deno.test("a project without them knows no table", () =>
  inFolder(async (root) => {
    assertEquals(await tableFacts(root, ["votes"]), {});
    const { corrections } = await tableFacts(root, ["corrections"]);
    assertEquals([corrections!.rows, corrections!.sha256], [0, sha256("")]);
  }));
