/**
 * What a live panel is made of. Panels are pure: from a state (the form's
 * values, as text) to an outcome. The page's script turns both into elements,
 * and tests call the same functions.
 *
 * @module
 */
import { refusal, unknownName } from "../../check/mod.ts";
import type { Shape } from "./shape.ts";

/** The values of a panel's form by name, as its address keeps them. */
export type PanelState = Readonly<Record<string, string>>;

/** One thing to set. */
export type PanelField =
  | {
    readonly kind: "choice";
    readonly name: string;
    readonly label: string;
    /** Fields that go back to what the panel opens with when this one changes. */
    readonly resets?: readonly string[];
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }
  /** Several of a list: the value joins the chosen with commas. */
  | {
    readonly kind: "several";
    readonly name: string;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }
  /** A text of a given form. */
  | {
    readonly kind: "text";
    readonly name: string;
    readonly label: string;
    /** A regular expression for the whole value. */
    readonly pattern: string;
    /** The form in words: "20 digits". */
    readonly expected: string;
  }
  /** A number, as a slider with a field beside it. */
  | {
    readonly kind: "number";
    readonly name: string;
    readonly label: string;
    readonly least: number;
    readonly most: number;
    readonly step: number;
    readonly unit: string;
  };

/** A table of an outcome. */
export interface OutcomeTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A drawing of an outcome. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** What a panel answers. */
export interface Outcome {
  /** The answer in words: what is announced when it changes. */
  readonly readout: string;
  readonly scene?: Scene;
  readonly table?: OutcomeTable;
}

/** A live panel over data of one kind. */
export interface Panel<Data> {
  readonly id: string;
  /** The state that the panel opens with, where these values are asked for. */
  readonly start: (data: Data, asked: PanelState) => PanelState;
  /** What can be set; may depend on what is already set. */
  readonly fields: (data: Data, state: PanelState) => readonly PanelField[];
  /** `width` is the room for the drawing, in its own units. */
  readonly run: (data: Data, state: PanelState, width: number) => Outcome;
}

/**
 * The state that a panel runs with: what was asked for where a field allows it,
 * and what the panel opens with where it does not. An address may hold anything.
 */
export function settleState<Data>(
  panel: Panel<Data>,
  data: Data,
  asked: PanelState,
): PanelState {
  let state = panel.start(data, asked);
  // A choice can change what other fields offer, so fields are settled one after the other.
  for (const name of Object.keys(state)) {
    const field = panel.fields(data, state).find((candidate) => candidate.name === name);
    const value = field && accepted(field, asked[name]);
    if (value !== undefined) state = { ...state, [name]: value };
    else if (field) state = { ...state, [name]: accepted(field, state[name]) ?? fallback(field) };
  }
  return state;
}

/** The values to ask for when a field is changed: those set, without what the change resets. */
export function changedState(
  fields: readonly PanelField[],
  state: PanelState,
  name: string,
  value: string,
): PanelState {
  const field = fields.find((candidate) => candidate.name === name);
  const resets = field?.kind === "choice" ? field.resets ?? [] : [];
  const kept = Object.entries(state).filter(([other]) => !resets.includes(other));
  return { ...Object.fromEntries(kept), [name]: value };
}

/** What of an address a panel could not understand, a sentence each, with what it shows instead. */
export function misunderstood<Data>(
  panel: Panel<Data>,
  data: Data,
  asked: PanelState,
): string[] {
  const state = settleState(panel, data, asked);
  const fields = panel.fields(data, state);
  return Object.entries(asked).flatMap(([name, value]) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) {
      return unknownName("open this address", "setting", name, fields.map((other) => other.name));
    }
    const shown = state[name]!;
    if (value === shown || (field.kind === "number" && Number(value) === Number(shown))) return [];
    return `${whyNot(field, value)}. Shown: ${labelOf(field, shown)}`;
  });
}

function whyNot(field: PanelField, value: string): string {
  const task = "open this address";
  if (field.kind === "choice" || field.kind === "several") {
    const known = field.options.map((option) => option.value);
    const found = value.split(",").find((part) => !known.includes(part)) ?? value;
    return unknownName(task, field.name, found, known);
  }
  const expected = field.kind === "text"
    ? field.expected
    : `a number from ${field.least} to ${field.most}`;
  return refusal({ task, where: field.name, found: value, expected });
}

function labelOf(field: PanelField, value: string): string {
  if (field.kind === "number" || field.kind === "text") return value;
  const labels = value.split(",").map((part) =>
    field.options.find((option) => option.value === part)?.label ?? part
  );
  return labels.join(", ") || "none";
}

function accepted(field: PanelField, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (field.kind === "choice") {
    return field.options.some((option) => option.value === value) ? value : undefined;
  }
  if (field.kind === "several") {
    const known = value.split(",").filter((part) =>
      field.options.some((option) => option.value === part)
    );
    return known.length > 0 || value === "" ? known.join(",") : undefined;
  }
  if (field.kind === "text") {
    return new RegExp(`^(?:${field.pattern})$`).test(value) ? value : undefined;
  }
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return undefined;
  return String(Math.min(field.most, Math.max(field.least, number)));
}

function fallback(field: PanelField): string {
  if (field.kind === "number") return String(field.least);
  if (field.kind === "text") return "";
  return field.options[0]?.value ?? "";
}
