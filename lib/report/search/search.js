// Searches what the page carries, as one types.

const MOST_SHOWN = 40;
const ENOUGH = 5;
const rows = JSON.parse(document.getElementById("entries").textContent);
const field = document.getElementById("search");
const results = document.querySelector(".results");
const found = document.querySelector(".found");

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
/** Words and numbers: 543,895 is one number, however it is typed, and −0.74 is found as 0.74. */
const words = (text) =>
  folded(text).replace(/(\d),(?=\d{3})/g, "$1").match(/\d+(?:\.\d+)?|[\p{L}\d]+/gu) ?? [];

const WEIGHT = {
  Question: 6,
  Claim: 3,
  Panel: 3,
  Section: 2.5,
  Figure: 2,
  Table: 2,
  Number: 1,
  Data: 1.5,
};
let index = null;

/** The index is made when it is first needed. */
function indexed() {
  if (index !== null) return index;
  index = new MiniSearch({
    fields: ["title", "text"],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 3 },
      combineWith: "AND",
      // A number is meant as it stands; a word may go on, and a long one may have a slip in it.
      prefix: (term) => !/^\d/.test(term) || term.length >= 4,
      fuzzy: (term) => /^\d/.test(term) || term.length < 5 ? false : 0.2,
      boostDocument: (id) => WEIGHT[rows[id][0]] ?? 1,
    },
  });
  index.addAll(rows.map(([, title, , text], id) => ({ id, title, text })));
  return index;
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A text with the words that were searched for marked, cut to what surrounds the first of them. */
function excerpt(text, terms) {
  const plain = folded(text).length === text.length ? folded(text) : text.toLowerCase();
  const spans = [];
  for (const match of plain.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?|[\p{L}\d]+/gu)) {
    const word = match[0].replace(/,(?=\d{3})/g, "");
    if (terms.includes(word)) spans.push([match.index, match.index + match[0].length]);
  }
  const first = spans[0]?.[0] ?? 0;
  const from = first < 90 ? 0 : text.indexOf(" ", first - 80) + 1;
  const cut = text.lastIndexOf(" ", from + 200);
  const to = from + 200 >= text.length ? text.length : cut > first ? cut : from + 200;
  const parts = [from > 0 ? "… " : ""];
  let at = from;
  for (const [start, end] of spans) {
    if (start < at || end > to) continue;
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at, to), to < text.length ? " …" : "");
  return parts;
}

const pages = new Map(
  rows.filter(([kind]) => kind === "Question").map(([, title, href]) => [href, title]),
);

function item({ id, terms }) {
  const [kind, title, href, text] = rows[id];
  const page = pages.get(href.split("#")[0]);
  const where = page && kind !== "Question" ? ` · ${page}` : "";
  return make(
    "li",
    {},
    make("a", { href }, make("span", { className: "kind" }, kind), ...excerpt(title, terms)),
    make("p", {}, ...excerpt(text, terms), make("span", { className: "soft" }, where)),
  );
}

function search() {
  const query = field.value.trim();
  history.replaceState(
    null,
    "",
    query === "" ? location.pathname : `#${encodeURIComponent(query)}`,
  );
  if (words(query).length === 0) {
    results.replaceChildren();
    found.textContent = "";
    return;
  }
  const all = indexed().search(query);
  // Few things have all the words: what has some of them comes after.
  if (all.length < ENOUGH && words(query).length > 1) {
    const known = new Set(all.map(({ id }) => id));
    all.push(...indexed().search(query, { combineWith: "OR" }).filter(({ id }) => !known.has(id)));
  }
  results.replaceChildren(...all.slice(0, MOST_SHOWN).map(item));
  found.textContent = all.length === 0
    ? "Nothing found"
    : all.length > MOST_SHOWN
    ? `${all.length.toLocaleString("en-US")} found, the first ${MOST_SHOWN} below`
    : `${all.length} found`;
}

const links = () => [...results.querySelectorAll("a")];
addEventListener("keydown", (event) => {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const isField = document.activeElement === field;
  if (event.key === "/" && !isField) {
    event.preventDefault();
    field.focus();
  } else if (event.key === "Enter" && isField) all[0]?.click();
  else if (event.key === "ArrowDown" && (isField || at >= 0) && all[at + 1]) {
    event.preventDefault();
    all[at + 1].focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    event.preventDefault();
    (all[at - 1] ?? field).focus();
  } else if (event.key === "Escape" && at >= 0) field.focus();
});
field.addEventListener("input", search);
addEventListener("hashchange", fromAddress);

function fromAddress() {
  let asked = location.hash.slice(1);
  try {
    asked = decodeURIComponent(asked);
  } catch {
    // Taken as it stands.
  }
  if (asked === field.value.trim()) return;
  field.value = asked;
  search();
}
fromAddress();
field.focus();
