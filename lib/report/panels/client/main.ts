import { browser, type PageElement } from "./browser.ts";
import { AUDIT_PANELS, COUNT_PANELS, ELECTION_PANELS } from "../all_panels.ts";
import { changedState, misunderstood, type Panel, type PanelState, settleState } from "../panel.ts";
import { type PanelAddress, panelAddress } from "../address.ts";
import { drawScene, drawTable, element, withCurlyMarks } from "./dom.ts";
import { curlyText } from "../../curly_marks.ts";
import { drawFields } from "./form.ts";
import { drawTools } from "./tools.ts";

/** After this pause the readout is announced: not at every step of a slider. */
const ANNOUNCE_AFTER_MS = 400;

/** Phones get a drawing of their own width: shrinking the wide one would shrink its letters. */
const roomFor = (root: PageElement) => Math.min(640, Math.max(340, root.clientWidth - 22));

const readAddress = (): PanelAddress => {
  const { hash, search } = browser.location;
  return panelAddress(hash, search);
};

function writeAddress(state: PanelState): void {
  browser.history.replaceState(null, "", `#${new URLSearchParams(state)}`);
}

function start<Data>(panel: Panel<Data>, data: Data, root: PageElement): void {
  let { asked, twice } = readAddress();
  let state = settleState(panel, data, asked);
  const notice = element("p", { class: "notice", role: "alert" });
  const say = () => {
    const lines = [...twice, ...misunderstood(panel, data, asked)];
    notice.textContent = curlyText(lines.join(" "));
    notice.hidden = lines.length === 0;
  };
  // A number between the steps is no error.
  const form = element("form", { "aria-label": "Assumptions", novalidate: "" });
  form.addEventListener("submit", (event) => event.preventDefault());
  const shown = element("p", { class: "readout" });
  const announced = element("p", {
    class: "for-screen-readers",
    role: "status",
    "aria-live": "polite",
  });
  const plate = element("div", { class: "plate live" });
  const table = element("div");
  const tools = element("div");
  root.replaceChildren(notice, form, shown, announced, plate, table, tools);

  let pending: ReturnType<typeof setTimeout> | undefined;
  let outcome = panel.run(data, state, roomFor(root));
  const answer = () => {
    outcome = panel.run(data, state, roomFor(root));
    shown.textContent = curlyText(outcome.readout);
    plate.hidden = outcome.scene === undefined;
    plate.replaceChildren(...(outcome.scene ? [drawScene(outcome.scene)] : []));
    table.replaceChildren(...(outcome.table ? [drawTable(withCurlyMarks(outcome.table))] : []));
    clearTimeout(pending);
    pending = setTimeout(
      () => announced.textContent = curlyText(outcome.readout),
      ANNOUNCE_AFTER_MS,
    );
  };
  let shape = "";
  const controls = () => {
    const fields = panel.fields(data, state);
    // Controls are made anew only when they differ, so that the one in use keeps its focus.
    if (JSON.stringify(fields) === shape) return;
    shape = JSON.stringify(fields);
    const focused = browser.document.activeElement?.id;
    form.replaceChildren(...drawFields(fields, state, (name, value) => {
      const before = state;
      state = settleState(panel, data, changedState(fields, state, name, value));
      // The control in use shows its value already; others that changed with it are drawn anew.
      if (Object.keys(state).some((key) => key !== name && state[key] !== before[key])) shape = "";
      [asked, twice] = [state, []];
      say();
      writeAddress(state);
      controls();
      answer();
    }));
    if (focused) browser.document.getElementById(focused)?.focus();
  };
  const open = (anew: PanelAddress) => {
    ({ asked, twice } = anew);
    state = settleState(panel, data, asked);
    say();
    shape = "";
    controls();
    answer();
  };
  open({ asked, twice });
  tools.replaceChildren(drawTools({
    id: panel.id,
    title: root.dataset.title ?? "",
    version: root.dataset.version ?? "",
    state: () => state,
    outcome: () => outcome,
    drawing: () => plate.querySelector("svg"),
    reset: () => {
      open({ asked: {}, twice: [] });
      writeAddress(state);
    },
  }));
  let room = roomFor(root);
  browser.addEventListener("resize", () => {
    if (roomFor(root) === room) return;
    room = roomFor(root);
    answer();
  });
  browser.addEventListener("hashchange", () => open(readAddress()));
}

const root = browser.document.getElementById("panel");
const stored = browser.document.getElementById("panel-data")?.textContent;
if (root && stored) {
  const id = root.dataset.panel ?? "";
  const data = JSON.parse(stored);
  if (ELECTION_PANELS[id]) start(ELECTION_PANELS[id], data, root);
  else if (COUNT_PANELS[id]) start(COUNT_PANELS[id], data, root);
  else if (AUDIT_PANELS[id]) start(AUDIT_PANELS[id], data, root);
}
