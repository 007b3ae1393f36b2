import { assertEquals, assertMatch } from "@std/assert";
import { drawTools } from "../../../lib/report/panels/client/tools.ts";
import type { Outcome } from "../../../lib/report/panels/panel.ts";
import { fire, openPage, type TestElement, withGlobals } from "./browser_page.ts";
import { until } from "../../files/until.ts";

const document = openPage(
  '<svg id="drawing" viewBox="0 0 640 300" aria-hidden="true"><rect class="bar"/><g><text class="label">A</text></g></svg>',
);

/** What was copied and downloaded. */
const copied: string[] = [];
const files: { readonly name: string; readonly type: string; readonly text: Promise<string> }[] =
  [];
const blobs = new Map<string, Blob>();
let clipboard: { writeText(text: string): Promise<void> } | undefined;

const GLOBALS = {
  document,
  location: {
    href: "https://example.org/spoiler_map.html?year=1992#x",
    hash: "",
    search: "",
  },
  navigator: {
    get clipboard() {
      return clipboard;
    },
  },
  getComputedStyle: (element: TestElement) => ({
    getPropertyValue: (name: string) => `${name} of ${element.getAttribute("class")}`,
  }),
  XMLSerializer: class {
    serializeToString = (element: TestElement) => element.outerHTML;
  },
};
const test = (name: string, run: () => void | Promise<void>) =>
  Deno.test(name, () => withGlobals(GLOBALS, run));

/** Keeps what a link downloads while `act` runs. */
async function downloading(act: () => void): Promise<void> {
  const own = { create: URL.createObjectURL, revoke: URL.revokeObjectURL, timeout: setTimeout };
  URL.createObjectURL = (blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob as Blob);
    return address;
  };
  const later: number[] = [];
  globalThis.setTimeout = ((_: unknown, milliseconds: number) => later.push(milliseconds)) as never;
  const { prototype } =
    (document as unknown as { defaultView: { HTMLElement: { prototype: object } } })
      .defaultView.HTMLElement;
  const before = Object.getOwnPropertyDescriptor(prototype, "click");
  Object.defineProperty(prototype, "click", {
    configurable: true,
    writable: true,
    value: function (this: TestElement) {
      const blob = blobs.get(this.getAttribute("href")!)!;
      files.push({ name: this.getAttribute("download")!, type: blob.type, text: blob.text() });
    },
  });
  try {
    act();
    // The browser takes the file after this turn.
    assertEquals(later, [10_000]);
  } finally {
    URL.createObjectURL = own.create;
    globalThis.setTimeout = own.timeout;
    if (before) Object.defineProperty(prototype, "click", before);
    else delete (prototype as { click?: unknown }).click;
  }
  await Promise.all(files.map(({ text }) => text));
}

const OUTCOME: Outcome = {
  readout: "Clinton would have won.",
  table: {
    caption: "Electors",
    columns: [{ label: "State" }, { label: "Lead", numeric: true }],
    rows: [["Ohio, all", "−1,234"], ["Iowa", "–"]],
  },
};

function tools(outcome: Outcome = OUTCOME, drawing = document.getElementById("drawing")) {
  let resets = 0;
  const element = drawTools({
    id: "spoiler_map",
    title: "What if?",
    version: "0.1.0",
    state: () => ({ year: "2016", of: "a b" }),
    outcome: () => outcome,
    drawing: () => drawing as never,
    reset: () => resets++,
  }) as unknown as TestElement;
  const buttons = [...element.querySelectorAll("button")];
  const press = (label: string) =>
    fire(document, buttons.find(({ textContent }) => textContent === label)!, "click");
  const said = () => element.querySelector(".said")!.textContent;
  return {
    labels: buttons.map(({ textContent }) => textContent),
    press,
    said,
    resets: () => resets,
  };
}

const ADDRESS = "https://example.org/spoiler_map.html#year=2016&of=a+b";

test("there is a button for what there is", () => {
  assertEquals(tools().labels, ["Copy link", "Reset", "Download SVG", "Download CSV", "Cite"]);
  assertEquals(tools({ readout: "x" }, null).labels, ["Copy link", "Reset", "Cite"]);
});

test("the link and the citation are copied, or shown where they may not be", async () => {
  clipboard = {
    writeText: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
  };
  const { press, said } = tools();
  press("Copy link");
  await until(() => said() !== "");
  assertEquals([copied, said()], [[ADDRESS], `Link copied: ${ADDRESS}`]);
  press("Cite");
  await until(() => said().startsWith("Citation"));
  assertMatch(copied[1]!, /^The Tallybook authors\. “What if\?” .*\(seen \d{4}-\d\d-\d\d\)\.$/);
  assertEquals(copied[1]!.includes(ADDRESS), true);
  clipboard = undefined;
  const without = tools();
  without.press("Copy link");
  await until(() => without.said() !== "");
  assertEquals(without.said(), ADDRESS);
});

test("reset sets the panel back and says so", () => {
  const { press, said, resets } = tools();
  press("Reset");
  assertEquals([resets(), said()], [1, "Set back to what the panel opens with."]);
});

test("the table is a file of numbers as programs read them", async () => {
  await downloading(() => tools().press("Download CSV"));
  const file = files.at(-1)!;
  assertEquals([file.name, file.type], ["spoiler_map.csv", "text/csv"]);
  assertEquals((await file.text).trim().split(/\r?\n/), [
    "State,Lead",
    '"Ohio, all",-1234',
    "Iowa,",
  ]);
});

test("the drawing is a file with its looks in its marks, on white, with title and answer", async () => {
  await downloading(() => tools().press("Download SVG"));
  const file = files.at(-1)!;
  assertEquals([file.name, file.type], ["spoiler_map.svg", "image/svg+xml"]);
  const svg = await file.text;
  assertEquals(/ aria-hidden/.test(svg), false);
  assertMatch(svg, /<svg[^>]* role="img"/);
  assertMatch(svg, /<svg[^>]* width="640"/);
  assertMatch(svg, /<svg[^>]* height="300"/);
  assertMatch(
    svg,
    /<title>What if\?<\/title><desc>Clinton would have won\. https:[^<]*<\/desc><rect/,
  );
  const attributes = (element: RegExp) =>
    Object.fromEntries(
      [...element.exec(svg)![0].matchAll(/([\w-]+)="([^"]*)"/g)].map((
        [, name, value],
      ) => [name, value]),
    );
  assertEquals(attributes(/<rect[^>]*fill="#ffffff"[^>]*>/), {
    width: "640",
    height: "300",
    fill: "#ffffff",
  });
  const bar = attributes(/<rect[^>]*class="bar"[^>]*>/);
  assertEquals([bar["fill"], bar["stroke-dasharray"]], [
    "fill of bar",
    "stroke-dasharray of bar",
  ]);
  const label = attributes(/<text[^>]*>/);
  assertEquals([label["class"], label["font-size"]], ["label", "font-size of label"]);
  // The page's own drawing stays as it is.
  assertEquals(document.getElementById("drawing")!.getAttribute("role"), null);
});
