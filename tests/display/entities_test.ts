import { assertEquals } from "@std/assert";
import { escaped, textOfMarkup, unescaped } from "../../lib/display/entities.ts";

Deno.test("escaped() takes the ampersand first, and unescaped() gives each text back", () => {
  const text = `AT&T <b> "5 > 3" &amp; &lt; it's`;
  assertEquals(
    escaped(text),
    "AT&amp;T &lt;b&gt; &quot;5 &gt; 3&quot; &amp;amp; &amp;lt; it's",
  );
  assertEquals(unescaped(escaped(text)), text);
});

Deno.test("textOfMarkup() leaves out elements, not what an entity made of them", () => {
  assertEquals(
    textOfMarkup('<a href="x">Gore &lt;b&gt; &#39;00</a><br/> &amp;lt;'),
    "Gore <b> '00 &lt;",
  );
});
