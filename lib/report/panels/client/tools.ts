import { browser, type PageElement } from "./browser.ts";
import { element } from "./dom.ts";
import { citation, outcomeCsv, scenarioAddress } from "../take_away.ts";
import type { Outcome, PanelState } from "../panel.ts";

/** What a style sheet says of a mark, and a file of its own must say itself. */
const LOOKS = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order"],
  ...["font-family", "font-size", "font-weight"],
];

/** The drawing as a file: its looks in its marks, on white, with the answer in words. */
function drawingFile(drawing: PageElement, title: string, words: string): string {
  const copy = drawing.cloneNode(true);
  const marks = [...drawing.querySelectorAll("path, rect, circle, text")];
  [...copy.querySelectorAll("path, rect, circle, text")].forEach((mark, i) => {
    const style = browser.getComputedStyle(marks[i]!);
    for (const name of LOOKS) mark.setAttribute(name, style.getPropertyValue(name));
  });
  const [, , width, height] = (drawing.getAttribute("viewBox") ?? "").split(" ");
  for (const [name, value] of [["width", width], ["height", height]]) {
    copy.setAttribute(name!, value!);
  }
  copy.setAttribute("role", "img");
  const svg = (name: string, content: string) => {
    const made = browser.document.createElementNS("http://www.w3.org/2000/svg", name);
    made.textContent = content;
    return made;
  };
  const ground = svg("rect", "");
  for (const [name, value] of Object.entries({ width, height, fill: "#ffffff" })) {
    ground.setAttribute(name, value!);
  }
  copy.prepend(svg("title", title), svg("desc", words), ground);
  return new browser.XMLSerializer().serializeToString(copy).replace(' aria-hidden="true"', "");
}

function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: address, download: name });
  link.click();
  // The browser takes the file after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What the tools work on. */
export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly state: () => PanelState;
  readonly outcome: () => Outcome;
  readonly drawing: () => PageElement | null;
  readonly reset: () => void;
}

/** The row of buttons below a panel's answer: link, reset, files, citation. */
export function drawTools(shown: Shown): PageElement {
  const said = element("p", { class: "said", role: "status" });
  const address = () => scenarioAddress(browser.location.href, shown.state());
  const take = async (text: string, what: string) => {
    try {
      await browser.navigator.clipboard!.writeText(text);
      said.textContent = `${what} copied: ${text}`;
    } catch {
      // Without leave to write to the clipboard, the text is there to be copied by hand.
      said.textContent = text;
    }
  };
  const button = (label: string, act: () => void) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  const { drawing, table } = { drawing: shown.drawing(), table: shown.outcome().table };
  return element(
    "div",
    { class: "tools", role: "group", "aria-label": "This scenario" },
    button("Copy link", () => void take(address(), "Link")),
    button("Reset", () => {
      shown.reset();
      said.textContent = "Set back to what the panel opens with.";
    }),
    ...drawing === null ? [] : [
      button("Download SVG", () =>
        download(
          `${shown.id}.svg`,
          "image/svg+xml",
          drawingFile(shown.drawing()!, shown.title, `${shown.outcome().readout} ${address()}`),
        )),
    ],
    ...table === undefined ? [] : [
      button(
        "Download CSV",
        () => download(`${shown.id}.csv`, "text/csv", outcomeCsv(shown.outcome().table!)),
      ),
    ],
    button("Cite", () => {
      const { title, version } = shown;
      const day = new Date().toISOString().slice(0, 10);
      void take(citation({ title, version, address: address(), day }), "Citation");
    }),
    said,
  );
}
