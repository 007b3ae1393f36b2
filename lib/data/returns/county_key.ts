import { fold } from "./fold.ts";

/**
 * A county's name as it is compared: without "County" or "Parish", "Saint" short, spaces and signs
 * gone. Virginia's and other independent cities keep their "city", because a county may have the
 * same name.
 */
export function countyKey(name: string): string {
  return fold(name.replace(/['’.]/g, "").replace(/&/g, " and "))
    .replace(/\b(county|parish|borough|census area|municipality|city and borough|co)$/, "")
    .replace(/^(county of|parish of) /, "")
    .replace(/\bsaint\b/g, "st").replace(/\bsainte\b/g, "ste")
    .replace(/[^a-z0-9]/g, "");
}
