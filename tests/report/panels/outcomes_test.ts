/**
 * What each panel answers, asks and draws, in a few states: as it was read and looked at when it was stored in
 * outcomes/. The numbers are tested where they are computed. UPDATE_SNAPSHOTS=1 stores them anew.
 */
import { assertEquals } from "@std/assert";
import {
  AUDIT_PANELS,
  COUNT_PANELS,
  ELECTION_PANELS,
} from "../../../lib/report/panels/all_panels.ts";
import { type Panel, type PanelState, settleState } from "../../../lib/report/panels/panel.ts";
import { panelAudits, panelCount, panelElections } from "../../../lib/report/panels/panel_data.ts";
import type { Shape } from "../../../lib/report/panels/shape.ts";

const folder = new URL("./outcomes/", import.meta.url);

/** States to ask for, beside the one that a panel opens with. */
const ASKED: Readonly<Record<string, readonly PanelState[]>> = {
  spoiler_map: [{ year: "2000" }, { year: "1992" }],
  uniform_swing: [{ year: "2000", swing: "-1.5" }, { year: "1976", swing: "3", of: "all votes" }],
  allocation_rules: [{ year: "1992", candidates: "all" }, { year: "2024" }],
  audit_size: [
    { year: "2016", state: "WI", risk: "5", paperless: "10" },
    { year: "2020", state: "AZ", risk: "1", blank: "2", records: "no" },
  ],
  late_count: [{ remaining: "5000000", share: "40" }],
  audit_draw: [{ year: "2020" }, { year: "2024", risk: "1", lacking: "300" }],
};

const round = (value: number): number => Math.round(100 * value) / 100;

/** A long path as its ends, its middle, how many points it has, and their mean. */
function shortPath(d: string): string {
  const points = d.split(/(?=[ML])/);
  if (points.length <= 12) return d;
  const numbers = d.match(/-?[\d.]+/g)!.map(Number);
  const mean = (odd: number) =>
    round(
      numbers.filter((_, i) => i % 2 === odd).reduce((sum, each) => sum + each, 0) / points.length,
    );
  return [
    points[0],
    points[points.length >> 1],
    points.at(-1),
    `${points.length} points around ${mean(0)} ${mean(1)}`,
  ].join(" … ");
}

function shapeLine(shape: Shape): string {
  return Object.entries(shape).filter(([, value]) => value !== undefined).map(([name, value]) =>
    name === "d" ? shortPath(String(value)) : typeof value === "number" ? round(value) : value
  ).join(" | ");
}

/** What a panel asks and answers, as lines. */
function lines<Data>(panel: Panel<Data>, data: Data, asked: PanelState): string[] {
  const state = settleState(panel, data, asked);
  const { readout, table } = panel.run(data, state, 680);
  return [
    `asked: ${JSON.stringify(asked)}`,
    `state: ${JSON.stringify(state)}`,
    ...panel.fields(data, state).map((field) => {
      if (!("options" in field)) return `field: ${JSON.stringify(field)}`;
      const { options, ...rest } = field;
      const [first, last] = [options[0], options.at(-1)];
      return `field: ${JSON.stringify({ ...rest, count: options.length, first, last })}`;
    }),
    `readout: ${readout}`,
    ...table === undefined ? [] : [
      `table: ${table.caption}`,
      table.columns.map(({ label, numeric }) => numeric ? `${label} #` : label).join(" | "),
      ...table.rows.map((row) => row.join(" | ")),
    ],
    ...[340, 680].flatMap((width) => {
      const { scene } = panel.run(data, state, width);
      return scene === undefined
        ? []
        : [`drawing: ${scene.width} x ${round(scene.height)}`, ...scene.shapes.map(shapeLine)];
    }),
    "",
  ];
}

function testPanel<Data>(panel: Panel<Data>, data: () => Data): void {
  Deno.test(`the panel ${panel.id} answers, asks and draws what was looked at`, () => {
    const given = data();
    const found = [{}, ...ASKED[panel.id]!].flatMap((asked) => lines(panel, given, asked));
    const file = new URL(`${panel.id}.txt`, folder);
    if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") {
      Deno.writeTextFileSync(file, found.join("\n"));
    }
    assertEquals(found, Deno.readTextFileSync(file).split("\n"));
  });
}

for (const panel of Object.values(ELECTION_PANELS)) testPanel(panel, panelElections);
for (const panel of Object.values(COUNT_PANELS)) testPanel(panel, panelCount);
for (const panel of Object.values(AUDIT_PANELS)) testPanel(panel, panelAudits);
