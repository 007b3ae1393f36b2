import { assertEquals } from "@std/assert";
import { citation, outcomeCsv, scenarioAddress } from "../../../lib/report/panels/take_away.ts";

Deno.test("scenarioAddress() names all that is set, and nothing that the page was opened with", () => {
  assertEquals(
    scenarioAddress("file:///r/live_x.html?state=PA#year=1", { year: "2016", state: "New York" }),
    "file:///r/live_x.html#year=2016&state=New+York",
  );
});

Deno.test("tableCsv() writes numbers as programs read them, and leaves words alone", () => {
  const table = {
    caption: "",
    columns: [{ label: "State, or unit" }, { label: "Lead", numeric: true }, { label: "Why" }],
    rows: [["Ohio", "+2,015,251", "1,000 more"], ["Iowa", "\u2212386,616", "x"], [
      "Utah",
      "–",
      "–",
    ], ["Guam", "22.52%", ""]],
  };
  assertEquals(
    outcomeCsv(table),
    '"State, or unit",Lead,Why\nOhio,2015251,"1,000 more"\nIowa,-386616,x\nUtah,,–\nGuam,22.52%,\n',
  );
});

Deno.test("citation() names authors, title, version, address and day", () => {
  const of = (title: string) =>
    citation({ title, version: "0.1.0", address: "a.html#x=1", day: "2026-11-27" });
  assertEquals(
    of("What if?"),
    "The Tallybook authors. “What if?” Live panel, Tallybook 0.1.0. a.html#x=1 (seen 2026-11-27).",
  );
  assertEquals(of("Rules").includes("“Rules.”"), true);
});
