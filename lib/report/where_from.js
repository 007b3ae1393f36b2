// Adds to a page that is complete without it: a number that is selected says where it comes from.

const data = JSON.parse(document.getElementById("numbers").textContent);
/** For each element that can be selected, the entries of its numbers. */
const entriesOf = new Map();
const contents = document.querySelector("nav.contents");

for (const [n, entry] of Object.entries(data.numbers)) {
  const element = document.getElementById(`number-${n}`);
  if (element && !element.closest("a")) entriesOf.set(element, [entry]);
}
for (const [anchor, cells] of Object.entries(data.tables)) {
  const rows = document.getElementById(anchor)?.querySelector("tbody")?.rows ?? [];
  for (const [place, entries] of Object.entries(cells)) {
    const [row, column] = place.split(",");
    const cell = rows[row]?.cells[column];
    if (cell) entriesOf.set(cell, entries);
  }
}
/** A text as it is compared: a phone breaks its lines at other words. */
const words = (element) => element.textContent.replace(/\s+/g, "");
for (const [anchor, { data: rows, drawing }] of Object.entries(data.figures)) {
  const figure = document.getElementById(anchor);
  if (!figure) continue;
  const wide = [...figure.querySelectorAll(".plate svg")]
    .filter((svg) => !svg.closest(".narrow"))
    .flatMap((svg) => [...svg.querySelectorAll("text")]);
  const byWords = new Map();
  for (const [i, entries] of Object.entries(drawing)) {
    if (!wide[i]) continue;
    entriesOf.set(wide[i], entries);
    byWords.set(words(wide[i]), entries);
  }
  for (const text of figure.querySelectorAll(".narrow svg text")) {
    const entries = byWords.get(words(text));
    if (entries) entriesOf.set(text, entries);
  }
  for (const cell of figure.querySelectorAll("details td")) {
    if (/\d/.test(cell.textContent)) entriesOf.set(cell, [rows]);
  }
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function codeLink(cell, line) {
  const link = make("a", { href: `#code-${cell}` }, `Code [${cell}], line ${line}`);
  link.addEventListener("click", () => {
    close();
    const fold = document.getElementById(`code-${cell}`);
    if (fold) fold.open = true;
  });
  return link;
}

const code = (text) => make("code", {}, text);
const line = (name, ...parts) => [make("dt", {}, name), make("dd", {}, ...parts)];
function entryMarkup({ text, origin, rounding, rows }, shown) {
  const { expression, printed, cell, line: at, definitions, reads } = data.origins[origin];
  return [
    make("h3", {}, shown ?? text),
    make(
      "dl",
      {},
      ...line("Made by", code(expression), make("br"), codeLink(cell, at)),
      ...printed ? line("Printed by", code(printed)) : [],
      ...rounding ? line("Value", rounding) : [],
      ...rows ? line(rows.formula === "a" ? "Equals" : "Follows from", ...rowsLine(rows)) : [],
      ...line(
        rows ? "Its code read" : "Rests on",
        reads.length > 0
          ? make("ul", {}, ...reads.map((read) => readLine(data.reads[read])))
          : "no table: the expression alone",
      ),
      ...definitions.length > 0
        ? line(
          "With",
          make(
            "ul",
            {},
            ...definitions.map((it) =>
              make("li", {}, code(it.code), " ", codeLink(it.cell, it.line))
            ),
          ),
        )
        : [],
    ),
  ];
}

const title = make("h2", { id: "where-from-title" }, "Where from?");
const body = make("div", { className: "where-from-body", tabIndex: 0 });
body.setAttribute("role", "group");
body.setAttribute("aria-labelledby", title.id);
const closing = make("button", { type: "button", className: "close" }, "Close");
const box = make(
  "div",
  { className: "where-from", hidden: true, tabIndex: -1 },
  title,
  closing,
  body,
);
box.setAttribute("role", "dialog");
box.setAttribute("aria-labelledby", title.id);
document.querySelector("main").append(box);
let asker = null;

function close() {
  if (box.hidden) return;
  box.hidden = true;
  asker?.classList.remove("asked");
  const back = asker?.querySelector?.(":scope > .ask") ?? asker;
  if (back?.hasAttribute?.("tabindex")) back.focus();
  asker = null;
}

/** Beside the number where there is room; on a narrow screen the style sheet puts it at the bottom. */
function place(element) {
  const at = element.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const width = Math.min(box.offsetWidth, room);
  const left = Math.max(8, Math.min(at.left, room - width - 8));
  box.style.left = `${left + scrollX}px`;
  const below = innerHeight - at.bottom;
  const isAbove = box.offsetHeight > below && at.top > below;
  const top = isAbove ? Math.max(0, at.top - box.offsetHeight - 6) : at.bottom + 6;
  box.style.top = `${top + scrollY}px`;
}

/** What was asked about stays in view above a box at the screen's bottom. */
function uncover(element) {
  const at = element.getBoundingClientRect();
  const covered = at.bottom + 8 - box.getBoundingClientRect().top;
  if (covered > 0) scrollBy(0, Math.min(covered, at.top));
}

function open(element) {
  const entries = entriesOf.get(element);
  if (!entries) return;
  asker?.classList.remove("asked");
  asker = element;
  element.classList.add("asked");
  const isData = element.closest("figure details") !== null;
  body.replaceChildren(
    ...entries.flatMap((entry) =>
      entryMarkup(data.listed[entry], isData ? element.textContent.trim() : undefined)
    ),
  );
  box.hidden = false;
  place(element);
  if (getComputedStyle(box).position === "fixed") uncover(element);
  box.focus({ preventScroll: true });
}

closing.addEventListener("click", close);
addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

const targetOf = (node) => {
  for (let at = node instanceof Element ? node : node?.parentElement; at; at = at.parentElement) {
    if (entriesOf.has(at)) return at;
  }
  return null;
};
addEventListener("click", (event) => {
  if (box.contains(event.target)) return;
  const target = event.target.closest?.("a, button:not(.ask), summary, label, input") === null
    ? targetOf(event.target)
    : null;
  // Who marks words to copy them asks nothing.
  if (target === null || getSelection()?.isCollapsed === false) close();
  else if (target === asker) close();
  else open(target);
});

// One switch makes every number a button: each block of them is one stop, arrows go on from there.
const asking = make("button", { type: "button", className: "all-from" }, "Where from?");
asking.setAttribute("aria-pressed", "false");
asking.title = "Makes each number a button that says where it comes from";
let buttons = [];

function asButton(element) {
  let button = element;
  if (element instanceof HTMLTableCellElement) {
    button = make("span", { className: "ask" }, ...element.childNodes);
    element.append(button);
  }
  button.setAttribute("role", "button");
  return button;
}

function asBefore(button) {
  button.removeAttribute("role");
  button.removeAttribute("tabindex");
  if (button.classList.contains("ask")) button.replaceWith(...button.childNodes);
}

function ask(on) {
  close();
  document.body.classList.toggle("asking", on);
  asking.setAttribute("aria-pressed", String(on));
  for (const svg of document.querySelectorAll("figure .plate svg")) {
    svg.setAttribute("role", on ? "group" : "img");
  }
  if (!on) {
    for (const button of buttons) asBefore(button);
    buttons = [];
    return;
  }
  const elements = [...entriesOf.keys()].sort((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  );
  buttons = elements.map(asButton);
  let block = null;
  for (const button of buttons) {
    const own = button.closest("p, ul, ol, table, svg, caption, h1, h2");
    button.setAttribute("tabindex", own === block ? "-1" : "0");
    block = own;
  }
}

const visible = (button) => button.getClientRects().length > 0;
addEventListener("keydown", (event) => {
  const at = buttons.indexOf(document.activeElement);
  if (at < 0) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    open(targetOf(document.activeElement));
    return;
  }
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  let next = at + step;
  while (buttons[next] && !visible(buttons[next])) next += step;
  buttons[next]?.focus();
});

asking.addEventListener("click", () => ask(asking.getAttribute("aria-pressed") !== "true"));
if (entriesOf.size > 0) contents?.append(asking);

/** A link to a number opens what it says. */
function openLinked() {
  const element = /^#number-\d+$/.test(location.hash)
    ? document.getElementById(location.hash.slice(1))
    : null;
  if (element && entriesOf.has(element)) open(element);
}
addEventListener("hashchange", openLinked);
openLinked();
