import { countyEquipment } from "../../tables/county_equipment.ts";
import type { Row, TableBuild } from "../table_build.ts";

type Kind = "dre" | "mixed" | "scan" | "hand" | "other";

interface Jurisdiction {
  readonly first: Row;
  registration: number;
  readonly types: Set<string>;
  readonly paper: Set<string>;
}

function kindOf(types: ReadonlySet<string>): Kind {
  const has = (start: string) => [...types].some((type) => type.startsWith(start));
  const other = has("Optical Scan") ? "scan" : has("Hand") ? "hand" : undefined;
  if (has("DRE")) return other === undefined ? "dre" : "mixed";
  return other ?? "other";
}

function paperOf(records: ReadonlySet<string>): string | null {
  if (records.size === 0) return null;
  if (records.size > 1) return "some";
  return records.has("Yes") ? "yes" : "no";
}

/** Builds the polling-place equipment by county. */
export const countyEquipmentBuild: TableBuild = {
  schema: countyEquipment,
  build({ rows }) {
    const jurisdictions = new Map<string, Jurisdiction>();
    for (const row of rows("voting_equipment")) {
      const code = String(row.jurisdiction_code);
      const entry = jurisdictions.get(code) ??
        { first: row, registration: 0, types: new Set<string>(), paper: new Set<string>() };
      jurisdictions.set(code, entry);
      entry.registration = Math.max(entry.registration, Number(row.registration ?? 0));
      const type = String(row.type ?? "");
      if (row.polling_place === true && type !== "") entry.types.add(type);
      if (type.startsWith("DRE")) entry.paper.add(String(row.vvpat));
    }
    const counties = new Map<string, Jurisdiction[]>();
    for (const entry of jurisdictions.values()) {
      const fips = String(entry.first.fips);
      if (!fips.endsWith("000")) counties.set(fips, [...counties.get(fips) ?? [], entry]);
    }
    return [...counties].sort(([a], [b]) => a < b ? -1 : 1).map(([fips, entries]) => {
      const weights: Record<Kind, number> = { dre: 0, mixed: 0, scan: 0, hand: 0, other: 0 };
      for (const { types, registration } of entries) weights[kindOf(types)] += registration || 1;
      const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
      const { state_po, jurisdiction, source } = entries[0]!.first;
      return {
        fips,
        state_po: state_po!,
        jurisdiction: jurisdiction!,
        registration: total,
        dre_share: weights.dre / total,
        mixed_share: weights.mixed / total,
        scan_share: weights.scan / total,
        hand_share: weights.hand / total,
        other_share: weights.other / total,
        dre_paper: paperOf(new Set(entries.flatMap(({ paper }) => [...paper]))),
        source: source!,
      };
    });
  },
};
