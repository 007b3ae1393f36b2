// The rows that a number rests on, in words: a part of where_from.js, which has `data`, `make` and `code`.

const shownValues = (values) =>
  values.length <= 8
    ? values.join(", ")
    : `${values.slice(0, 6).join(", ")} … ${values.at(-1)} (${values.length} values)`;

/** A row's key, without what is said of all rows of its set. */
const keyText = ({ key }, where) =>
  Object.entries(key).filter(([column]) => where[column]?.length !== 1)
    .map(([column, value]) => `${column} ${value}`).join(", ");
const whereText = (where) =>
  Object.entries(where).map(([column, values]) => `${column} ${shownValues(values)}`).join("; ");
const rowCount = (count) => count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`;

/** Which rows of a file; in CSV its first line is the header. */
function placesText({ table, where, count, first, last, list, digest }) {
  if (count === 0) return "";
  const isText = data.facts[table]?.path.endsWith(".csv");
  const [name, more] = isText ? ["line", 1] : ["row", 0];
  if (count === 1) {
    const key = keyText(first, where);
    return `, ${name} ${first.row + more}${key && `: ${key}`}`;
  }
  const places = list === undefined
    ? `${first.row + more} to ${last.row + more}${
      digest
        ? `, whose numbers have the SHA-256 ${digest}`
        : data.file && `, each listed in ${data.file}`
    }`
    : list.replace(/\d+/g, (row) => Number(row) + more).replaceAll("-", "\u2013")
      .replaceAll(",", ", ");
  const [from, to] = [first, last].map((row) => keyText(row, where));
  return `, ${name}s ${places}${from && `; the first ${from}, the last ${to}`}`;
}

/** The raw files of rows, and what is declared to be wrong in these files. */
function sourceText({ sources, corrections }) {
  const parts = [
    sources?.length > 0 && `from ${sources.join(", ")}`,
    corrections?.length > 0 && `declared corrections of it: ${shownValues(corrections)}`,
  ];
  return parts.filter(Boolean).map((part) => `; ${part}`).join("");
}

/** A sum over rows: its column, its rows, and their places. */
function termLine({ rows, column }, letter) {
  const set = data.rows[rows];
  const where = whereText(set.where);
  return make(
    "li",
    {},
    letter === "" ? null : make("i", {}, `${letter} = `),
    column === "" ? "the number of " : set.count === 1 ? code(column) : "the sum of ",
    column === "" || set.count === 1 ? null : code(column),
    column === "" ? "" : set.count === 1 ? " in " : " over ",
    `${rowCount(set.count)} of `,
    code(data.facts[set.table]?.path ?? set.table),
    `${where && ` where ${where}`}${placesText(set)}${sourceText(set)}`,
  );
}

// deno-lint-ignore no-unused-vars -- where_from.js, which follows in one script, calls it.
function rowsLine({ formula, times, terms }) {
  const product = { 1: "", "-1": "\u2212", 100: "100 × ", "-100": "\u2212100 × " }[times];
  const plain = formula === "a" || formula === "rows";
  const written = formula.replaceAll("-", "\u2212").replaceAll("rows", "a");
  const shown = product === "" || !/ [+\u2212] /.test(written) || /^\(/.test(written)
    ? `${product}${written}`
    : `${product}(${written})`;
  return [
    plain && times === 1 ? null : make("i", {}, shown),
    make(
      "ul",
      {},
      ...terms.map((term, i) => termLine(term, plain && times === 1 ? "" : "abc"[i])),
    ),
  ];
}

// deno-lint-ignore no-unused-vars -- where_from.js, which follows in one script, calls it.
function readLine({ table, choice, rows, set }) {
  const facts = data.facts[table];
  const named = set === undefined ? null : data.rows[set];
  const where = whereText(choice);
  const some = named !== null && rows !== null && rows < named.count
    ? `${rowCount(rows)} among ${rowCount(named.count)}`
    : named !== null
    ? rowCount(named.count)
    : rows === null
    ? ""
    : rowCount(rows);
  const item = make(
    "li",
    {},
    code(facts?.path ?? table),
    ` ${[some, where].filter(Boolean).join(", where ")}${named === null ? "" : placesText(named)}`,
  );
  if (!facts) return item;
  const { title, sha256, sources, files, corrections } = facts;
  const made = files === 0
    ? ""
    : named?.sources?.length > 0
    ? `; these rows from ${named.sources.join(", ")}`
    : `; made from ${files === 1 ? "a file" : `${files} files`}: ${sources.join("; ")}${
      files > sources.length && sources.length === 6 ? " …" : ""
    }`;
  const own = named === null ? corrections : named.corrections ?? [];
  const mended = own.length === 0
    ? ""
    : `; declared corrections of these files: ${own.length} (${own.slice(0, 3).join("; ")}${
      own.length > 3 ? " …" : ""
    })`;
  item.append(
    make(
      "p",
      {},
      `${title}${made}${mended}. `,
      make("span", { className: "hash" }, `SHA-256 ${sha256}`),
    ),
  );
  return item;
}
