import type { PrecinctLine } from "./precincts_2024.ts";

/** What was left out of a state's file because other rows hold it already. */
export interface LeftOut {
  readonly lines: PrecinctLine[];
  /** Rows of places that add up other places, "Teaneck" beside "Teaneck 1" to "Teaneck 23". */
  readonly places: number;
  /** Rows of all modes together beside their parts. */
  readonly modes: number;
  /** Rows that repeat the same counts under another mode's name. */
  readonly repeated: number;
}

const WHOLE_COUNTY = /^(county|grand)? ?totals?$/i;
const ALL_MODES = "total";

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

/** Votes by candidate, in a form that can be compared. */
function vector(lines: readonly PrecinctLine[]): string {
  const sums = new Map<string, number>();
  for (const { district, candidate, party, votes } of lines) {
    const name = `${district}|${candidate}|${party}`;
    sums.set(name, (sums.get(name) ?? 0) + (votes ?? 0));
  }
  return JSON.stringify([...sums].filter(([, votes]) => votes !== 0).sort());
}

const total = (lines: readonly PrecinctLine[]) =>
  lines.reduce((sum, { votes }) => sum + (votes ?? 0), 0);

/**
 * Keeps one mode of a county in which all modes have the same counts in every place: the county's
 * total stands there under each mode's name.
 */
function withoutRepeatedModes(lines: PrecinctLine[]): PrecinctLine[] {
  const modes = grouped(lines.filter(({ mode }) => mode !== ALL_MODES), ({ mode }) => mode);
  if (modes.size < 2) return lines;
  const counts = new Set(
    [...modes.values()].map((group) =>
      JSON.stringify(
        [...grouped(group, ({ precinct }) => precinct)].map(([precinct, own]) =>
          [precinct, vector(own)].join(" ")
        ).sort(),
      )
    ),
  );
  if (counts.size > 1 || total([...modes.values()][0]!) === 0) return lines;
  const [kept] = [...modes.keys()].sort();
  return lines.filter(({ mode }) => mode === kept || mode === ALL_MODES)
    .map((line) => ({ ...line, mode: `${ALL_MODES}${line.mode === ALL_MODES ? "" : "!"}` }));
}

/** Leaves out places that add up the others of their county, or those whose names they begin. */
function withoutPlaceTotals(lines: PrecinctLine[]): PrecinctLine[] {
  const places = grouped(lines, ({ precinct }) => precinct);
  const names = [...places.keys()];
  const sums = new Set<string>();
  const claimed = new Set<string>();
  // The longest first: "Englewood Cliffs" has its own parts before "Englewood" asks for them.
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const whole = WHOLE_COUNTY.test(name);
    const parts = names.filter((other) =>
      other !== name && (whole || other.startsWith(`${name} `)) && !sums.has(other) &&
      (whole || !claimed.has(other))
    );
    if (parts.length === 0) continue;
    const own = places.get(name)!;
    const modes = new Set(own.map(({ mode }) => mode));
    const all = parts.flatMap((part) => places.get(part)!);
    const same = all.filter(({ mode }) => modes.has(mode));
    const below = total(same) > 0 ? same : all;
    if (total(own) > 0 && vector(own) === vector(below)) {
      sums.add(name);
      for (const part of parts) claimed.add(part);
    }
  }
  return lines.filter(({ precinct }) => !sums.has(precinct));
}

/**
 * Where a place has a row for all modes beside rows by mode: keeps the modes if they add up to it,
 * otherwise the row for all modes, which holds everything.
 */
function withoutModeTotals(lines: PrecinctLine[]): PrecinctLine[] {
  return [
    ...grouped(lines, ({ jurisdiction, precinct }) => `${jurisdiction}\t${precinct}`).values(),
  ]
    .flatMap((place) => {
      const whole = place.filter(({ mode }) => mode === ALL_MODES);
      const parts = place.filter(({ mode }) => mode !== ALL_MODES);
      if (total(whole) === 0 || total(parts) === 0) return place;
      return total(whole) > total(parts) ? whole : parts;
    });
}

/**
 * Leaves out the rows of a state's file that hold what other rows hold: totals of places, totals of
 * modes, and counts repeated under every mode's name. Decided by arithmetic, a county and contest
 * at a time, not by what a row is called.
 */
export function withoutTotals(lines: readonly PrecinctLine[]): LeftOut {
  const left = { places: 0, modes: 0, repeated: 0 };
  const kept = [...grouped(lines, ({ fips, contest }) => `${fips}\t${contest}`).values()]
    .flatMap((county) => {
      const single = withoutRepeatedModes(county);
      left.repeated += county.length - single.length;
      const places = withoutPlaceTotals(single);
      left.places += single.length - places.length;
      const modes = withoutModeTotals(places);
      left.modes += places.length - modes.length;
      return modes.map((line) =>
        line.mode === `${ALL_MODES}!` ? { ...line, mode: ALL_MODES } : line
      );
    });
  return { lines: kept, ...left };
}
