import type { SymbolName } from "./symbol_path.ts";

/** How a party is marked: a color, and a symbol that tells it apart without color. */
export interface PartyMark {
  /** The color, as #rrggbb. */
  readonly color: string;
  /** The shape of its mark. */
  readonly symbol: SymbolName;
}

const marks: Readonly<Record<string, PartyMark>> = {
  democratic: { color: "#123f86", symbol: "circle" },
  republican: { color: "#d14437", symbol: "square" },
  libertarian: { color: "#c28305", symbol: "triangle" },
  green: { color: "#0c6a5a", symbol: "diamond" },
  independent: { color: "#a85da1", symbol: "star" },
  other: { color: "#6e7781", symbol: "cross" },
};

const otherNames: Readonly<Record<string, string>> = {
  d: "democratic",
  dem: "democratic",
  democrat: "democratic",
  "democratic party": "democratic",
  dfl: "democratic",
  "democratic-farmer-labor": "democratic",
  r: "republican",
  rep: "republican",
  gop: "republican",
  "republican party": "republican",
  l: "libertarian",
  lib: "libertarian",
  "libertarian party": "libertarian",
  g: "green",
  grn: "green",
  "green party": "green",
  i: "independent",
  ind: "independent",
  reform: "independent",
};

/**
 * How figures mark a party. Names are compared without regard to case, and the usual short forms
 * are known; every other party is marked as "other".
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { partyMark } from "tallybook/chart";
 *
 * assertEquals(partyMark("DEMOCRAT").symbol, "circle");
 * assertEquals(partyMark("Whig"), partyMark("other"));
 * ```
 */
export function partyMark(party: string): PartyMark {
  const name = party.trim().toLowerCase();
  return marks[otherNames[name] ?? name] ?? marks.other!;
}

/**
 * A party's color: blue for Democratic, red for Republican as American readers expect, the blue
 * much darker so that a grey print keeps the two apart. Never the only mark: add a label or a
 * symbol.
 *
 * @example
 * ```ts
 * import { assertEquals, assertNotEquals } from "@std/assert";
 * import { partyColor } from "tallybook/chart";
 *
 * assertEquals(partyColor("Democratic"), partyColor("dem"));
 * assertNotEquals(partyColor("Democratic"), partyColor("Republican"));
 * ```
 */
export function partyColor(party: string): string {
  return partyMark(party).color;
}
