import { assertEquals } from "@std/assert";
import { addUp, type ReturnsLine } from "../../../lib/data/build/returns_lines.ts";

const line = (
  statePo: string,
  name: string,
  votes: number,
  label = "",
  year = 2016,
): ReturnsLine => ({
  year,
  statePo,
  state: statePo,
  name,
  party: null,
  label,
  votes,
  status: "certified",
  source: "made for this test",
});

Deno.test("addUp() adds a candidate's lines and orders by year, state, votes and name", () => {
  const rows = addUp([
    line("WI", "Ada", 5),
    line("NY", "Ben", 4, "Liberal"),
    line("NY", "Cy", 9),
    line("NY", "Ben", 6, "Democratic"),
    line("NY", "Di", 10),
    line("NY", "Nobody", 0),
    line("AL", "Ada", 1),
    line("WI", "Ben", 7),
    line("NY", "Ben", 2, "Liberal"),
    line("WY", "Ada", 3, "", 2012),
  ]);
  assertEquals(
    rows.map(({ year, state_po, candidate, votes, ballot_lines }) =>
      [year, state_po, candidate, votes, ballot_lines].join(" ")
    ),
    [
      "2012 WY Ada 3 ",
      "2016 AL Ada 1 ",
      "2016 NY Ben 12 Liberal+Democratic",
      "2016 NY Di 10 ",
      "2016 NY Cy 9 ",
      "2016 WI Ben 7 ",
      "2016 WI Ada 5 ",
    ],
  );
});
