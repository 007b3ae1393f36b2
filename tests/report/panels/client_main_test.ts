/** A panel's page from its script's side: the data that it carries, its address, its controls. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { COUNT_PANELS } from "../../../lib/report/panels/all_panels.ts";
import { panelCount } from "../../../lib/report/panels/panel_data.ts";
import { settleState } from "../../../lib/report/panels/panel.ts";
import { curlyText } from "../../../lib/report/curly_marks.ts";
import { fire, openPage, type TestElement, withGlobals } from "./browser_page.ts";
import { until } from "../../files/until.ts";

const [panel] = Object.values(COUNT_PANELS);
const data = panelCount();

const document = openPage(
  `<div id="panel" data-panel="${
    panel!.id
  }" data-title="What is left" data-version="0.1.0"></div>` +
    `<script type="application/json" id="panel-data"></script>`,
);
document.getElementById("panel-data")!.textContent = JSON.stringify(data);
const root = document.getElementById("panel")!;
const location = { hash: "#share=40&nothing=1", search: "", href: "https://example.org/x.html" };
const addresses: string[] = [];
const listeners = new Map<string, () => void>();
let room = 700;
Object.defineProperty(root, "clientWidth", { get: () => room });
const GLOBALS = {
  document,
  location,
  history: {
    replaceState: (_data: null, _unused: string, address: string) => addresses.push(address),
  },
};
await withGlobals(
  {
    ...GLOBALS,
    addEventListener: (type: string, listener: () => void) => listeners.set(type, listener),
  },
  () => import("../../../lib/report/panels/client/main.ts"),
);
const test = (name: string, run: () => void | Promise<void>) =>
  Deno.test(name, () => withGlobals(GLOBALS, run));

const find = (selector: string) => root.querySelector(selector)!;
const readout = () => find(".readout").textContent;
const width = () => Number(find("svg").getAttribute("viewBox")!.split(" ")[2]);
const answer = (asked: Record<string, string>) =>
  curlyText(panel!.run(data, settleState(panel!, data, asked), 640).readout);

/** The cells of the table that stands below the drawing, and those of the answer to what is asked. */
const shownCells = () =>
  [...root.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent)
  );
const wantedCells = (asked: Record<string, string>) =>
  panel!.run(data, settleState(panel!, data, asked), 640).table!.rows
    .map((row) => row.map((cell) => curlyText(cell)));

test("a panel opens with what its address asks for, and says what of it is not understood", async () => {
  assertEquals(readout(), answer({ share: "40" }));
  assertEquals(shownCells(), wantedCells({ share: "40" }));
  assertEquals(find(".notice").hidden, false);
  assertStringIncludes(find(".notice").textContent, "nothing");
  assertEquals(width(), 640);
  assertEquals(find(".plate").hidden, false);
  // For a screen reader the answer comes a moment later.
  await until(() => find("[aria-live]").textContent !== "");
  assertEquals(find("[aria-live]").textContent, readout());
  assertEquals(root.querySelectorAll(".tools button")[Symbol.iterator]().next().done, false);
});

/** The field of a number. */
const numberOf = (name: string) =>
  find(`input[type=number][name=${name}], input[type=number]#${name}`);

test("a changed assumption changes answer and address, and the page's control stays", () => {
  const field = numberOf("share");
  const before = addresses.length;
  Object.defineProperty(field, "validity", { value: { badInput: false } });
  field.value = "55";
  fire(document, field, "input");
  fire(document, field, "change");
  assertEquals(readout(), answer({ share: "55" }));
  assertEquals(shownCells(), wantedCells({ share: "55" }));
  assert(String(wantedCells({ share: "55" })) !== String(wantedCells({ share: "40" })));
  assert(addresses.length > before);
  assertStringIncludes(addresses.at(-1)!, "#");
  assertStringIncludes(addresses.at(-1)!, "share=55");
  assertEquals(numberOf("share") === field, true, "the control in use is not made anew");
  assertEquals(find(".notice").hidden, true);
  // The form leads nowhere by itself.
  assertEquals(fire(document, find("form"), "submit"), false);
});

test("another address opens the panel anew, after # or else after ?", () => {
  location.hash = "#share=45";
  listeners.get("hashchange")!();
  assertEquals(readout(), answer({ share: "45" }));
  location.hash = "";
  location.search = "?share=35";
  listeners.get("hashchange")!();
  assertEquals(readout(), answer({ share: "35" }));
  location.search = "";
});

test("reset goes back to what the panel opens with, and the address says so", () => {
  const reset = [...root.querySelectorAll(".tools button")]
    .find(({ textContent }) => textContent === "Reset")!;
  fire(document, reset, "click");
  assertEquals(readout(), answer({}));
  const opened = settleState(panel!, data, {});
  assertEquals(addresses.at(-1), `#${new URLSearchParams(opened)}`);
});

test("the drawing takes the room there is, from 340 to 640 units, and is drawn anew when that changes", () => {
  const resized = (to: number) => {
    const before: TestElement = find("svg");
    room = to;
    listeners.get("resize")!();
    return [width(), find("svg") !== before];
  };
  assertEquals(resized(522), [500, true]);
  assertEquals(resized(522), [500, false]);
  assertEquals(resized(300), [340, true]);
  assertEquals(resized(362), [340, false]);
  assertEquals(resized(363), [341, true]);
  assertEquals(resized(2000), [640, true]);
});
