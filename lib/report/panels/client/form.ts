import type { PageElement } from "./browser.ts";
import type { PanelField, PanelState } from "../panel.ts";
import { curlyText } from "../../curly_marks.ts";
import { element } from "./dom.ts";

/** Told of each change: the field's name and its new value. */
export type OnChange = (name: string, value: string) => void;

function choice(
  field: Extract<PanelField, { kind: "choice" }>,
  value: string,
  change: OnChange,
): PageElement {
  const select = element("select", { id: field.name, name: field.name });
  for (const option of field.options) {
    const made = element("option", { value: option.value }, curlyText(option.label));
    made.selected = option.value === value;
    select.append(made);
  }
  select.addEventListener("change", () => change(field.name, select.value));
  return element(
    "div",
    { class: "field" },
    element("label", { for: field.name }, curlyText(field.label)),
    select,
  );
}

function several(
  field: Extract<PanelField, { kind: "several" }>,
  value: string,
  change: OnChange,
): PageElement {
  const chosen = value.split(",");
  const set = element(
    "fieldset",
    { class: "field" },
    element("legend", {}, curlyText(field.label)),
  );
  const boxes = field.options.map((option, i) => {
    const id = `${field.name}-${i}`;
    const box = element("input", { type: "checkbox", id, value: option.value });
    box.checked = chosen.includes(option.value);
    box.addEventListener("change", () => {
      change(field.name, boxes.filter(({ checked }) => checked).map((one) => one.value).join(","));
    });
    set.append(
      element(
        "span",
        { class: "check" },
        box,
        element("label", { for: id }, curlyText(option.label)),
      ),
    );
    return box;
  });
  return set;
}

function number(
  field: Extract<PanelField, { kind: "number" }>,
  value: string,
  change: OnChange,
): PageElement {
  const range = {
    min: String(field.least),
    max: String(field.most),
    step: String(field.step),
  };
  const label = curlyText(field.unit ? `${field.label} (${field.unit})` : field.label);
  const slider = element("input", {
    type: "range",
    id: `${field.name}-slider`,
    ...range,
    "aria-label": label,
  });
  const box = element("input", {
    type: "number",
    id: field.name,
    name: field.name,
    ...range,
    inputmode: "decimal",
  });
  box.value = value;
  // A slider stands on multiples of its step only; the number itself is in the field, in what is
  // said of the slider, and in the state.
  const slide = (number: string) => {
    slider.value = number;
    slider.setAttribute("aria-valuetext", number);
  };
  slide(value);
  slider.addEventListener("input", () => {
    box.value = slider.value;
    slide(slider.value);
    change(field.name, slider.value);
  });
  box.addEventListener("input", () => {
    if (box.value === "" || box.validity.badInput) return;
    const held = Math.min(field.most, Math.max(field.least, Number(box.value)));
    slide(String(held));
    change(field.name, String(held));
  });
  return element(
    "div",
    { class: "field amount" },
    element("label", { for: field.name }, label),
    element("span", { class: "pair" }, slider, box),
  );
}

function text(
  field: Extract<PanelField, { kind: "text" }>,
  value: string,
  change: OnChange,
): PageElement {
  const box = element("input", {
    type: "text",
    id: field.name,
    name: field.name,
    pattern: field.pattern,
    autocomplete: "off",
    spellcheck: "false",
  });
  box.value = value;
  // What is not of the form yet is still being typed: the panel keeps what it had, and says so.
  const told = ` (${field.expected})`;
  box.addEventListener("input", () => {
    const whole = new RegExp(`^(?:${field.pattern})$`).test(box.value);
    box.setAttribute("aria-invalid", String(!whole));
    if (whole) change(field.name, box.value);
  });
  return element(
    "div",
    { class: "field" },
    element("label", { for: field.name }, curlyText(field.label), told),
    box,
  );
}

/** The controls of a panel. */
export function drawFields(
  fields: readonly PanelField[],
  state: PanelState,
  change: OnChange,
): PageElement[] {
  return fields.map((field) => {
    const value = state[field.name] ?? "";
    switch (field.kind) {
      case "choice":
        return choice(field, value, change);
      case "several":
        return several(field, value, change);
      case "number":
        return number(field, value, change);
      case "text":
        return text(field, value, change);
    }
  });
}
