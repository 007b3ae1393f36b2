import { assert, assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import { electorsBar, figure, measureText } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("electorsBar() stacks Democrats left, Republicans right, all else between", () => {
  const D = "Democratic", R = "Republican";
  const rows = [
    { status: "projected", candidate: "Clinton", party: D, electors: 232 },
    { status: "projected", candidate: "Trump", party: R, electors: 290 },
    { status: "projected", candidate: "Michigan open", party: "open", electors: 16 },
    { status: "won", candidate: "Clinton", party: D, electors: 232 },
    { status: "won", candidate: "Trump", party: R, electors: 306 },
    { status: "cast", candidate: "Clinton", party: D, electors: 227 },
    { status: "cast", candidate: "Trump", party: R, electors: 304 },
    { status: "cast", candidate: "Powell", party: "other", electors: 3 },
    { status: "cast", candidate: "Kasich", party: "other", electors: 1 },
    { status: "cast", candidate: "Paul", party: "other", electors: 1 },
    { status: "cast", candidate: "Sanders", party: "other", electors: 1 },
    { status: "cast", candidate: "Spotted Eagle", party: "other", electors: 1 },
  ];
  assertFigure(figure({
    id: "electors-bar",
    title: "290, 306 or 304: three statuses of the same electors",
    subtitle: "Electors of 2016 by status",
    source: "FEC, Federal Elections 2016; National Archives",
    alt:
      "Three stacked bars. Projected in November: Clinton 232, Trump 290, Michigan's 16 open. Won: 232 and 306. Cast: 227 and 304, and seven for five others.",
    ...electorsBar(rows, {
      bar: "status",
      name: "candidate",
      party: "party",
      electors: "electors",
    }),
  }));
});

Deno.test("electorsBar() keeps a label above its bar on its side of the majority's line", () => {
  const [D, R] = ["Democratic", "Republican"];
  const rows = [
    { year: 2000, name: "Gore", party: D, electors: 266 },
    { year: 2000, name: "Abstained", party: "other", electors: 1 },
    { year: 2000, name: "Bush", party: R, electors: 271 },
    { year: 2100, name: "One", party: D, electors: 272 },
    { year: 2100, name: "Another", party: "other", electors: 6 },
    { year: 2100, name: "Third", party: R, electors: 260 },
  ];
  const svg = figure({
    id: "electors-bar-line",
    title: "One elector beside the line",
    source: "none",
    alt: "Two stacked bars.",
    ...electorsBar(rows, { bar: "year", name: "name", party: "party", electors: "electors" }),
  }).toSvg();
  const texts = [...new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("text")];
  // The middle of a label: its mark's shift, if any, and its own place.
  const middle = (label: string) => {
    const text = texts.find(({ textContent }) => textContent === label)!;
    const shifts = [text, text.parentElement!].map((node) =>
      Number(/translate\(([-\d.]+)/.exec(node.getAttribute("transform") ?? "")?.[1] ?? 0)
    );
    return shifts.reduce((sum, shift) => sum + shift);
  };
  const line = middle("270 of 538 are a majority");
  assertEquals(texts.filter(({ textContent }) => /Abstained|Another/.test(textContent)).length, 2);
  assert(middle("Abstained 1") + measureText("Abstained 1", 11) / 2 < line - 5);
  assert(middle("Another 6") - measureText("Another 6", 11) / 2 > line + 5);
});
