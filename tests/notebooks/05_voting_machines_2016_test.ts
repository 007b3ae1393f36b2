import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { goldenRows } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { csvRows } from "./csv_rows.ts";
import { shownFigure } from "./shown_figure.ts";
import { printed } from "./shown.ts";
import {
  counts,
  holds,
  type Interval,
  interval,
  machines,
  margin,
  type Model,
  more,
  notebook,
  one,
  original,
  page,
  recount,
  recounted,
  rung,
  thresholds,
  two,
} from "./voting_machines.ts";

Deno.test("05: the margin and Wisconsin's two counts are those of the state and the FEC", () => {
  // Wisconsin Elections Commission: 1,404,440 and 1,381,823; after the recount 1,405,284 and 1,382,536.
  assertEquals([original.Donald, original.Hillary], [1_404_440, 1_381_823]);
  assertEquals([recounted.Donald, recounted.Hillary], [1_405_284, 1_382_536]);
  assertEquals(recounted.Donald - recounted.Hillary, margin);
  holds(`Trump gained ${1_405_284 - 1_404_440} votes and Clinton ${1_382_536 - 1_381_823}`);
  holds(`a net 131 for Trump in ${printed(1_404_440 + 1_381_823)} votes for the two`);
  holds(`to make the margin of ${printed(margin)}`);
});

Deno.test("05: the answer comes first, with both outcomes before and after controls", () => {
  assertAnswerFirst(notebook);
  const { margin_net: onMachines } = recount.by_equipment_majority["DRE>=50%"]!;
  const { margin_net: onPaper } = recount.by_equipment_majority["OS>=50%"]!;
  holds(
    `**No sign in the recount.** Wisconsin counted its paper again, partly by hand, partly by scanner: Trump's margin over Clinton grew by ${
      recount.net.Donald - recount.net.Hillary
    } votes, to ${printed(margin)}.`,
  );
  const moved = recount.net.Donald - recount.net.Hillary;
  holds(`Of the +${moved} votes +${onMachines} came from places that had voted mostly on`);
  const { margin_net: onHand } = recount.by_equipment_majority["hand>=50%"]!;
  const elsewhere = moved - onMachines - onPaper - onHand;
  // A count of November and one of December are told apart.
  holds(
    `+${onPaper} where November's first count was by scanner, +${onHand} where it was by hand, +${elsewhere} elsewhere`,
  );
  // Counties whose hand count a report names, and their part of the votes for the two.
  const [methods, units] = ["wisconsin_recount_methods", "wisconsin_units"].map((table) =>
    csvRows(Deno.readTextFileSync(new URL(`../../data/${table}.csv`, import.meta.url)))
  ) as [ReturnType<typeof csvRows>, ReturnType<typeof csvRows>];
  const byHand = methods.filter((row) => row.method === "hand").map((row) => row.county!);
  const votes = units.filter((row) => byHand.includes(row.county!))
    .reduce((sum, row) => sum + Number(row.trump_original) + Number(row.clinton_original), 0);
  const share = Math.round(100 * votes / (1_404_440 + 1_381_823));
  const byMachine = methods.filter((row) => row.method === "machine").length;
  const rest = methods.length - byHand.length - byMachine;
  holds(
    `Of ${methods.length} counties reports at hand name ${byHand.length}, with ${share}% of the votes, as counting again by hand and ${byMachine} as scanning again, the weaker check; how the other ${rest} did they don't say.`,
  );
  const { level, level_adjusted, change, change_adjusted, change_raw } = more.counties;
  const between = (e: Interval) => `${two(e.lower)} to ${two(e.upper)}`;
  const inTable = (e: Interval) => `| ${two(e.est)} | ${between(e)} |`;
  holds(
    `with nothing held fixed, Clinton's share in counties with such machines was ${
      two(-level.est)
    } points below the others' (95% interval ${two(-level.upper)} to ${two(-level.lower)})`,
  );
  holds(
    "Counties with such machines are here those with electronic machines for more than 25% of ballots.",
  );
  holds(
    `${inTable(level)} education, race and log density held fixed: ${interval(level_adjusted)} |`,
  );
  holds(
    `${inTable(change)} the same held fixed: ${interval(change_adjusted)}; ` +
      `with density not logged: ${interval(change_raw)} |`,
  );
  const paperless = counts.dre_without_paper.Pennsylvania;
  holds(
    `in ${paperless} of Pennsylvania's 67 counties they left no paper, so counts there can't tell.`,
  );
  const [model, closest] = [rung("dose_votes"), rung("size_votes")];
  // R's 64 models: how many intervals leave zero out, where size and county are free or fixed.
  const clear = (models: Model[]) => {
    const those = models.filter((e) => e.lower > 0 || e.upper < 0);
    return `${those.length} of ${models.length}`;
  };
  const { models } = page.spec;
  const inCounties = models.filter((each) => each.within);
  holds(
    `Of this page's 64 models that account for 2012 and for who lives there ${page.spec.exclude_zero} have 95% ` +
      `intervals without zero: ${clear(models.filter((each) => !each.within))} across the state, ` +
      `${clear(inCounties.filter((each) => !each.size))} within counties with size free, ` +
      `${clear(inCounties.filter((each) => each.size))} within counties with size fixed.`,
  );
  holds(
    `| Switch that would make the margin of ${printed(margin)} | ${two(page.flip)}% | – | ${
      printed(Math.round(page.ballots))
    } ballots cast on electronic machines |`,
  );
  holds(
    `| ${two(model.est)} | ${two(model.lower)} to ${two(model.upper)} | ${
      two(page.flip)
    } would make the margin of ${printed(margin)} |`,
  );
  holds(`| ${two(closest.est)} | ${two(closest.lower)} to ${two(closest.upper)} | the same`);
});

Deno.test("05: what is left out, and why, is as counted elsewhere", () => {
  const { n_in: all, n_out: used, dropped, dre_vote_share: share } = recount.clean;
  const left = Object.values(dropped);
  assertEquals(left.reduce((a, b) => a + b), all - used);
  holds(`Of ${printed(all)} rows ${printed(used)} can be used; ${all - used} are left out`);
  holds(`ballot shares do not add up to 1: ${left[0]};`);
  holds(`fewer than 50 votes: ${dropped["<50 votes"]};`);
  holds(`missing covariate: ${dropped["missing covariate"]};`);
  holds(`ballots differ from votes: ${left.at(-1)})`);
  holds(`${one(100 * share)}% of the votes were cast on DREs`);
  holds(`and ${machines.n_D} municipalities cast at least half on them`);
  holds(`clerks' reports leave out ${all - used} of ${printed(all)} rows`);
});

Deno.test("05: the three states' counties have what Verified Voting lists", () => {
  for (const [state, row] of Object.entries(page.three)) {
    const other = row.counties! - row.only! - row.mixed! - row.scan!;
    const paperless = counts.dre_without_paper[state] ?? 0;
    holds(`${state} ${row.counties} ${row.only} ${row.mixed} ${row.scan} ${other} ${paperless} `);
  }
  holds(
    `(${counts.dre_with_paper.Wisconsin} of its ${page.three.Wisconsin!.any} counties with DREs)`,
  );
  holds(
    `every one of the ${counts.dre_without_paper.Pennsylvania} counties with DREs used machines`,
  );
  holds(`all ${page.three.Michigan!.scan} of its 83 counties voted on scanned paper, and not one`);
});

Deno.test("05: the map's shares are R's, in each of 72 counties", () => {
  const { county_share: shares, counties_over_half: over, counties_none: none } = page.units;
  const rows = shownFigure(notebook, "electronic-share-by-county").rows;
  assertEquals(rows.length, Object.keys(shares).length);
  for (const row of rows) assertAlmostEquals(Number(row.share), shares[row.county!]!, 1e-7);
  holds(
    `In ${over} of them more than half of the votes came from electronic machines, in ${none} none`,
  );
});

Deno.test("05: the naive gap and its dependence on the cut-off are Python's and R's", () => {
  const { n_over25, naive_mean_dem_dre, naive_mean_dem_other } = machines.county;
  holds(`when more than a quarter of its ballots were cast on DREs: ${n_over25} of 72 are`);
  holds(`was ${one(naive_mean_dem_dre)} percent, in the others ${one(naive_mean_dem_other)}`);
  const { est, lower, upper } = page.curve[5]!.naive;
  holds(`a gap of **${two(est)} points** (95% interval ${two(lower)} to ${two(upper)})`);
  const range = (key: string) => {
    const values = thresholds.map((row) => row[key]!);
    return `${one(Math.min(...values))} to ${one(Math.max(...values))}`;
  };
  holds(`moves the gap from ${range("naive")} points`);
  holds(`voters instead of counties makes it ${range("naive_weighted")}.`);
  const span = (key: keyof typeof page.curve[number]) => {
    const values = page.curve.map((row) => row[key].est);
    return `${one(Math.min(...values))} to ${one(Math.max(...values))}`;
  };
  holds(`log density) the same gap is ${span("level_adjusted")}.`);
  const { change, change_adjusted: logged, change_raw: raw } = more.counties;
  holds(
    `differs by ${two(change.est)} points at a quarter (${two(change.lower)} to ${
      two(change.upper)
    }), and by ${span("change")} by the cut; with the three held fixed by ${range("adj_change")}.`,
  );
  holds(
    `differs by ${two(raw.est)} points (${two(raw.lower)} to ${two(raw.upper)})`,
  );
  holds(`the form alone moves the answer by ${one(Math.abs(raw.est - logged.est))} points`);

  const kinds = [
    ["Clinton's share", "no controls", "naive"],
    ["Clinton's share", "held fixed", "level_adjusted"],
    ["Change since 2012", "no controls", "change"],
    ["Change since 2012", "held fixed", "adjusted"],
  ] as const;
  const rows = shownFigure(notebook, "threshold-curve").rows;
  assertEquals(rows.length, kinds.length * thresholds.length);
  for (const [i, cut] of thresholds.entries()) {
    for (const [outcome, kind, inR] of kinds) {
      const row = rows.find((r) =>
        r.outcome === outcome && r.kind === kind && +r.threshold! === 100 * cut.threshold!
      )!;
      assertEquals(Number(row.electronic), cut.n_dre);
      assertAlmostEquals(Number(row.point), page.curve[i]![inR].est, 1e-9);
      assertAlmostEquals(Number(row.lower), page.curve[i]![inR].lower, 1e-9);
      assertAlmostEquals(Number(row.upper), page.curve[i]![inR].upper, 1e-9);
    }
  }
});

Deno.test("05: municipalities' naive gaps, sizes and the placebo are R's", () => {
  holds(
    `Clinton's share of all votes differs by ${
      interval(rung("level"))
    } points when each of the 1,808 units counts once`,
  );
  holds(`and by ${interval(rung("level_votes"))} when each vote does`);
  const { median_votes_electronic: on, median_votes_other: off } = page.units;
  holds(`The median electronic unit cast ${on} votes, the median other unit ${off}`);
  const cells = page.small_places;
  holds(`below the median of ${Math.round(cells.middle!)} votes`);
  holds(
    `by ${one(cells.small_electronic!)} points on average in electronic units and by ` +
      `${one(cells.small_other!)} in the others; above it, by ${
        one(cells.large_electronic!)
      } and ` +
      `${one(cells.large_other!)}: in both classes the electronic ones moved further.`,
  );
  assert(cells.small_electronic! < cells.small_other!);
  assert(cells.large_electronic! < cells.large_other!);
  holds(`had voted ${interval(page.placebo)} points differently in 2012`);
});

Deno.test("05: the scatter holds each municipality's votes, dose and change", () => {
  const rows = new Map(shownFigure(notebook, "dose-response").rows.map((row) => [row.unit, row]));
  const municipalities = goldenRows("data/wi_muni_2016.csv");
  assertEquals(rows.size, municipalities.length);
  const twoParty = (dem: string, rep: string) => 100 * Number(dem) / (Number(dem) + Number(rep));
  for (const m of municipalities) {
    const row = rows.get(`${m.muni!.slice(0, -m.county!.length - 1)}, ${m.county}`)!;
    const change = twoParty(m.dem16!, m.rep16!) - twoParty(m.dem12!, m.rep12!);
    assertEquals(row.votes, m.votes16);
    assertAlmostEquals(Number(row.electronic), 100 * Number(m.dre), 1e-5);
    assertAlmostEquals(Number(row.change), change, 1e-8);
  }
  holds(`Without adjustment the slope is ${interval(page.crude)} points from none to all`);
});
