import { browser, type PageElement } from "../../panels/client/browser.ts";
import type { Mend } from "../../../data/returns/problem.ts";
import type { ReadReturnsOptions } from "../../../data/returns/read_checked.ts";
import type { Told } from "./messages.ts";
import { drawInspected } from "./draw_inspected.ts";

/** An element that files are chosen or dropped in. */
interface FileElement extends PageElement {
  readonly files: { readonly length: number; readonly [at: number]: File } | null;
}

const part = (id: string) => browser.document.getElementById(id)!;
const packed = part("known").textContent!;
const program = JSON.parse(part("program").textContent!) as string;

const input = part("file") as FileElement;
const year = part("year");
const state = part("state");
const bar = part("bar");
const status = part("status");
const result = part("result");
const again = part("again");

let worker: Worker | undefined;
let file: File | undefined;

function optionsOf(): ReadReturnsOptions {
  const mend = [...browser.document.getElementById("mends")!.querySelectorAll("input")]
    .filter(({ checked }) => checked).map(({ value }) => value as Mend);
  return {
    ...(year.value.trim() === "" ? {} : { year: Number(year.value) }),
    ...(state.value === "" ? {} : { state: state.value }),
    ...(mend.length === 0 ? {} : { mend }),
  };
}

function ended(words: string): void {
  bar.hidden = true;
  status.textContent = words;
}

function read(): void {
  if (file === undefined) return;
  const { name, size } = file;
  // A file that is chosen while another is read takes its place.
  worker?.terminate();
  worker = new Worker(URL.createObjectURL(new Blob([program], { type: "text/javascript" })));
  result.replaceChildren();
  again.hidden = false;
  bar.hidden = false;
  bar.setAttribute("value", "0");
  status.textContent = `Reading ${name}, ${size.toLocaleString("en-US")} bytes`;
  const started = performance.now();
  worker.onmessage = ({ data }: { data: Told }) => {
    if ("percent" in data) {
      bar.setAttribute("value", String(data.percent));
      if (data.percent === 100) status.textContent = `Checking ${name}`;
      return;
    }
    if ("failure" in data) return ended(`Cannot read ${name}: ${data.failure}`);
    ended(`Read and checked in ${((performance.now() - started) / 1000).toFixed(1)} seconds.`);
    result.replaceChildren(...drawInspected(data.inspected));
  };
  worker.onerror = (event) => ended(`Cannot read ${name}: ${event.message}`);
  worker.postMessage({ file, options: optionsOf(), packed });
}

input.addEventListener("change", () => {
  file = input.files?.[0];
  read();
});
again.addEventListener("click", read);
// The same file can be chosen again after it was mended.
input.addEventListener("click", () => input.value = "");
