/** What a panel's page says of addresses. */
import type { PanelState } from "../../lib/report/panels/panel.ts";
import type { WatchedPage } from "./with_browser.ts";

export interface Said {
  readonly readout: string;
  readonly rows: string[][];
  readonly notice: boolean;
}

/** Opens the addresses one after the other, without loading the page anew. */
export async function say(
  page: WatchedPage["page"],
  states: readonly PanelState[],
): Promise<Said[]> {
  const hashes = states.map((state) => String(new URLSearchParams(state)));
  return await page.evaluate(`(async () => {
    const said = [];
    for (const hash of ${JSON.stringify(hashes)}) {
      if (location.hash !== "#" + hash) {
        const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
        location.hash = hash;
        await changed;
      }
      said.push({
        readout: document.querySelector(".readout").textContent,
        rows: [...document.querySelectorAll("#panel tbody tr")]
          .map((row) => [...row.children].map((cell) => cell.textContent)),
        notice: !document.querySelector(".notice").hidden,
      });
    }
    return said;
  })()`) as Said[];
}
