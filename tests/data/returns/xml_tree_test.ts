import { assertEquals, assertStringIncludes } from "@std/assert";
import { readReturns } from "tallybook/data";
import { refusing } from "./reading.ts";
import { withFile } from "./with_file.ts";
import { isTooDeep, xmlTree } from "../../../lib/data/returns/layouts/xml_tree.ts";
import { processorTime } from "../../files/processor_time.ts";

Deno.test("xmlTree() reads named, decimal and hexadecimal characters, and leaves unknown names", () => {
  const tree = xmlTree(
    `<a name="Pe&#241;a &amp; Nu&#xF1;ez &#X41; &nbsp;"><b>&lt;x&gt; &quot;&apos;</b></a>`,
  );
  const root = tree?.name === "" ? tree.children[0] : tree;
  assertEquals(root?.attributes["name"], "Peña & Nuñez A &nbsp;");
  assertEquals(root?.children[0]?.text, `<x> "'`);
});

Deno.test("xmlTree() reads CDATA as it stands and refuses what is closed otherwise", () => {
  const tree = xmlTree("<a><![CDATA[1 < 2 &amp; 3]]></a>");
  const root = tree?.name === "" ? tree.children[0] : tree;
  assertEquals(root?.text, "1 < 2 &amp; 3");
  assertEquals(xmlTree("<a><b></a></b>"), undefined);
});

Deno.test("xmlTree() leaves characters that there are none of as they stand", () => {
  assertEquals(
    xmlTree("<a>&#x110000; &#abc; &#x10FFFF;</a>")?.text,
    "&#x110000; &#abc; \u{10ffff}",
  );
});

Deno.test("xmlTree() and isTooDeep() refuse what stands in itself beyond all use", () => {
  const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
  assertEquals(xmlTree(nested(50_000)), undefined);
  assertEquals(xmlTree(nested(900))?.name, "a");
  const lists = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown;
  assertEquals([isTooDeep(lists(50_000)), isTooDeep(lists(900))], [true, false]);
});

Deno.test("xmlTree() takes time in proportion to the text, however it is damaged", () => {
  // Each of these took minutes where every opening looked for its end anew.
  for (const part of ["<!--", "<a ", "<a b='\" ", "<![CDATA[", "<?x ", "<a x ", "</", '<a b="']) {
    const text = `<r>${part.repeat(200_000)}`;
    const taken = processorTime(() => assertEquals(xmlTree(text), undefined, part));
    assertEquals(taken < 5000, true, `${part}: ${taken} ms`);
  }
});

Deno.test("XML that declares entities is refused by name, in a declared encoding it is read", () => {
  const report = (name: string, head: string) =>
    `${head}<ElectionReport><Election><StartDate>2020-11-03</StartDate>` +
    `<Candidate ObjectId="c"><BallotName>${name}</BallotName></Candidate>` +
    `<Contest><Name>President</Name><ContestSelection><CandidateIds>c</CandidateIds><VoteCounts>` +
    `<GpUnitId>p</GpUnitId><Count>10</Count></VoteCounts></ContestSelection></Contest></Election>` +
    `<GpUnit ObjectId="p"><Name>North</Name><Type>precinct</Type></GpUnit></ElectionReport>`;
  const declared = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>';
  const error = refusing("r.xml", report("&x;", declared), { state: "OH" });
  assertStringIncludes(error.message, "declares entities");
  const text = report("Jos\xe9", '<?xml version="1.0" encoding="ISO-8859-1"?>');
  const names = withFile(
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    (path) =>
      readReturns(path, { state: "OH", check: false }).returns.getColumn("candidate").toArray(),
    "r.xml",
  );
  assertEquals(names, ["José"]);
});
