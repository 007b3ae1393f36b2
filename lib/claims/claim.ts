import type { RowOf } from "../data/mod.ts";
import type { claims } from "../data/tables/claims.ts";
import type { Estimate } from "../stats/mod.ts";

/** One claim as it is written down: a row of `data/claims.csv`, whose schema explains each field. */
export type Claim = RowOf<typeof claims>;

/** How a value must stand to the number stated; "none" where nothing can be measured. */
export type Relation = Claim["relation"];

/**
 * What the counts say of a claim.
 *
 * - `true`: it held on its day (or was a forecast), and no later count says otherwise.
 * - `true-then`: it held on its day; later counts replaced it.
 * - `definition-dependent`: it holds under one defensible reading and not under another.
 * - `imprecise`: it misses by a tenth of the number stated or less.
 * - `misleading`: its arithmetic holds, and the conclusion that it invites does not.
 * - `false`: it misses by more.
 * - `unverifiable`: not by counts; other evidence may.
 */
export type Verdict = Claim["verdict"];

/** A value that was counted, or one that can only be bounded or estimated. */
export type Quantity = number | Estimate;

/** The same claim under another defensible definition, judged by the same relation and number. */
export interface Reading {
  /** What is read differently: "an electoral majority required". */
  readonly name: string;
  /** The value on the claim's day; of a forecast, the final one. */
  readonly value: Quantity;
  /** The final value, where it is another; the same when left out. */
  readonly final?: Quantity;
}

/** The conclusion that the sentence invites beyond its arithmetic. */
export interface Inference {
  /** What a reader would conclude. */
  readonly invited: string;
  /** The words of the article that invite it, word for word. */
  readonly ground: string;
  /** Whether the counts bear it out. */
  readonly holds: boolean;
  /** The numbers that say so. */
  readonly because: string;
}

/** A number that a reader of the verdict should know; it does not enter the verdict. */
export interface Evidence {
  /** What the number is. */
  readonly name: string;
  /** The number. */
  readonly value: Quantity;
  /** What it counts. */
  readonly unit: string;
}

/**
 * A reading that is narrower than the sentence: the one state that a source behind it has figures
 * for, the office that a law names. The sentence is judged as it was printed; the narrower reading
 * is reported beside it with its own verdict by the same rule, and never replaces it.
 */
export interface Narrower {
  /** What is read: "Wisconsin alone". */
  readonly name: string;
  /** How a value must stand to the number. */
  readonly relation: Relation;
  /** The number stated. */
  readonly stated: number;
  /** How far off a value may be; null where the relation has none. */
  readonly tolerance: number | null;
  /** What it counts. */
  readonly unit: string;
  /** Its values, as its function computes them. */
  readonly computed: Computed;
}

/** What the tables say of a claim. */
export interface Computed {
  /** The value on the claim's day; null where there was none yet: a forecast. */
  readonly then: Quantity | null;
  /** The final value; null where there is none. */
  readonly final: Quantity | null;
  /** Other defensible definitions, with their values. */
  readonly readings?: readonly Reading[];
  /** The conclusion that the sentence invites. */
  readonly inference?: Inference;
  /** What else a reader should know. */
  readonly evidence?: readonly Evidence[];
  /** A narrower reading, of a source behind the sentence. */
  readonly narrower?: Narrower;
}

/** Computes a claim's values from the tables. */
export type Compute = (claim: Claim) => Computed;
