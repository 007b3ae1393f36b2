import { assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import { drawFields } from "../../../lib/report/panels/client/form.ts";
import type { PanelField } from "../../../lib/report/panels/panel.ts";

// The functions look for the page's document when they draw.
const document = new DOMParser().parseFromString("<html><body></body></html>", "text/html");
Object.assign(globalThis, { document });

/** What the tests need of an element. */
interface Control {
  value: string;
  checked: boolean;
  validity: { badInput: boolean };
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Control | null;
  querySelectorAll(selector: string): Iterable<Control>;
  dispatchEvent(event: unknown): void;
}

/** A field as it is drawn, and what it told of changes. */
function drawn(field: PanelField, value?: string) {
  const told: [string, string][] = [];
  const state = value === undefined ? {} : { [field.name]: value };
  const [element] = drawFields([field], state, (name, to) => told.push([name, to]));
  const at = element as unknown as Control;
  const find = (selector: string) => at.querySelector(selector)!;
  const fire = (control: Control, type: string) => {
    const event =
      (document as unknown as { createEvent(kind: string): { initEvent(type: string): void } })
        .createEvent("Event");
    event.initEvent(type);
    control.dispatchEvent(event);
  };
  return { at, find, fire, told };
}

const number: PanelField = {
  kind: "number",
  name: "risk",
  label: "The risk's limit",
  least: 0.5,
  most: 25,
  step: 0.5,
  unit: "%",
};

Deno.test("a number has its unit in its label, if it has one, and its bounds", () => {
  const { find } = drawn(number, "5");
  assertEquals(find("label").textContent, "The risk’s limit (%)");
  assertEquals(find("label").getAttribute("for"), "risk");
  for (const kind of ["range", "number"]) {
    const control = find(`input[type=${kind}]`);
    assertEquals(["min", "max", "step"].map((name) => control.getAttribute(name)), [
      "0.5",
      "25",
      "0.5",
    ]);
    assertEquals(control.value, "5");
  }
  assertEquals(find("input[type=range]").getAttribute("aria-label"), "The risk’s limit (%)");
  assertEquals(find("input[type=range]").getAttribute("aria-valuetext"), "5");
  assertEquals(drawn({ ...number, unit: "" }, "5").find("label").textContent, "The risk’s limit");
});

Deno.test("a number's slider and field follow each other; what is typed is held within the bounds", () => {
  const { find, fire, told } = drawn(number, "5");
  const [slider, box] = [find("input[type=range]"), find("input[type=number]")];
  slider.value = "7.5";
  fire(slider, "input");
  assertEquals([box.value, slider.getAttribute("aria-valuetext")], ["7.5", "7.5"]);
  for (const [typed, held] of [["12.3", "12.3"], ["100", "25"], ["-3", "0.5"], ["0.5", "0.5"]]) {
    box.value = typed!;
    box.validity = { badInput: false };
    fire(box, "input");
    // What is typed stays as it is: the slider, and the state, have what it stands for.
    assertEquals([box.value, slider.value, slider.getAttribute("aria-valuetext")], [
      typed,
      held,
      held,
    ]);
  }
  box.value = "";
  fire(box, "input");
  box.value = "12e";
  box.validity = { badInput: true };
  fire(box, "input");
  assertEquals(told, [["risk", "7.5"], ["risk", "12.3"], ["risk", "25"], ["risk", "0.5"], [
    "risk",
    "0.5",
  ]]);
});

Deno.test("a choice shows its value chosen and tells of another", () => {
  const { find, at, fire, told } = drawn({
    kind: "choice",
    name: "year",
    label: "The year's count",
    options: [{ value: "2016", label: "that of '16" }, { value: "2020", label: "2020" }],
  }, "2020");
  assertEquals(find("label").textContent, "The year’s count");
  const options = [...at.querySelectorAll("option")] as unknown as {
    selected: boolean;
    textContent: string;
  }[];
  assertEquals(options.map(({ selected }) => selected), [false, true]);
  assertEquals(options[1]!.textContent, "2020");
  const select = find("select");
  Object.defineProperty(select, "value", { value: "2016" });
  fire(select, "change");
  assertEquals(told, [["year", "2016"]]);
});

Deno.test("several of a list: boxes with labels of their own, told of together in the list's order", () => {
  const { at, find, fire, told } = drawn({
    kind: "several",
    name: "without",
    label: "Without",
    options: ["a", "b", "c"].map((value) => ({ value, label: `candidate ${value}` })),
  }, "c,a");
  assertEquals(find("legend").textContent, "Without");
  const boxes = [...at.querySelectorAll("input")];
  assertEquals(boxes.map(({ checked }) => checked), [true, false, true]);
  const labels = [...at.querySelectorAll("label")];
  assertEquals(
    labels.map((label) => label.getAttribute("for")),
    boxes.map((box) => box.getAttribute("id")),
  );
  assertEquals(labels.map(({ textContent }) => textContent), [
    "candidate a",
    "candidate b",
    "candidate c",
  ]);
  boxes[1]!.checked = true;
  fire(boxes[1]!, "change");
  boxes[0]!.checked = false;
  fire(boxes[0]!, "change");
  assertEquals(told, [["without", "a,b,c"], ["without", "b,c"]]);
});

Deno.test("a text of a form is told of once it has that form, and marked until then", () => {
  const { find, fire, told } = drawn({
    kind: "text",
    name: "seed",
    label: "Seed",
    pattern: "[0-9]{3}",
    expected: "3 digits",
  }, "123");
  const box = find("input");
  assertEquals([find("label").textContent, box.value], ["Seed (3 digits)", "123"]);
  for (const typed of ["12", "1234", "12a", "456"]) {
    box.value = typed;
    fire(box, "input");
    assertEquals(box.getAttribute("aria-invalid"), String(typed !== "456"));
  }
  assertEquals(told, [["seed", "456"]]);
});

Deno.test("a field without a value in the state is drawn empty", () => {
  assertEquals(drawn(number).find("input[type=number]").value, "");
});
