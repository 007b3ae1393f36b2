import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { shownFigure } from "./shown_figure.ts";
import { printed } from "./shown.ts";
import {
  counts,
  digits,
  equipment,
  fec,
  holds,
  interval,
  margin,
  notebook,
  one,
  original,
  page,
  recount,
  signed,
  small,
  type Technology,
  text,
  two,
} from "./voting_machines.ts";

Deno.test("05: the recount's table is as computed in Python from the state's file", () => {
  const { by_equipment_majority: by, net, sum_abs: sums, units, unmatched } = recount;
  const named = [
    ["hand", by["hand>=50%"]!],
    ["DRE", by["DRE>=50%"]!],
    ["scan", by["OS>=50%"]!],
    ["mixed", by.mixed!],
  ] as const;
  const labels: Record<string, string> = {
    hand: "paper, first counted by hand",
    DRE: "DREs",
    scan: "paper, first counted by scanner",
    mixed: "no method above half",
    unmatched: "not in the clerks' reports",
    all: "all",
  };
  const row = (
    name: string,
    n: number,
    trump: number,
    clinton: number,
    moved: number,
    votes: number,
  ) =>
    holds(
      `${labels[name]} ${printed(n)} ${printed(counts.changed[name]!)} ${signed(trump)} ${
        signed(clinton)
      } ` +
        `${signed(trump - clinton)} ${printed(moved)} ${one(1e4 * moved / votes)} `,
    );
  const both = ({ orig_Donald, orig_Hillary }: Technology) => orig_Donald + orig_Hillary;
  for (const [name, t] of named) {
    row(name, t.units, t.net_Donald, t.net_Hillary, t.abs_Donald + t.abs_Hillary, both(t));
  }
  // What is left of the whole are the units whose municipality is in no report.
  const left = (whole: number, part: (t: Technology) => number) =>
    named.reduce((rest, [, t]) => rest - part(t), whole);
  const votes = original.Donald + original.Hillary;
  const moved = sums.Donald + sums.Hillary;
  row(
    "unmatched",
    unmatched,
    left(net.Donald, (t) => t.net_Donald),
    left(net.Hillary, (t) => t.net_Hillary),
    left(moved, (t) => t.abs_Donald + t.abs_Hillary),
    left(votes, both),
  );
  row("all", units, net.Donald, net.Hillary, moved, votes);
  assertEquals(counts.changed.all, units - recount.units_all_zero_change);

  const [dre, scan] = [named[1][1], named[2][1]];
  holds(
    `the net was ${dre.margin_net}; where paper had been mostly scanned at the first count, ${scan.margin_net}`,
  );
  holds(
    `by ${one(dre.abs_rate_per_10k)} votes in 10,000 against ${
      one(scan.abs_rate_per_10k)
    }, but for ` +
      `both candidates nearly alike (+${dre.net_Donald} and +${dre.net_Hillary})`,
  );
  const { units: drawn, same_margin: same } = counts.figure;
  const { caption, rows } = shownFigure(notebook, "recount-by-unit");
  assertStringIncludes(
    caption,
    `${printed(drawn)} reporting units; ${printed(same)} have no change`,
  );
  assertEquals(rows.length, drawn);
  const net_ = (name: string) =>
    rows.filter((r) => r.technology === name).reduce((sum, r) => sum + Number(r.change), 0);
  assertEquals([net_("DRE"), net_("scan")], [dre.margin_net, scan.margin_net]);
});

Deno.test("05: each state's counties give R's estimate, p-values and least detectable effect", () => {
  const adjustedFor = new Map(equipment.by_state.map((row) => [row.state, row]));
  const figure = new Map(shownFigure(notebook, "states").rows.map((row) => [row.state, row]));
  assertEquals(figure.size, 16);
  const postal: Record<string, string> = {
    Arkansas: "AR",
    California: "CA",
    Florida: "FL",
    Illinois: "IL",
    Indiana: "IN",
    Kansas: "KS",
    Mississippi: "MS",
    Missouri: "MO",
    "North Carolina": "NC",
    Ohio: "OH",
    Pennsylvania: "PA",
    Tennessee: "TN",
    Texas: "TX",
    Virginia: "VA",
    "West Virginia": "WV",
    Wisconsin: "WI",
  };
  for (const [state, row] of Object.entries(page.states)) {
    const { bh, holm } = adjustedFor.get(state)!;
    const least = printed(Math.round(row.least_votes));
    const lead = printed(Math.abs(fec[postal[state]!]!.margin_trump_minus_clinton));
    holds(
      `${state} ${small(row.p)} ${two(bh)} ${two(holm)} ${two(row.mde80)} ${least} ${lead}`,
    );
    const drawn = figure.get(state)!;
    assertEquals([Number(drawn.n), Number(drawn.electronic)], [row.n, row.electronic]);
    assertAlmostEquals(Number(drawn.point), row.est, 1e-8);
    assertAlmostEquals(Number(drawn.lower), row.lower, 1e-8);
    assertAlmostEquals(Number(drawn.upper), row.upper, 1e-8);
  }
  assertEquals(Object.values(page.states).filter(({ p }) => p < 0.05).length, 0);
  holds(`None of ${Object.keys(page.states).length} states has p below 0.05`);
});

Deno.test("05: Pennsylvania's and the nation's numbers are R's", () => {
  const { naive, adjusted_only: only } = page.pennsylvania;
  const pa = page.states.Pennsylvania!;
  const { bh, holm } = equipment.by_state.find(({ state }) => state === "Pennsylvania")!;
  holds(`${page.three.Pennsylvania!.only} of 67 counties voted on DREs alone`);
  holds(
    `Clinton's two-party share was ${interval(naive!)} points higher in them than in all other`,
  );
  holds("Nothing cast on them can be counted again");
  holds(`in counties with any DRE was ${interval(pa)} points, p = ${small(pa.p)}`);
  holds(`counted among the others it is ${interval(only!)}, p = ${small(only!.p)}`);
  holds(`Only ${page.three.Pennsylvania!.scan} of the counties had no DRE`);
  // 1 − 0.95¹⁶ = 0.5599.
  holds("none has a p-value below 0.05; in as many independent tests of true nothings");
  holds("at least one comes out so with probability 56%");
  holds(
    `Adjusted for that Pennsylvania's is ${two(holm)} (Holm) or ${two(bh)} (Benjamini–Hochberg)`,
  );
  const { n, states } = page.national;
  holds(`the ${printed(n)} counties of the ${states} states that have both kinds`);
  holds(`differ by ${interval(page.national)} points`);
});

Deno.test("05: Michigan's recount is said to have been stopped, with the court's ruling", () => {
  // Michigan Court of Appeals, dockets 335947 and 335958, December 6, 2016; 896 N.W.2d 485.
  holds("*Attorney General v. Board of State Canvassers*, 318 Mich. App. 242");
});

Deno.test("05: the digit tests are Python's", () => {
  holds(`Wisconsin's ${printed(counts.reporting)} reporting units`);
  for (const name of ["Trump", "Clinton"]) {
    const first = digits[`digits WI reporting units ${name}`]!;
    const again = digits[`digits WI recount ${name}`]!;
    holds(
      `${name}, second digit, Benford's law ${printed(first.n2)} ${one(first.chi2_2BL)} ` +
        `${small(first.p_2BL)} ${small(again.p_2BL)} `,
    );
    holds(
      `${name}, last digit, equal shares ${printed(first.n_last)} ${one(first.chi2_last)} ` +
        `${small(first.p_last)} ${small(again.p_last)} `,
    );
  }
});

Deno.test("05: digit tests raise the alarm as often as in other simulations", () => {
  // 2,000 elections by numpy (21_machines_counts.py) against the page's 200: four standard errors.
  holds(`${printed(counts.alike)} units of similar size`);
  for (const name of ["Trump", "Clinton"]) {
    for (const [digit, label] of [["second", "Benford's law"], ["last", "equal shares"]]) {
      const row = text.match(
        new RegExp(`${name}, ${digit} digit, ${label} [^%]* ([0-9.]+)% ([0-9.]+)% ([0-9.]+)% `),
      )!;
      for (const [i, kind] of ["clean", "alike", "switched"].entries()) {
        const rate = counts.alarms[`${name.toLowerCase()} ${digit} ${kind}`]!;
        const error = Math.sqrt(rate * (1 - rate) * (1 / 200 + 1 / counts.elections));
        assertAlmostEquals(Number(row[i + 1]) / 100, rate, 4 * error, `${name} ${digit} ${kind}`);
      }
    }
  }
  // 3.9 points of these units' votes, twice: 22,423, about the margin.
  const moved = 2 * 0.039 * counts.votes_on_dre_units;
  assert(Math.abs(moved / margin - 1) < 0.02);
  holds(
    "with 3.9 points switched in every unit that voted mostly on DREs, about the state's margin",
  );
});
