import { wisconsinPlaces } from "../../tables/wisconsin_places.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "wisconsin-2016/centroids.geojson.gz";

const KINDS: Readonly<Record<string, string>> = { C: "CITY", T: "TOWN", V: "VILLAGE" };

/** Decimals of a degree that the table keeps: about a meter. */
const DECIMALS = 5;

interface Feature {
  readonly properties: Readonly<Record<"MCD_FIPS" | "MCD_NAME" | "CTV" | "CNTY_NAME", string>>;
  readonly geometry: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

/** A municipality as the state's Legislative Technology Services Bureau names it. */
export interface WisconsinPlace {
  readonly code: string;
  readonly county: string;
  readonly municipality: string;
  /** Municipality and county, as in "TOWN OF DANE DANE". */
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** A name without what two files write differently: blanks, points, underscores. */
export function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z]/g, "");
}

function cutOff(degrees: number): number {
  return Math.trunc(degrees * 10 ** DECIMALS) / 10 ** DECIMALS;
}

/**
 * Reads where each municipality lies. Code, name, kind and county are the bureau's own; the file's
 * other columns were joined to them by name and are not used.
 */
export function readWisconsinPlaces(raw: RawFolder): WisconsinPlace[] {
  const { features } = raw.json<{ readonly features: readonly Feature[] }>(FILE);
  return features.map(({ properties, geometry }) => {
    const county = properties.CNTY_NAME.replaceAll("_", " ").replace(/^ST /, "ST. ");
    const municipality = `${KINDS[properties.CTV]} OF ${properties.MCD_NAME}`;
    return {
      code: properties.MCD_FIPS,
      county,
      municipality,
      name: `${municipality} ${county}`,
      longitude: cutOff(geometry.coordinates[0]),
      latitude: cutOff(geometry.coordinates[1]),
    };
  }).sort((a, b) => a.code < b.code ? -1 : 1);
}

/** Builds the places of Wisconsin's municipalities. */
export const wisconsinPlacesBuild: TableBuild = {
  schema: wisconsinPlaces,
  build: ({ raw }) =>
    readWisconsinPlaces(raw).map(({ code, county, municipality, longitude, latitude }) => ({
      mcd_fips: code,
      county,
      municipality,
      longitude: longitude.toFixed(DECIMALS),
      latitude: latitude.toFixed(DECIMALS),
      source: FILE,
    })),
};
