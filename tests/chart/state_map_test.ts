import { figure, stateMap } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("stateMap() colors states by category and names what has no data", () => {
  const kinds = ["paper ballots", "DRE with paper trail", "DRE without paper"];
  const states =
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI"
      .split(" ");
  assertFigure(figure({
    id: "state-map",
    title: "Kinds of equipment by state",
    subtitle: "Wyoming is left out on purpose",
    source: "Made for this test; boundaries by the U.S. Census Bureau",
    alt: "A map of the states in three colors, Wyoming without data.",
    ...stateMap(states.map((state, i) => ({ state, kind: kinds[(i * 7) % 3]! })), {
      state: "state",
      value: "kind",
      categories: {
        "paper ballots": "#b5d0ea",
        "DRE with paper trail": "#4a8bc2",
        "DRE without paper": "#0b3c6f",
      },
    }),
  }));
});
