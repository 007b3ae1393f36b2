import { refusal } from "../../check/mod.ts";
import type { PanelState } from "./panel.ts";

/** What an address asks of a panel. */
export interface PanelAddress {
  /** The values by their settings' names; of one that is there twice, the last. */
  readonly asked: PanelState;
  /** A sentence for each setting that is there with values that differ. */
  readonly twice: readonly string[];
}

/**
 * Reads what an address asks for: after #, or after ? as other pages have it.
 *
 * @param hash What follows the page's name from the # on.
 * @param search What follows it from the ? on; read where there is no #.
 */
export function panelAddress(hash: string, search: string): PanelAddress {
  const pairs = [...new URLSearchParams((hash || search).replace(/^[#?]/, ""))];
  const asked = Object.fromEntries(pairs);
  const twice = Object.entries(asked).flatMap(([name, last]) => {
    const found = [...new Set(pairs.filter(([other]) => other === name).map(([, value]) => value))];
    if (found.length < 2) return [];
    const task = "open this address";
    return `${refusal({ task, where: name, found, expected: "one value" })}. Taken: ${last}`;
  });
  return { asked, twice };
}
