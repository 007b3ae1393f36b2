import { findState } from "../states.ts";
import { fold } from "./fold.ts";

/**
 * A county's name as it is compared: without "County" or "Parish", "Saint" short, spaces and signs
 * gone, and without a number or the state's name beside it. Virginia's and other independent cities keep their "city", because a county may have the
 * same name.
 */
export function countyKey(name: string): string {
  // A number before or behind the name, and the state: "27 - Forest", "Forest (PA)".
  const bare = name.replace(/^\d+\s*[-–—:.]\s*(?=[a-z])/i, "").replace(/\s*[-–—:]\s*\d+$/, "");
  const state = /^(.+?)(?:,\s*([a-z .]+)|\s*\(([a-z .]+)\))$/i.exec(bare.trim());
  const county = state !== null && isState((state[2] ?? state[3])!) ? state[1]! : bare;
  return fold(county.replace(/['’.]/g, "").replace(/&/g, " and "))
    .replace(/\b(county|parish|borough|census area|municipality|city and borough|co)$/, "")
    .replace(/^(county of|parish of) /, "")
    .replace(/\bsaint\b/g, "st").replace(/\bsainte\b/g, "ste")
    .replace(/[^a-z0-9]/g, "");
}

function isState(name: string): boolean {
  const bare = name.trim();
  return (findState(bare) ?? findState(bare.toUpperCase())) !== undefined;
}
