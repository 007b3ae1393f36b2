import { assertEquals, assertThrows } from "@std/assert";
import { literature } from "tallybook/display";

Deno.test("literature() gives a line a work, and says nothing where nothing compares", () => {
  const page = "https://example.org/a(1)";
  assertEquals(
    literature([{ work: "A", page, found: "F" }, { work: "B", page, found: "G", here: "H" }]),
    "- [A](https://example.org/a%281%29). F.\n- [B](https://example.org/a%281%29). G. *Here:* H.",
  );
});

Deno.test("literature() refuses no works and an address that is none", () => {
  assertThrows(() => literature([]), RangeError, "found 0 members");
  assertThrows(() => literature([{ work: "A", page: "a.org", found: "F" }]), TypeError, '"a.org"');
});
