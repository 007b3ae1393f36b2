import { electorsBar, figure } from "tallybook/chart";
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
