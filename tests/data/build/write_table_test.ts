import { assertEquals, assertThrows } from "@std/assert";
import { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { DataError } from "tallybook/data";
import { counts, type TableSchema, texts } from "../../../lib/data/schema.ts";
import { frameToBytes, toBytes } from "../../../lib/data/build/write_table.ts";

const schema: TableSchema = {
  name: "trial",
  file: "data/trial.csv",
  title: "A trial",
  description: "Rows for this test",
  columns: [texts("place", "Place"), counts("votes", "Votes", { optional: true })],
  key: ["place"],
  license: "none",
};
const parquet = { ...schema, file: "data/trial.parquet" };
const rows = [{ place: 'Dane, "Town"', votes: 12 }, { place: "Linden", votes: null }];
const cells = pl.DataFrame({ place: ['Dane, "Town"', "Linden"], votes: ["12", null] });

Deno.test("a CSV table that is built as a frame has the same file as one built as rows", () => {
  const text = 'place,votes\n"Dane, ""Town""",12\nLinden,\n';
  assertEquals(new TextDecoder().decode(toBytes(schema, rows)), text);
  assertEquals(new TextDecoder().decode(frameToBytes(schema, cells)), text);
});

Deno.test("a Parquet table has the same bytes either way, and counts of any size", () => {
  assertEquals(toBytes(parquet, rows), frameToBytes(parquet, cells));
  const large = [{ place: "Dane", votes: 2 ** 31 }, { place: "Linden", votes: 2 ** 53 - 1 }];
  const frame = pl.readParquet(Buffer.from(toBytes(parquet, large)));
  assertEquals(frame.getColumn("votes").toArray().map(Number), [2 ** 31, 2 ** 53 - 1]);
});

Deno.test("what breaks the schema is not written", () => {
  assertThrows(() => toBytes(schema, [{ place: "Dane", votes: -1 }]), DataError, 'column "votes"');
  assertThrows(() => toBytes(schema, [{ place: "Dane", vote: 1 }]), DataError, '"vote"');
});
