/** A way in which files of returns are laid out. */
export type ReturnsFormat = "tidy" | "medsl" | "openelections";

/** What a column of returns means. */
export type ReturnsField =
  | "year"
  | "state"
  | "fips"
  | "county"
  | "precinct"
  | "office"
  | "candidate"
  | "party"
  | "mode"
  | "votes";

/** The columns of one layout. */
export interface ReturnsLayout {
  /** For each field, the column's possible names, the usual one first. */
  readonly columns: Readonly<Partial<Record<ReturnsField, readonly string[]>>>;
  /** Fields that a file must have. */
  readonly required: readonly ReturnsField[];
}

/** The layouts that {@linkcode readReturns} knows. */
export const returnsLayouts: Readonly<Record<ReturnsFormat, ReturnsLayout>> = {
  tidy: {
    columns: {
      year: ["year"],
      state: ["state_po", "state"],
      fips: ["fips", "county_fips"],
      county: ["county", "county_name"],
      precinct: ["precinct", "unit"],
      office: ["office"],
      candidate: ["candidate"],
      party: ["party"],
      mode: ["mode"],
      votes: ["votes"],
    },
    required: ["state", "candidate", "votes"],
  },
  medsl: {
    columns: {
      year: ["year"],
      state: ["state_po", "state"],
      fips: ["county_fips", "FIPS", "fips"],
      county: ["county_name", "county"],
      precinct: ["precinct"],
      office: ["office"],
      candidate: ["candidate"],
      party: ["party_detailed", "party", "party_simplified"],
      mode: ["mode"],
      votes: ["candidatevotes", "votes"],
    },
    required: ["year", "state", "office", "candidate", "votes"],
  },
  openelections: {
    columns: {
      county: ["county"],
      precinct: ["precinct"],
      office: ["office"],
      candidate: ["candidate"],
      party: ["party"],
      votes: ["votes"],
    },
    required: ["county", "office", "candidate", "votes"],
  },
};

/** Number of letters to insert, delete or replace to turn one word into another. */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      now.push(Math.min(before[j]! + 1, now[j - 1]! + 1, replace));
    }
    before = now;
  }
  return before[b.length]!;
}

/** The header's name that looks most like a column's name, when it is close enough. */
export function closestName(wanted: string, header: readonly string[]): string | undefined {
  const scored = header.map((name) => ({
    name,
    distance: editDistance(wanted.toLowerCase(), name.toLowerCase()),
  })).sort((a, b) => a.distance - b.distance);
  const best = scored[0];
  return best !== undefined && best.distance <= Math.ceil(wanted.length / 3)
    ? best.name
    : undefined;
}
