import { assertEquals } from "@std/assert";
import { figure, figureMetadata, rankedBars } from "tallybook/chart";

Deno.test("figureMetadata() says what a figure was made from, and hashes its files", async () => {
  const drawn = figure({
    id: "margin",
    title: "Michigan was close",
    source: "FEC",
    alt: "Trump won Michigan by 10,704 votes.",
    ...rankedBars([{ state: "Michigan", margin: 10704 }], { label: "state", value: "margin" }),
  });
  const metadata = figureMetadata(drawn.toStored(), {
    notebook: "02_electoral_college.ipynb",
    parameters: { year: 2016 },
    tables: { "data/state_returns.csv": "ab".repeat(32) },
    versions: { deno: "2.9.6" },
  });
  assertEquals(
    metadata,
    drawn.toMetadata({
      notebook: "02_electoral_college.ipynb",
      parameters: { year: 2016 },
      tables: { "data/state_returns.csv": "ab".repeat(32) },
      versions: { deno: "2.9.6" },
    }),
  );
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(drawn.toCsv()));
  assertEquals(metadata.sha256.csv, new Uint8Array(digest).toHex());
  assertEquals("svg" in metadata || "csv" in metadata, false);
});
