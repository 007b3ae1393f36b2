// Adds to a page that is complete without it: columns that sort, and one switch for all code.

const comparable = (cell) => cell?.dataset.value ?? cell?.textContent.trim() ?? "";

function compare(a, b) {
  const [x, y] = [Number(a), Number(b)];
  if (a !== "" && b !== "" && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  // What is absent stands last whichever way a column is sorted first.
  return a.localeCompare(b, "en", { numeric: true });
}

function sortBy(table, column, heading) {
  const direction = heading.getAttribute("aria-sort") === "descending" ? "ascending" : "descending";
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", direction);
  const sign = direction === "ascending" ? 1 : -1;
  for (const body of table.tBodies) {
    const rows = [...body.rows];
    rows.sort((a, b) => sign * compare(comparable(a.cells[column]), comparable(b.cells[column])));
    body.append(...rows);
  }
}

for (const table of document.querySelectorAll("table.sortable")) {
  const head = table.tHead?.rows[0];
  if (!head || table.tHead.rows.length > 1 || table.querySelector("[colspan]:not(tfoot *)")) {
    continue;
  }
  for (const [column, heading] of [...head.cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sortBy(table, column, heading));
    heading.append(button);
  }
}

// A head with buttons is not repeated on a printed table's next page.
const buttons = [...document.querySelectorAll("table.sortable th button")];
const headings = buttons.map((button) => button.parentElement);
addEventListener("beforeprint", () => {
  for (const [i, button] of buttons.entries()) headings[i].replaceChildren(...button.childNodes);
});
addEventListener("afterprint", () => {
  for (const [i, button] of buttons.entries()) {
    button.append(...headings[i].childNodes);
    headings[i].append(button);
  }
});

const folds = [...document.querySelectorAll("details.code")];
const contents = document.querySelector("nav.contents");
if (folds.length > 1 && contents) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "all-code";
  const name = () => {
    button.textContent = folds.every((fold) => fold.open) ? "Hide all code" : "Show all code";
  };
  button.addEventListener("click", () => {
    const open = !folds.every((fold) => fold.open);
    for (const fold of folds) fold.open = open;
    name();
  });
  for (const fold of folds) fold.addEventListener("toggle", name);
  name();
  contents.append(button);
}
