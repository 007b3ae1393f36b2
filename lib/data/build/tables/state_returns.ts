import { stateReturns } from "../../tables/state_returns.ts";
import { OTHERS } from "../candidate_names.ts";
import { earlyReturns, wikiReturns } from "../returns_compiled.ts";
import { fecReturns } from "../returns_fec.ts";
import { addUp, type ReturnsLine } from "../returns_lines.ts";
import { medslReturns, medslReturns2024 } from "../returns_medsl.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { TableBuild } from "../table_build.ts";

function keyOf(line: ReturnsLine): string {
  return `${line.year} ${line.statePo} ${line.name}`;
}

/**
 * The returns of 1976 to 2000, from two compilations. The one names the leading candidates in every
 * state, with sums that equal the official ones; the other has more of the minor candidates and all
 * votes cast, but leaves candidates of many states unnamed. Named candidates of the first are used
 * as they stand, other names come from the second, and what is left of its total are others; where
 * its total lacks write-ins that the first names, nothing is left.
 */
function mergedReturns(raw: RawFolder, medsl: readonly ReturnsLine[]): ReturnsLine[] {
  const named = wikiReturns(raw).filter((line) => line.year >= 1976 && line.name !== OTHERS);
  const known = new Set(named.map(keyOf));
  const nameKnown = new Set(named.map((line) => `${line.year} ${line.name}`));
  const minor = medsl.filter((line) =>
    line.year <= 2000 && line.name !== OTHERS && !known.has(keyOf(line)) &&
    !nameKnown.has(`${line.year} ${line.name}`)
  );
  const rest = new Map<string, ReturnsLine>();
  for (const line of medsl.filter(({ year }) => year <= 2000)) {
    const key = `${line.year} ${line.statePo}`;
    const others = rest.get(key) ?? { ...line, name: OTHERS, party: null, label: "", votes: 0 };
    rest.set(key, { ...others, votes: others.votes + line.votes });
  }
  for (const line of [...named, ...minor]) {
    const key = `${line.year} ${line.statePo}`;
    const others = rest.get(key)!;
    rest.set(key, { ...others, votes: others.votes - line.votes });
  }
  return [...named, ...minor, ...[...rest.values()].filter(({ votes }) => votes > 0)];
}

/** Builds the popular votes by state and candidate. */
export const stateReturnsBuild: TableBuild = {
  schema: stateReturns,
  build({ raw }) {
    const medsl = medslReturns(raw);
    return addUp([
      ...earlyReturns(raw),
      ...wikiReturns(raw).filter(({ year }) => year < 1976),
      ...mergedReturns(raw, medsl),
      ...fecReturns(raw),
      ...medsl.filter(({ year }) => year === 2020),
      ...medslReturns2024(raw),
    ]);
  },
};
