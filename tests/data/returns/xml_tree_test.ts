import { assertEquals } from "@std/assert";
import { xmlTree } from "../../../lib/data/returns/layouts/xml_tree.ts";

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
