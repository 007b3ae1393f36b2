import { Buffer } from "node:buffer";
import { parse } from "csv-parse/sync";
import { drawnTexts } from "../chart/figure_origins.ts";
import type { FigureFile } from "./figure_files.ts";
import type { FigureRecord } from "./figure_record.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import type { OutputNumbers } from "./origins/number_index.ts";
import type { PageNumbers } from "./origins/page_numbers.ts";
import type { PageState } from "./page_state.ts";
import { phoneCards } from "./phone_cards.ts";
import { svgMarkup } from "./svg_markup.ts";

/** Above this many characters a drawing is shown as its bitmap: maps would make pages heavy. */
const LARGEST_INLINE_SVG = 120_000;

/** Data longer than this is for the CSV file, not for the page. */
const MOST_ROWS_SHOWN = 60;

const dataAddress = (png: Uint8Array) =>
  `data:image/png;base64,${Buffer.from(png).toString("base64")}`;

function plate(
  figure: FigureRecord,
  files: readonly FigureFile[],
  prefix: string,
  standalone: boolean,
): Markup {
  const png = files.find((file) => file.kind === "PNG");
  if (figure.svg !== "" && (figure.svg.length <= LARGEST_INLINE_SVG || !png)) {
    return svgMarkup(trusted(figure.svg), prefix, `${figure.title}. ${figure.alt}`);
  }
  if (png) {
    const address = standalone ? dataAddress(png.content as Uint8Array) : png.path;
    return markup`<img src="${address}" width="${figure.width}" height="${figure.height}" alt="${figure.alt}">`;
  }
  return markup`<p>${figure.alt}</p>`;
}

/** The drawing, with the one for phones beside it where there is one: the style sheet shows one of them. */
function plates(
  figure: FigureRecord,
  files: readonly FigureFile[],
  prefix: string,
  standalone: boolean,
): Markup {
  const wide = plate(figure, files, prefix, standalone);
  if (figure.narrow === "") return wide;
  const label = `${figure.title}. ${figure.alt}`;
  return markup`<div class="wide">${wide}</div><div class="narrow">${
    svgMarkup(trusted(figure.narrow), `${prefix}narrow-`, label)
  }</div>`;
}

const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/;

/** A cell of a figure's data as a page shows it: four digits do, and the minus is a minus. */
function shownCell(cell: string): string {
  if (!NUMBER.test(cell)) return cell;
  const value = Number(cell);
  const rounded = Number.isInteger(value)
    ? value
    : Math.abs(value) >= 1000
    ? Math.round(value)
    : Number(value.toPrecision(4));
  return String(rounded).replace("-", "\u2212");
}

function dataTable(figure: FigureRecord): Markup | null {
  let parsed: string[][];
  try {
    parsed = parse(figure.csv, { relax_column_count: true });
  } catch (error) {
    // What is no CSV is still there to be downloaded.
    const reason = error instanceof Error ? error.message : String(error);
    return markup`<p>The data of this figure cannot be shown as a table: ${reason}.</p>`;
  }
  const [head, ...rows] = parsed;
  if (head === undefined || rows.length === 0 || rows.length > MOST_ROWS_SHOWN) return null;
  const numeric = head.map((_, i) =>
    rows.every((row) => row[i] === "" || NUMBER.test(row[i] ?? ""))
  );
  const align = (i: number) => numeric[i] ? trusted(' align="right"') : null;
  const cell = (text: string) => text.length > 60 ? trusted(' class="long"') : null;
  const table = markup`
      <table>
        <thead>
          <tr>${head.map((name, i) => markup`<th scope="col"${align(i)}>${spoken(name)}</th>`)}</tr>
        </thead>
        <tbody>
    ${
    rows.map((row) =>
      markup`<tr>${
        head.map((_, i) =>
          markup`<td${align(i)}${cell(row[i] ?? "")}>${shownCell(row[i] ?? "")}</td>`
        )
      }</tr>\n`
    )
  }</tbody>
      </table>
  `;
  return markup`
    <div class="table-box" role="region" tabindex="0" aria-label="${`Data of the figure: ${figure.title}`}">
      ${trusted(phoneCards(table.toString()))}
    </div>
  `;
}

/** A column's name in plain words: a page has room to break a line at a space. */
const spoken = (name: string) => name.replaceAll("_", " ");

/** A figure's words, their numbers marked where their origins are known. */
function figureWords(
  figure: FigureRecord,
  number: number,
  id: string,
  numbers?: { readonly page: PageNumbers; readonly shown: OutputNumbers },
) {
  const { title, subtitle, caption, alt } = figure;
  const plain = { title, subtitle, caption, alt };
  if (numbers !== undefined) {
    const { page, shown } = numbers;
    for (const name of ["title", "subtitle", "caption", "alt"] as const) {
      const own = shown.numbers.filter((number) => number.in === name);
      plain[name] = page.mark(plain[name], own, `figure ${number}, ${FIELD_NAMES[name]}`);
    }
    page.figure(drawnTexts(figure.svg), shown, id);
  }
  const below = [plain.caption, figure.source && `Source: ${figure.source}`].filter(Boolean);
  return { ...plain, below: below.join(" ") };
}

const FIELD_NAMES = {
  title: "its title",
  subtitle: "its subtitle",
  caption: "its caption",
  alt: "its words",
} as const;

/** What {@linkcode figureMarkup} shows beside the figure. */
export interface FigureMarkupOptions {
  /** Whether the page is one file for itself. */
  readonly standalone?: boolean | undefined;
  /** Where its numbers come from. */
  readonly origins?: { readonly page: PageNumbers; readonly shown: OutputNumbers } | undefined;
  /** Makes what stands below: how to cite and embed it. */
  readonly share?: ((id: string, number: number) => Markup) | undefined;
}

/** A figure of a page: the drawing on its plate, its number, its files, and its content in words and numbers. */
export function figureMarkup(
  figure: FigureRecord,
  files: readonly FigureFile[],
  page: PageState,
  { standalone = false, origins, share }: FigureMarkupOptions = {},
): Markup {
  const number = page.nextFigure();
  const id = page.uniqueId(`figure-${figure.id}`, "figure");
  const words = figureWords(figure, number, id, origins);
  const links = files.map(({ kind, path, use }) => {
    const label = `${kind} of figure ${number}${use === undefined ? "" : `, ${use}`}`;
    return markup`<li><a href="${path}" download aria-label="${label}"${
      use !== undefined && markup` title="${use}"`
    }>${kind}</a></li>`;
  });
  const table = dataTable(figure);
  return markup`
    <figure class="figure" id="${id}">
      <div class="plate" tabindex="0" role="group" aria-label="${`Figure ${number}`}">${
    plates(figure, files, `${id}-`, standalone)
  }</div>
      <figcaption>
        <p class="figure-line"><a class="number" href="#${id}">Figure ${number}</a><span class="figure-words">. ${words.title}${
    words.subtitle && markup`. ${words.subtitle}`
  }</span></p>
        ${words.below && markup`<p class="figure-words">${words.below}</p>`}
        ${
    !standalone &&
    markup`<ul class="downloads" aria-label="Files of figure ${number}">${links}</ul>`
  }
        ${share?.(id, number)}
        <details><summary>${table ? "In words and numbers" : "In words"}</summary>
    <p>${words.alt}</p>${table}
        </details>
      </figcaption>
    </figure>
  `;
}
