import { loadWisconsinMunicipalities } from "tallybook/data";
import { type MachineUnit, municipalUnits } from "tallybook/election";

/** Wisconsin's municipalities of 2016, as notebook 05 compares them. */
export function wisconsinUnits(): MachineUnit[] {
  return municipalUnits(loadWisconsinMunicipalities({ analysis: true }).toRecords());
}

/** Writes them as JSON, for every contender. */
export function writeUnits(path: string): void {
  Deno.writeTextFileSync(path, JSON.stringify(wisconsinUnits()));
}

/** The same units several times over, each time in counties of their own. */
export function repeated(units: readonly MachineUnit[], times: number): MachineUnit[] {
  return Array.from(
    { length: times },
    (_, turn) => units.map((unit) => ({ ...unit, group: `${unit.group} ${turn}` })),
  ).flat();
}
