import { comparisonBallots, comparisonCourse } from "../../election/audit/comparison.ts";
import { locateCards } from "../../election/audit/manifest.ts";
import { pickBallots } from "../../election/audit/sampler.ts";
import { count, percent } from "../../display/format.ts";
import { roughPercent, typedPercent } from "./digits.ts";
import type { Outcome, Panel, PanelField, PanelState } from "./panel.ts";
import { riskCurve } from "./risk_curve.ts";
import { riskField, riskLimitOf } from "./risk_field.ts";

/** What stands for numbers that were drawn from and that no manifest lists. */
export const NOWHERE = "on no manifest";

/** A county's manifest as the panel needs it: how many cards it lists. */
export interface CountyCards {
  readonly county: string;
  readonly cards: number;
}

/** One of Colorado's audits of the presidential contest. */
export interface AuditData {
  readonly year: number;
  readonly seed: string;
  readonly margin: number;
  readonly riskLimit: number;
  readonly inflator: number;
  /** Counties in the order of the draw, their manifests laid end to end. */
  readonly counties: readonly CountyCards[];
  /** The numbers that the state published as drawn, in order. */
  readonly published: readonly number[];
}

/** What an audit would have looked at. */
export interface AuditDraw {
  readonly cards: number;
  /** The measured risk after each drawn card, none differing from its record. */
  readonly risks: readonly number[];
  readonly numbers: readonly number[];
  /** Where each number leads: the county, and the card's place in its manifest. */
  readonly drawn: readonly { readonly county: string; readonly card: number }[];
  /** Draws that lead to another card when the county's manifest lacks some at its end. */
  readonly shifted: number;
}

/** Smaller margins would draw more cards than a page can, at once. */
const LEAST_MARGIN = 5000;

/** Dice are rolled until there are this many digits. */
const SEED_DIGITS = 20;

const auditOf = (audits: readonly AuditData[], state: PanelState) =>
  audits.find(({ year }) => String(year) === state.year) ?? audits.at(-1)!;

const cardsOf = ({ counties }: AuditData) => counties.reduce((sum, { cards }) => sum + cards, 0);

function located(counties: readonly CountyCards[], numbers: readonly number[]) {
  return locateCards(counties, numbers).map(({ batch, card }) => ({ county: batch.county, card }));
}

/** Draws until the measured risk meets the limit, if no card differs from its record. */
export function auditDraw(audits: readonly AuditData[], state: PanelState): AuditDraw {
  const audit = auditOf(audits, state);
  const cards = cardsOf(audit);
  const margin = Number(state.margin) / cards;
  const limit = riskLimitOf(state);
  const { inflator } = audit;
  const most = comparisonBallots(margin, limit, { inflator })!;
  const course = comparisonCourse(Array.from({ length: most }, () => 0), margin, { inflator });
  // The formula for the size is a little larger than the card after which the measured risk meets the limit.
  const enough = course.findIndex((risk) => risk <= limit) + 1;
  const risks = course.slice(0, enough === 0 ? most : enough);
  const numbers = pickBallots(state.seed!, cards, risks.length);
  const drawn = located(audit.counties, numbers);
  const lacking = Number(state.lacking);
  const changed = audit.counties.map((entry) =>
    entry.county === state.county ? { ...entry, cards: entry.cards - lacking } : entry
  );
  const others = located(changed, numbers.map((number) => Math.min(number, cards - lacking)));
  const shifted =
    drawn.filter(({ county, card }, i) => others[i]!.county !== county || others[i]!.card !== card)
      .length;
  return { cards, risks, numbers, drawn, shifted };
}

function fields(audits: readonly AuditData[], state: PanelState): readonly PanelField[] {
  const audit = auditOf(audits, state);
  const found = audit.counties.find(({ county }) => county === state.county) ?? audit.counties[0]!;
  return [
    {
      kind: "choice",
      name: "year",
      label: "Audit",
      resets: ["seed", "margin", "risk", "county", "lacking"],
      options: audits.map(({ year }) => ({ value: String(year), label: `Colorado ${year}` })),
    },
    {
      kind: "text",
      name: "seed",
      label: "Seed: the digits of the dice",
      pattern: `[0-9]{${SEED_DIGITS}}`,
      expected: `${SEED_DIGITS} digits`,
    },
    {
      kind: "number",
      name: "margin",
      label: "Winner's margin",
      least: LEAST_MARGIN,
      most: 1_000_000,
      step: 1000,
      unit: "votes",
    },
    riskField,
    {
      kind: "choice",
      name: "county",
      label: "A county whose manifest lacks cards",
      resets: ["lacking"],
      options: audit.counties.filter(({ county }) => county !== NOWHERE)
        .map(({ county }) => ({ value: county, label: county })),
    },
    {
      kind: "number",
      name: "lacking",
      label: "Cards that it lacks, at its end",
      least: 0,
      most: Math.min(2000, found.cards),
      step: 1,
      unit: "cards",
    },
  ];
}

function run(audits: readonly AuditData[], state: PanelState, width: number): Outcome {
  const audit = auditOf(audits, state);
  const { cards, risks, numbers, drawn, shifted } = auditDraw(audits, state);
  const draws = new Map<string, number>();
  for (const { county } of drawn) draws.set(county, (draws.get(county) ?? 0) + 1);
  const different = new Set(numbers).size;
  const compared = Math.min(numbers.length, audit.published.length);
  const again = state.seed === audit.seed &&
    numbers.slice(0, compared).every((number, i) => number === audit.published[i]);
  const lacking = Number(state.lacking);
  const listed = audit.counties.filter(({ county }) => county !== NOWHERE);
  const none = listed.filter(({ county }) => !draws.has(county));
  const readout = `Colorado ${audit.year}, ${count(cards)} cards, margin ${
    count(Number(state.margin))
  } (${percent(Number(state.margin) / cards, { digits: 2 })} of the cards): the dice lead to ${
    count(numbers.length)
  } draws${
    different < numbers.length ? `, ${count(different)} different cards` : ""
  }, until the risk is at most ${typedPercent(state.risk!)}, if no card differs from its record. ${
    none.length === 0
      ? "Every county has one of them."
      : `${count(none.length)} of ${count(listed.length)} counties have none.`
  }${again ? ` The first ${count(compared)} numbers are those that the state published.` : ""}${
    lacking > 0
      ? ` With ${count(lacking)} of its cards not on ${state.county}'s manifest, ${
        count(shifted)
      } of the draws would lead to another card, and the missing ones could never be drawn.`
      : ""
  }`;
  const firstOf = (name: string) => {
    const first = drawn.find(({ county }) => county === name);
    return first === undefined ? "–" : count(first.card);
  };
  const byDraws = [...audit.counties].sort((a, b) =>
    (draws.get(b.county) ?? 0) - (draws.get(a.county) ?? 0) || b.cards - a.cards
  );
  return {
    readout,
    scene: { width, height: 260, shapes: riskCurve(risks, riskLimitOf(state), width, 260) },
    table: {
      caption: "Where the drawn cards lie",
      columns: [
        { label: "County" },
        { label: "Cards", numeric: true },
        { label: "Of all cards", numeric: true },
        { label: "Drawn", numeric: true },
        { label: "First card drawn", numeric: true },
      ],
      rows: byDraws.map(({ county, cards: own }) => [
        county,
        count(own),
        roughPercent(own / cards),
        count(draws.get(county) ?? 0),
        firstOf(county),
      ]),
    },
  };
}

/** Colorado's audits, drawn again from a seed. */
export const auditDrawPanel: Panel<readonly AuditData[]> = {
  id: "audit_draw",
  start: (audits, { year = "2024" }) => {
    const audit = auditOf(audits, { year });
    return {
      year: String(audit.year),
      seed: audit.seed,
      margin: String(audit.margin),
      risk: String(100 * audit.riskLimit),
      county: audit.counties.some(({ county }) => county === "Teller")
        ? "Teller"
        : audit.counties[0]!.county,
      lacking: "0",
    };
  },
  fields,
  run,
};
